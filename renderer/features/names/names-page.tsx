import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useLive } from '../../db/use-live.ts';
import { useRegisters } from '../../services/use-registers.ts';
import { useServices } from '../../services/use-services.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { NamesView } from './names-view.tsx';

/** What products, brands, outlets and markets are also called, so that they are found by it. */
export function NamesPage(): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const registers = useRegisters();
  const drafts = useLive(() => store.drafts.list(), [store]);
  function content(): JSX.Element {
    if (registers.status === 'failed') return <FailureView failure={registers.failure} />;
    if (drafts.status === 'failed') return <FailureView failure={drafts.failure} />;
    if (registers.status === 'loading' || drafts.status === 'loading') return <Spinner />;
    return <NamesView registers={registers.value} drafts={drafts.value} />;
  }
  return (
    <Page
      title={t`Names`}
      note={t`What a product, brand, outlet or market is also called: other spellings, words of the bazaar, synonyms. Every search finds it by each of them.`}
    >
      {content()}
    </Page>
  );
}
