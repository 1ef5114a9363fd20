import type { PlainDate } from '#shared/core/plain-date.ts';
import { isPlainDate } from '#shared/core/plain-date.ts';
import type { RecordView, ReviewStatus } from '#shared/records/record.ts';
import { reviewStatuses } from '#shared/records/record.ts';

/** Which records of the survey a person looks at or exports. Undefined and empty mean all. */
export interface RecordFilters {
  readonly round: string | undefined;
  readonly market: string | undefined;
  readonly product: string | undefined;
  readonly person: string | undefined;
  readonly review: ReviewStatus | undefined;
  /** Days of the visit, both included. */
  readonly from: PlainDate | undefined;
  readonly to: PlainDate | undefined;
  readonly text: string;
}

/** The names filters have in the address. */
export const filterNames = {
  round: 'round',
  market: 'market',
  product: 'product',
  person: 'by',
  review: 'review',
  from: 'from',
  to: 'to',
  text: 'q',
} as const satisfies Readonly<Record<keyof RecordFilters, string>>;

/** Reads the filters of an address; what makes no sense in it is no filter. */
export function readFilters(get: (name: string) => string | undefined): RecordFilters {
  return {
    round: get(filterNames.round),
    market: get(filterNames.market),
    product: get(filterNames.product),
    person: get(filterNames.person),
    review: reviewStatuses.find((status) => status === get(filterNames.review)),
    from: dayOf(get(filterNames.from)),
    to: dayOf(get(filterNames.to)),
    text: get(filterNames.text) ?? '',
  };
}

/** Whether a record passes all filters but the text; `visit` is the one it belongs to, or itself. */
export function passesFilters(
  record: RecordView,
  visit: RecordView | undefined,
  filters: RecordFilters,
): boolean {
  const { round, market, product, person, review, from, to } = filters;
  const day = visit?.answers['visit_date'];
  return (
    passes(review, record.review) &&
    passes(person, record.owner) &&
    passes(round, visit?.answers['round_id']) &&
    passes(market, visit?.answers['market_id']) &&
    (record.kind === 'visit' || passes(product, record.answers['product_id'])) &&
    (from === undefined || (typeof day === 'string' && day >= from)) &&
    (to === undefined || (typeof day === 'string' && day <= to))
  );
}

function passes(wanted: unknown, actual: unknown): boolean {
  return wanted === undefined || wanted === actual;
}

function dayOf(text: string | undefined): PlainDate | undefined {
  return text !== undefined && isPlainDate(text) ? text : undefined;
}
