import type { Decimal } from '../core/decimal.ts';
import { add, compare, divide } from '../core/decimal.ts';

const TWO = '2' as Decimal;

/** The median of exact numbers: the middle one, or the mean of the two in the middle; undefined of none. */
export function median(values: readonly Decimal[]): Decimal | undefined {
  const sorted = values.toSorted(compare);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return lower === undefined || upper === undefined ? undefined : divide(add(lower, upper), TWO);
}
