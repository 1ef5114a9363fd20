import type { RecordView } from '#shared/records/record.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { LocalStore } from '../../db/stores.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import { listVisits } from '../../services/visit-parts.ts';

/** The books of rates and of local measures, and what depends on them. */
export interface BooksData {
  /** Finished or not, the one begun last first: its place is offered for a new rate or measure. */
  readonly visits: readonly VisitPart[];
  readonly prices: readonly RecordView[];
  readonly rates: readonly RecordView[];
  readonly measures: readonly RecordView[];
  /** Drafts of any kind: a rate or a measure that is being typed is among them. */
  readonly drafts: readonly Draft[];
}

// Some rounds of a team; prices of earlier ones are settled.
const MOST_PRICES = 5000;

export async function loadBooks(store: LocalStore): Promise<BooksData> {
  const [visits, prices, rates, measures, drafts] = await Promise.all([
    listVisits(store),
    store.records.list('price', MOST_PRICES),
    store.records.list('exchange_rate'),
    store.records.list('unit_factor'),
    store.drafts.list(),
  ]);
  return { visits, prices, rates, measures, drafts };
}
