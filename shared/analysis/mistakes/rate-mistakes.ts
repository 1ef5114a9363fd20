import type { Decimal } from '../../core/decimal.ts';
import { divide, multiply, toNumber } from '../../core/decimal.ts';

/** What a rate of exchange looks like, and the rate per US dollar that was meant. */
export interface RateFinding {
  readonly name: 'per_hundred' | 'thousands' | 'zero';
  readonly correction: Decimal;
}

const TEN = '10' as Decimal;
const HUNDRED = '100' as Decimal;
const THOUSAND = '1000' as Decimal;

// In Iraq a rate is said per 100 dollars, and its thousands are left out: 150 for 150,000 per 100 is 1,500 per dollar.
const slips: readonly (RateFinding & { readonly factor: number; readonly up: boolean })[] = [
  { name: 'per_hundred', factor: 100, up: false, correction: HUNDRED },
  { name: 'per_hundred', factor: 0.1, up: true, correction: TEN },
  { name: 'thousands', factor: 0.001, up: true, correction: THOUSAND },
  { name: 'zero', factor: 10, up: false, correction: TEN },
];
// Rates of one month lie within some percent of each other; a fifth is far from every slip's neighbour.
const NEAR = Math.log(1.2);

/**
 * The mistake in a rate of local currency per US dollar, held against another rate of that time and country: a rate per
 * 100 dollars (with or without its thousands), thousands left out, a zero too many. Undefined for a rate like the other.
 */
export function findRateMistake(typed: Decimal, expected: Decimal): RateFinding | undefined {
  const ratio = toNumber(typed) / toNumber(expected);
  if (!(ratio > 0)) return undefined;
  const slip = slips.find(({ factor }) => Math.abs(Math.log(ratio / factor)) < NEAR);
  if (slip === undefined) return undefined;
  const { name, up, correction } = slip;
  const rate = up ? multiply(typed, correction) : divide(typed, correction);
  return rate === undefined ? undefined : { name, correction: rate };
}
