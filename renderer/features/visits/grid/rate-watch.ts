import { canonicalJson } from '#shared/core/json.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';

const rateFields = ['fx_usd_buy', 'fx_usd_sell', 'fx_type'] as const;

/** Remembers the rate of each visit as it was seen last; answers whether it was another before. */
export function createRateWatch(): (visit: RecordId, header: Answers) => boolean {
  const seen = new Map<RecordId, string>();
  return (visit, header) => {
    const rate = canonicalJson(rateFields.map((field) => header[field] ?? null));
    const before = seen.get(visit);
    seen.set(visit, rate);
    return before !== undefined && before !== rate;
  };
}
