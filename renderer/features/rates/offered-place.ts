import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import { localCurrency } from '#shared/forms/calculations/exchange.ts';

/** What a new rate begins with: the place of the last visit, and the rate that is asked for most. */
export function offeredRate(visit: Answers, today: PlainDate): Answers {
  const place = offeredPlace(visit, today);
  return { ...place, kind: 'market', currency: localCurrency[textAnswer(place['country']) ?? ''] };
}

/** Today, at the place of the last visit. */
export function offeredPlace(visit: Answers, today: PlainDate): Answers {
  return {
    dated: today,
    country: textAnswer(visit['country']),
    admin1_pcode: textAnswer(visit['admin1_pcode']),
    market: visit['market_id'] === 'other' ? undefined : textAnswer(visit['market_id']),
  };
}
