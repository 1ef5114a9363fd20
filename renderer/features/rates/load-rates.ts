import type { Answers } from '#shared/forms/answers.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { LocalStore } from '../../db/stores.ts';
import { listVisits } from '../../services/visit-parts.ts';

/** What the book of rates is made of, and what depends on it. */
export interface RatesData {
  readonly visits: readonly RecordView[];
  readonly prices: readonly RecordView[];
  readonly rates: readonly RecordView[];
  /** A rate that is being typed. */
  readonly draft: Draft | undefined;
  /** The visit begun last, finished or not: its place is offered for a new rate. */
  readonly lastVisit: Answers;
}

// Some rounds of a team; prices of earlier ones are settled.
const MOST_PRICES = 5000;

export async function loadRates(store: LocalStore): Promise<RatesData> {
  const [visits, prices, rates, drafts, all] = await Promise.all([
    store.records.list('visit'),
    store.records.list('price', MOST_PRICES),
    store.records.list('exchange_rate'),
    store.drafts.list(),
    listVisits(store),
  ]);
  const draft = drafts.find(({ kind }) => kind === 'exchange_rate');
  return { visits, prices, rates, draft, lastVisit: all[0]?.answers ?? {} };
}
