import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { BookView } from './book-view.tsx';
import { ChangedPrices } from './changed-prices-card.tsx';
import { isByMeasure } from './changed-prices.ts';
import type { BooksData } from './load-books.ts';
import { MeasureForm } from './measure-form.tsx';
import { MeasureTable } from './measure-table.tsx';
import { useBooks } from './use-books.ts';

interface MeasuresViewProps {
  readonly data: BooksData;
  readonly reader: AnswerReader;
}

export function MeasuresView({ data, reader }: MeasuresViewProps): JSX.Element {
  const { t } = useLingui();
  const { registers } = reader;
  const { today, factors, changed } = useBooks(data, registers);
  const byMeasure = changed.filter(isByMeasure);
  return (
    <BookView
      register="unit_factor"
      data={data}
      items={data.measures}
      texts={{ begin: t`Write a measure down`, written: t`What was written down` }}
      changed={
        byMeasure.length > 0 && <ChangedPrices by="measure" changed={byMeasure} reader={reader} />
      }
      renderForm={(item) => (
        <MeasureForm
          key={item.record}
          {...item}
          place={data.visits[0]?.answers ?? {}}
          registers={registers}
          today={today}
        />
      )}
      renderTable={(onChange) => (
        <MeasureTable book={factors} measures={data.measures} reader={reader} onChange={onChange} />
      )}
    />
  );
}
