import { round, toDecimal } from '../../core/decimal.ts';
import type { PriceExpectation } from './mistake.ts';

/**
 * A price of the past that new ones are held against: per standard unit, in an ISO currency. `days`: how long before
 * the new price it was asked. `circle`: how near it is to the new one; `sameSpec`: of the same item description.
 */
export interface KnownPrice {
  readonly amount: number;
  readonly currency: string;
  readonly days: number;
  readonly circle: 'outlet' | 'market' | 'round' | 'history';
  readonly sameSpec: boolean;
}

/**
 * The spread of ln price (standard deviation) in each circle: the least, whatever the figures say, because few or
 * rounded figures agree by chance, and the one supposed before there are any. Measured on half of WFP's markets of
 * Afghanistan, 2020 to mid 2022: one market from month to month 0.06, the markets of one month 0.13.
 */
const spreads: Readonly<
  Record<KnownPrice['circle'], { readonly least: number; readonly supposed: number }>
> = {
  outlet: { least: 0.06, supposed: 0.08 },
  market: { least: 0.06, supposed: 0.09 },
  round: { least: 0.1, supposed: 0.15 },
  history: { least: 0.1, supposed: 0.15 },
};
// How many figures the supposed spread counts for.
const PRIOR_COUNT = 3;
// Another description of the product may be another quality: rice from 50 to 115 AFN.
const OTHER_SPEC_SPREAD = 0.45;
// Prices drift: a standard deviation of 0.25 in a year.
const DRIFT_PER_DAY = 0.25 / Math.sqrt(365);
const MAD_TO_DEVIATION = 1.4826;

interface Estimate {
  readonly circle: KnownPrice['circle'];
  readonly middle: number;
  readonly spread: number;
  readonly count: number;
}

/**
 * What a price is expected to be, of figures in one currency: the middles of each circle (outlet, market, round,
 * history), the narrower and the better known for more (inverse variance); medians and MADs of logarithms, so that
 * wrong figures among them do no harm. Undefined of none.
 */
export function expectPrice(
  figures: readonly KnownPrice[],
  currency: string,
): PriceExpectation | undefined {
  const own = figures.filter((figure) => figure.currency === currency && figure.amount > 0);
  const estimates = (['outlet', 'market', 'round', 'history'] as const).flatMap((circle) => {
    const found = own.filter((figure) => figure.circle === circle);
    const same = found.filter(({ sameSpec }) => sameSpec);
    return estimate(circle, same.length > 0 ? same : found, same.length > 0);
  });
  const narrowest = estimates.toSorted((a, b) => a.spread - b.spread)[0];
  if (narrowest === undefined) return undefined;
  const weights = estimates.map(({ spread }) => 1 / spread ** 2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const middle = estimates.reduce((total, each, i) => total + each.middle * (weights[i] ?? 0), 0);
  const amount = toDecimal(Math.exp(middle / sum).toFixed(12));
  return amount === undefined
    ? undefined
    : {
        amount: round(amount, 6),
        currency,
        spread: narrowest.spread,
        count: estimates.reduce((total, { count }) => total + count, 0),
        basis: narrowest.circle,
      };
}

function estimate(
  circle: KnownPrice['circle'],
  figures: readonly KnownPrice[],
  sameSpec: boolean,
): readonly Estimate[] {
  const count = figures.length;
  if (count === 0) return [];
  const logs = figures.map(({ amount }) => Math.log(amount));
  const middle = medianOf(logs);
  const deviation = MAD_TO_DEVIATION * medianOf(logs.map((log) => Math.abs(log - middle)));
  const { least, supposed } = spreads[circle];
  const pooled = Math.sqrt(
    ((count - 1) * deviation ** 2 + PRIOR_COUNT * supposed ** 2) / (count - 1 + PRIOR_COUNT),
  );
  const spread = Math.max(least, pooled);
  const days = medianOf(figures.map((figure) => figure.days));
  const variance =
    spread ** 2 * (1 + 1 / count) +
    (DRIFT_PER_DAY * Math.sqrt(Math.max(0, days))) ** 2 +
    (sameSpec ? 0 : OTHER_SPEC_SPREAD ** 2);
  return [{ circle, middle, spread: Math.sqrt(variance), count }];
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}
