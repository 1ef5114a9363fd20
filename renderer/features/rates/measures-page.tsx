import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { BookPage } from './book-page.tsx';
import { MeasuresView } from './measures-view.tsx';

/** The book of local measures: what a unit was weighed to hold where and when, and the prices that depend on it. */
export function MeasuresPage(): JSX.Element {
  const { t } = useLingui();
  return (
    <BookPage
      title={t`Local measures`}
      note={t`What a seer, a man or a kharwar holds differs from place to place. What was weighed in a market goes before the factor of the register there.`}
    >
      {(data, reader) => <MeasuresView data={data} reader={reader} />}
    </BookPage>
  );
}
