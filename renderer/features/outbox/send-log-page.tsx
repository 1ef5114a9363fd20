import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useParams } from 'wouter';
import type { RecordId } from '#shared/core/ids.ts';
import { useLive } from '../../db/use-live.ts';
import { useAnswerReader } from '../../services/use-answer-reader.ts';
import { useServices } from '../../services/use-services.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { loadSendLog } from './load-send-log.ts';
import { SendButton } from './send-button.tsx';
import { SendLogView } from './send-log-view.tsx';

/** Why one record is not on the server: where it stands, what was tried, what comes next. */
export function SendLogPage(): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const { record: id } = useParams<{ record: string }>();
  const log = useLive(() => loadSendLog(store, id as RecordId), [store, id]);
  const reader = useAnswerReader();

  function content(): JSX.Element {
    if (log.status === 'failed') return <FailureView failure={log.failure} />;
    if (reader.status === 'failed') return <FailureView failure={reader.failure} />;
    if (log.status === 'loading' || reader.status === 'loading') return <Spinner />;
    return log.value ? (
      <SendLogView log={log.value} reader={reader.value} />
    ) : (
      <FailureView failure={{ kind: 'record/missing', record: id }} />
    );
  }
  return (
    <Page
      title={t`On its way to the server`}
      note={t`One record: where it stands, what was tried, and what comes next.`}
      back={{ to: '/outbox', label: t`Outbox` }}
      actions={<SendButton />}
    >
      {content()}
    </Page>
  );
}
