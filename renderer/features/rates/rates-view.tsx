import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { BookView } from './book-view.tsx';
import { ChangedPrices } from './changed-prices-card.tsx';
import { isByMeasure } from './changed-prices.ts';
import type { BooksData } from './load-books.ts';
import { RateForm } from './rate-form.tsx';
import { RateTable } from './rate-table.tsx';
import { useBooks } from './use-books.ts';

interface RatesViewProps {
  readonly data: BooksData;
  readonly reader: AnswerReader;
}

export function RatesView({ data, reader }: RatesViewProps): JSX.Element {
  const { t } = useLingui();
  const { registers } = reader;
  const { today, rates, changed } = useBooks(data, registers);
  const byRate = changed.filter((price) => !isByMeasure(price));
  return (
    <BookView
      register="exchange_rate"
      data={data}
      items={data.rates}
      texts={{ begin: t`Write a rate down`, written: t`What was written down` }}
      changed={byRate.length > 0 && <ChangedPrices by="rate" changed={byRate} reader={reader} />}
      renderForm={(item) => (
        <RateForm
          key={item.record}
          {...item}
          place={data.visits[0]?.answers ?? {}}
          book={rates}
          registers={registers}
          today={today}
        />
      )}
      renderTable={(onChange) => (
        <RateTable book={rates} rates={data.rates} reader={reader} onChange={onChange} />
      )}
    />
  );
}
