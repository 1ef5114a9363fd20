import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useLive } from '../../db/use-live.ts';
import { useRegisters } from '../../services/use-registers.ts';
import { useServices } from '../../services/use-services.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { loadOutbox } from './load-outbox.ts';
import { OutboxView } from './outbox-view.tsx';
import { SendButton } from './send-button.tsx';

/** What is on this laptop and not on the server yet: how it stands, and what a person can do about it. */
export function OutboxPage(): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const outbox = useLive(() => loadOutbox(store), [store]);
  const registers = useRegisters();

  function content(): JSX.Element {
    if (outbox.status === 'failed') return <FailureView failure={outbox.failure} />;
    if (registers.status === 'failed') return <FailureView failure={registers.failure} />;
    if (outbox.status === 'loading' || registers.status === 'loading') return <Spinner />;
    return <OutboxView outbox={outbox.value} registers={registers.value} />;
  }
  return (
    <Page
      title={t`Outbox`}
      note={t`Nothing gets lost: whatever stands here is saved on this laptop.`}
      actions={<SendButton />}
    >
      {content()}
    </Page>
  );
}
