import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { bookRates } from '#shared/analysis/rate-book.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { useServices } from '../../services/use-services.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ChangedPrices } from './changed-prices-card.tsx';
import { changedPrices } from './changed-prices.ts';
import type { RatesData } from './load-rates.ts';
import { RateForm } from './rate-form.tsx';
import { RateTable } from './rate-table.tsx';
import css from './rates.module.css';

interface RatesViewProps {
  readonly data: RatesData;
  readonly reader: AnswerReader;
}

export function RatesView({ data, reader }: RatesViewProps): JSX.Element {
  const { t } = useLingui();
  const { ambient, identity } = useServices();
  const { registers } = reader;
  const [open, setOpen] = useState<RecordId | undefined>(data.draft?.record);
  const nowMs = ambient.nowMs();
  const today = dayOf(toInstant(nowMs, ambient.offsetMinutes(nowMs)));
  const visits = useMemo(
    () => new Map<string, RecordView>(data.visits.map((visit) => [visit.id, visit])),
    [data.visits],
  );
  const book = useMemo(
    () =>
      bookRates({
        visits: data.visits.map(({ id, answers }) => ({ id, answers: answers as Answers })),
        register: data.rates.map(({ id, answers }) => ({ id, answers: answers as Answers })),
      }),
    [data.visits, data.rates],
  );
  const changed = useMemo(() => {
    const mine = data.prices.filter(
      ({ owner, review }) =>
        identity.role !== 'surveyor' || (owner === identity.person && review !== 'approved'),
    );
    return changedPrices(mine, visits, book, registers, today);
  }, [data.prices, visits, book, registers, today, identity]);

  const isBeside = open !== undefined || changed.length > 0;

  return (
    <div className={isBeside ? `${css['board']} ${css['beside']}` : css['board']}>
      <div className={css['column']}>
        {open === undefined ? (
          <div className={css['begin']}>
            <Button
              kind="primary"
              icon="add"
              onClick={() => setOpen(`exchange_rate/${ambient.newRecordId()}` as RecordId)}
            >
              {t`Write a rate down`}
            </Button>
          </div>
        ) : (
          <RateForm
            key={open}
            record={open}
            before={data.rates.find(({ id }) => id === open)}
            draft={data.draft?.record === open ? data.draft : undefined}
            place={data.lastVisit}
            book={book}
            registers={registers}
            today={today}
            onClose={() => setOpen(undefined)}
          />
        )}
        {changed.length > 0 && <ChangedPrices changed={changed} reader={reader} />}
      </div>
      <Card title={t`What was written down`}>
        <RateTable book={book} rates={data.rates} reader={reader} onChange={setOpen} />
      </Card>
    </div>
  );
}
