import { searchKey } from '#shared/core/search-key.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { isPlainDate } from '#shared/core/plain-date.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import { isDecimal } from '#shared/core/decimal.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { isGiven, textAnswer } from '#shared/forms/answers.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { PastRecords } from '../past-records.ts';

/** What an item cost when this place was visited before. */
export interface LastPrice {
  readonly amount: Decimal;
  readonly currency: string | undefined;
  readonly unit: string | undefined;
  readonly dated: PlainDate | undefined;
}

/** What was asked at this place the last time it was visited. */
export interface LastVisit {
  readonly dated: PlainDate | undefined;
  /** Whether it was this very outlet; else another one of the market. */
  readonly isOutlet: boolean;
  /** Its items, each with what a row takes over of it. */
  readonly items: readonly Answers[];
  /** The price of the thing that a row is about; undefined where it was not asked then. */
  readonly priceOf: (row: Answers) => LastPrice | undefined;
}

// What an item is and how it is sold: all of a row but its price and the judgements of that day.
const ofItem = [
  'product_id',
  'item_spec',
  'availability',
  'brand_id',
  'origin_country',
  'quality_grade',
  'price_currency',
  'sale_unit',
  'sale_qty',
  'net_content',
  'net_content_unit',
] as const;

/**
 * The last visit before this one at the same outlet, else in the same market at the same level of trade, of which prices
 * are known here; undefined where there is none.
 */
export function lastVisit(
  { visits, prices }: Pick<PastRecords, 'visits' | 'prices'>,
  visit: string,
  header: Answers,
): LastVisit | undefined {
  const market = textAnswer(header['market_id']);
  if (market === undefined || market === 'other') return undefined;
  const priced = new Set(prices.map((price) => price.visit));
  const others = visits
    .filter(({ id, answers }) => id !== visit && priced.has(id) && answers['market_id'] === market)
    .toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1));
  const outlet = outletOf(header);
  const same = others.find(
    ({ answers }) => outlet !== '' && outletOf(answers as Answers) === outlet,
  );
  const level = header['market_level'];
  const found = same ?? others.find(({ answers }) => answers['market_level'] === level);
  if (!found) return undefined;
  const dated = textAnswer((found.answers as Answers)['visit_date']);
  const day = dated !== undefined && isPlainDate(dated) ? dated : undefined;
  // The store lists the latest change first; the items come as they were typed.
  const asked = prices.flatMap((price) =>
    price.visit === found.id ? [price.answers as Answers] : [],
  );
  const inOrder = asked.toReversed();
  const byItem = new Map(inOrder.map((answers) => [itemKey(answers), answers]));
  return {
    dated: day,
    isOutlet: same !== undefined,
    items: [...byItem.values()].map(takenOver),
    priceOf: (row) => priceIn(byItem.get(itemKey(row)), day),
  };
}

/** What tells one item from another: its product, description and brand. */
export function itemKey(answers: Answers): string {
  const [product, spec, brand] = ['product_id', 'item_spec', 'brand_id'].map(
    (name) => textAnswer(answers[name]) ?? '',
  );
  return [product, searchKey(spec ?? ''), brand].join('|');
}

function takenOver(answers: Answers): Answers {
  // What was out of stock then may be on sale now: it is asked.
  const isOnSale = answers['availability'] === 'wide' || answers['availability'] === 'limited';
  return Object.fromEntries(
    ofItem.flatMap((name) =>
      isGiven(answers[name]) && (isOnSale || name !== 'availability')
        ? [[name, answers[name]] as const]
        : [],
    ),
  );
}

function priceIn(answers: Answers | undefined, dated: PlainDate | undefined) {
  const amount = textAnswer(answers?.['price_amount']);
  if (answers === undefined || amount === undefined || !isDecimal(amount)) return undefined;
  return {
    amount,
    currency: textAnswer(answers['price_currency']),
    unit: textAnswer(answers['sale_unit']),
    dated,
  };
}

function outletOf(answers: Answers): string {
  return searchKey(textAnswer(answers['outlet_name']) ?? '');
}

function dateOf({ answers, id }: RecordView): string {
  return `${textAnswer((answers as Answers)['visit_date']) ?? ''} ${id}`;
}
