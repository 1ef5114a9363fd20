import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useLive } from '../../db/use-live.ts';
import { useAnswerReader } from '../../services/use-answer-reader.ts';
import { useServices } from '../../services/use-services.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { loadBooks } from './load-books.ts';
import { RatesView } from './rates-view.tsx';

/** The book of exchange rates: what was written down where and when, and the prices that depend on it. */
export function RatesPage(): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const reader = useAnswerReader();
  const data = useLive(() => loadBooks(store), [store]);
  function content(): JSX.Element {
    if (reader.status === 'failed') return <FailureView failure={reader.failure} />;
    if (data.status === 'failed') return <FailureView failure={data.failure} />;
    if (reader.status === 'loading' || data.status === 'loading') return <Spinner />;
    return <RatesView data={data.value} reader={reader.value} />;
  }
  return (
    <Page
      title={t`Exchange rates`}
      note={t`Local currency per US dollar, by place and day. A rate written down once serves every visit of its market.`}
    >
      {content()}
    </Page>
  );
}
