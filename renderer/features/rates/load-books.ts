import type { Answers } from '#shared/forms/answers.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { LocalStore } from '../../db/stores.ts';
import { listVisits } from '../../services/visit-parts.ts';

/** The books of rates and of local measures, and what depends on them. */
export interface BooksData {
  readonly visits: readonly RecordView[];
  readonly prices: readonly RecordView[];
  readonly rates: readonly RecordView[];
  readonly measures: readonly RecordView[];
  /** Drafts of any kind: a rate or a measure that is being typed is among them. */
  readonly drafts: readonly Draft[];
  /** The visit begun last, finished or not: its place is offered for a new rate or measure. */
  readonly lastVisit: Answers;
}

// Some rounds of a team; prices of earlier ones are settled.
const MOST_PRICES = 5000;

export async function loadBooks(store: LocalStore): Promise<BooksData> {
  const [visits, prices, rates, measures, drafts, all] = await Promise.all([
    store.records.list('visit'),
    store.records.list('price', MOST_PRICES),
    store.records.list('exchange_rate'),
    store.records.list('unit_factor'),
    store.drafts.list(),
    listVisits(store),
  ]);
  return { visits, prices, rates, measures, drafts, lastVisit: all[0]?.answers ?? {} };
}
