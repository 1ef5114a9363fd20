import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { BookPage } from './book-page.tsx';
import { RatesView } from './rates-view.tsx';

/** The book of exchange rates: what was written down where and when, and the prices that depend on it. */
export function RatesPage(): JSX.Element {
  const { t } = useLingui();
  return (
    <BookPage
      title={t`Exchange rates`}
      note={t`Local currency per US dollar, by place and day. A rate written down once serves every visit of its market.`}
    >
      {(data, reader) => <RatesView data={data} reader={reader} />}
    </BookPage>
  );
}
