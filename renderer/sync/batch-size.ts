import { MAX_BATCH_ENTRIES } from '#shared/sync/http-api.ts';

/** How many entries go into one exchange: half as many after each that failed, twice as many after each that passed. */
export interface BatchSize {
  limit(): number;
  passed(): void;
  /** False where it cannot get any smaller. */
  failed(): boolean;
}

export function createBatchSize(): BatchSize {
  let limit = MAX_BATCH_ENTRIES;
  return {
    limit: () => limit,
    passed() {
      limit = Math.min(limit * 2, MAX_BATCH_ENTRIES);
    },
    failed() {
      const isSmallest = limit === 1;
      limit = Math.max(1, Math.floor(limit / 2));
      return !isSmallest;
    },
  };
}
