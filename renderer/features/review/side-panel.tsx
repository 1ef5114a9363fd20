import { useLingui } from '@lingui/react/macro';
import type { JSX } from 'react';
import { compare, isDecimal } from '#shared/core/decimal.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { FormId } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import { useLive } from '../../db/use-live.ts';
import type { AnswerReader } from '../../forms/answer-text.ts';
import { recordEvents } from '../../forms/record-events.ts';
import { RecordHistory } from '../../forms/record-history.tsx';
import { useServices } from '../../services/use-services.ts';
import { Card } from '../../ui/card.tsx';
import { Figure } from '../../ui/figure.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import type { QueueItem } from './queue-item.ts';
import css from './review.module.css';
import type { ReviewReferences } from './review-references.ts';

interface SidePanelProps {
  readonly item: QueueItem;
  readonly references: ReviewReferences;
  readonly reader: AnswerReader;
}

const MOST_PRICES = 15;

/** What was done to the record and said of it, and what the same item costs elsewhere. */
export function SidePanel({ item, references, reader }: SidePanelProps): JSX.Element {
  const { t } = useLingui();
  const { store } = useServices();
  const { record } = item;
  const live = useLive(async () => {
    const [entries, comments] = await Promise.all([
      store.records.history(record.id),
      store.records.comments(record.id),
    ]);
    return recordEvents(entries, comments);
  }, [store, record]);
  const prices = record.kind === 'price' ? unitPrices(references.samePrices(record), record) : [];
  return (
    <aside className={css['side']}>
      <Card title={t`History`}>
        {live.status === 'ready' && (
          <RecordHistory form={record.kind as FormId} events={live.value} reader={reader} />
        )}
      </Card>
      {prices.length > 1 && (
        <Card
          title={t`Prices of the same product`}
          note={t`Per standard unit, same level and country; this one is marked.`}
        >
          <ul className={css['prices']}>
            {prices.map(({ id, amount }) => (
              <li key={id} className={joinClasses(css['price'], id === record.id && css['own'])}>
                <Figure>{reader.format.number(amount, 2)}</Figure>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </aside>
  );
}

/** The latest figures in the record's own currency, lowest first, the record's own among them. */
function unitPrices(prices: readonly RecordView[], own: RecordView) {
  const currency = own.answers['price_currency'];
  const figures = prices
    .filter(({ answers }) => answers['price_currency'] === currency)
    .flatMap(({ id, answers }) => {
      const amount = textAnswer((answers as Answers)['unit_price_std']);
      return amount !== undefined && isDecimal(amount) ? [{ id, amount }] : [];
    });
  const latest = figures.slice(0, MOST_PRICES);
  const mine = figures.find(({ id }) => id === own.id);
  const shown = mine === undefined || latest.includes(mine) ? latest : [...latest, mine];
  return shown.toSorted((a, b) => compare(a.amount, b.amount));
}
