import type { DigitSet } from '#shared/core/digits.ts';
import { toDigitSet } from '#shared/core/digits.ts';

/** A canonical number as a person would type it: their digits, no grouping, their decimal point. */
export function typedNumber(decimal: string, digits: DigitSet): string {
  return toDigitSet(digits === 'latn' ? decimal : decimal.replace('.', '٫'), digits);
}
