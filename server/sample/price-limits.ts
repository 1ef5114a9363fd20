import { compare, divide, multiply, round } from '#shared/core/decimal.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import { referencePriceActs } from './reference-prices.ts';

// A price that is this many times the dearest month of any market, or this part of the cheapest, is none. It is more than every slip that
// is asked about and may be kept with a reason: toman for rial (10), a dozen (12), a bag of 50 kg.
const BEYOND = '60' as Decimal;

/** Afghani per US dollar, WFP's average of Herat in August 2024 (`data/exchange-rates.json`): within 60 times it matters little which month. */
const AFN_PER_USD = '71' as Decimal;

const PLACES = 4;

/**
 * Hard limits of retail prices by product, in US dollars per standard unit, from WFP's monthly figures (`reference-prices.ts`). Its figures are
 * retail ones: other levels of trade have no limits in the sample.
 */
export function retailLimits(): ReadonlyMap<
  string,
  { readonly min: string; readonly max: string }
> {
  const ranges = new Map<string, { readonly min: Decimal; readonly max: Decimal }>();
  for (const { set } of referencePriceActs()) {
    const { product, price: figure } = set;
    if (typeof product !== 'string' || typeof figure !== 'string') continue;
    const price = figure as Decimal;
    const { min, max } = ranges.get(product) ?? { min: price, max: price };
    ranges.set(product, {
      min: compare(price, min) < 0 ? price : min,
      max: compare(price, max) > 0 ? price : max,
    });
  }
  return new Map(
    [...ranges].map(([product, { min, max }]) => [
      product,
      { min: inUsd(divide(min, BEYOND) ?? min), max: inUsd(multiply(max, BEYOND)) },
    ]),
  );
}

function inUsd(afn: Decimal): string {
  return round(divide(afn, AFN_PER_USD) ?? afn, PLACES);
}
