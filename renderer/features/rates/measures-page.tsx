import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useLive } from '../../db/use-live.ts';
import { useAnswerReader } from '../../services/use-answer-reader.ts';
import { useServices } from '../../services/use-services.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page } from '../../ui/page.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { loadBooks } from './load-books.ts';
import { MeasuresView } from './measures-view.tsx';

/** The book of local measures: what a unit was weighed to hold where and when, and the prices that depend on it. */
export function MeasuresPage(): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const reader = useAnswerReader();
  const data = useLive(() => loadBooks(store), [store]);
  function content(): JSX.Element {
    if (reader.status === 'failed') return <FailureView failure={reader.failure} />;
    if (data.status === 'failed') return <FailureView failure={data.failure} />;
    if (reader.status === 'loading' || data.status === 'loading') return <Spinner />;
    return <MeasuresView data={data.value} reader={reader.value} />;
  }
  return (
    <Page
      title={t`Local measures`}
      note={t`What a seer, a man or a kharwar holds differs from place to place. What was weighed in a market goes before the factor of the register there.`}
    >
      {content()}
    </Page>
  );
}
