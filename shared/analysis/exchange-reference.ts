import type { Decimal } from '../core/decimal.ts';
import { add, divide, isDecimal } from '../core/decimal.ts';
import type { Answers } from '../forms/answers.ts';
import { textAnswer } from '../forms/answers.ts';
import { localCurrency } from '../forms/calculations/exchange.ts';
import type { FxRate, References } from '../forms/context.ts';
import { median } from './median.ts';

const MIN_VISITS = 3;
const TWO = '2' as Decimal;

/**
 * Rates of exchange in local currency per US dollar where a visit recorded none (domain notes 1.6): the median of the
 * visits of the round (at least three; its kind where all agree), else the latest of the exchange_rate register.
 */
export function createExchangeReferences(data: {
  readonly visits: readonly Answers[];
  readonly exchangeRates: readonly Answers[];
}): Required<Pick<References, 'fxMedian' | 'fxRate'>> {
  function visitsWith(currency: string): readonly Answers[] {
    return data.visits.filter(
      (visit) => localCurrency[textAnswer(visit['country']) ?? ''] === currency,
    );
  }
  function fxMedian(currency: string, side: 'buy' | 'sell'): Decimal | undefined {
    const rates = visitsWith(currency).flatMap((visit) => decimals(visit[`fx_usd_${side}`]));
    return rates.length < MIN_VISITS ? undefined : median(rates);
  }
  function kindOf(currency: string): { readonly kind?: string } {
    const kinds = new Set(
      visitsWith(currency).flatMap((visit) => textAnswer(visit['fx_type']) ?? []),
    );
    const [kind] = kinds;
    return kind === undefined || kinds.size > 1 ? {} : { kind };
  }
  return {
    fxMedian,
    fxRate: (currency) => {
      const rate = middle(fxMedian(currency, 'buy'), fxMedian(currency, 'sell'));
      return rate === undefined
        ? latestOf(data.exchangeRates, currency)
        : { rate, ...kindOf(currency), source: 'round_median' };
    },
  };
}

function latestOf(rates: readonly Answers[], currency: string): FxRate | undefined {
  const [latest] = rates
    .filter((rate) => rate['currency'] === currency)
    .toSorted((a, b) => (datedOf(a) < datedOf(b) ? 1 : -1));
  const rate = latest && middle(decimals(latest['buy'])[0], decimals(latest['sell'])[0]);
  if (!latest || rate === undefined) return undefined;
  const kind = textAnswer(latest['kind']);
  return { rate, ...(kind === undefined ? {} : { kind }), source: 'table' };
}

function datedOf(rate: Answers): string {
  return textAnswer(rate['dated']) ?? '';
}

function middle(buy: Decimal | undefined, sell: Decimal | undefined): Decimal | undefined {
  if (buy === undefined || sell === undefined) return buy ?? sell;
  return divide(add(buy, sell), TWO);
}

function decimals(value: Answers[string]): readonly Decimal[] {
  const text = textAnswer(value);
  return text !== undefined && isDecimal(text) ? [text] : [];
}
