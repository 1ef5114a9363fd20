import type { Decimal } from '../core/decimal.ts';
import type { PlainDate } from '../core/plain-date.ts';
import type { Answers } from '../forms/answers.ts';
import { textAnswer } from '../forms/answers.ts';
import { localCurrency } from '../forms/calculations/exchange.ts';
import type { FxRate, References } from '../forms/context.ts';
import { median } from './median.ts';
import type { BookedRate } from './rate-book.ts';
import { rateFor } from './rate-book.ts';

const MIN_VISITS = 3;

/**
 * Rates of exchange for the rows of a visit: what its own are compared with (`fxMedian`: the country's in its round, of at
 * least three visits), and what is taken where it recorded none (`fxRate`: see `rateFor`). `except`: the visit itself.
 */
export function createExchangeReferences(
  book: readonly BookedRate[],
  visit: Answers,
  today: PlainDate,
  except?: string,
): Required<Pick<References, 'fxMedian' | 'fxRate'>> {
  const others = except === undefined ? book : book.filter(({ record }) => record !== except);
  const country = textAnswer(visit['country']);
  const round = textAnswer(visit['round_id']);
  const place = {
    country,
    province: textAnswer(visit['admin1_pcode']),
    market: textAnswer(visit['market_id']),
    round,
    day: (textAnswer(visit['visit_date']) as PlainDate | undefined) ?? today,
  };
  const known = new Map<string, FxRate | undefined>();
  return {
    fxMedian: (currency, side): Decimal | undefined => {
      if (localCurrency[country ?? ''] !== currency) return undefined;
      const rates = others.flatMap((rate) =>
        rate.from === 'visit' && rate.country === country && rate.round === round
          ? (rate[side] ?? [])
          : [],
      );
      return rates.length < MIN_VISITS ? undefined : median(rates);
    },
    fxRate: (currency) => {
      // Asked on every keystroke, and the same all the time.
      if (!known.has(currency)) known.set(currency, rateFor(others, { currency, ...place }));
      return known.get(currency);
    },
  };
}
