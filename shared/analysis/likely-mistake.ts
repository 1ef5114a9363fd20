import type { Decimal } from '../core/decimal.ts';
import { toNumber } from '../core/decimal.ts';

/** Slips that make a price a known number of times too high or too low (domain notes 1.6, outliers). */
export const likelyMistakes = ['ten', 'hundred', 'thousand', 'dozen', 'seer'] as const;
/** `ten`: toman for rial, or a zero; `hundred`: a rate per 100; `thousand`: thousands left out, or grams for kilograms; `seer`: the measure of Kabul. */
export type LikelyMistake = (typeof likelyMistakes)[number];

const factors: Readonly<Record<LikelyMistake, number>> = {
  ten: 10,
  hundred: 100,
  thousand: 1000,
  dozen: 12,
  seer: 7.066,
};
const TOLERANCE = 0.08;

/** The slip that a price's ratio to its reference looks like, up or down, within 8 %; the nearest where two fit. */
export function likelyMistake(ratio: Decimal): LikelyMistake | undefined {
  const times = toNumber(ratio);
  if (times <= 0) return undefined;
  const upward = times < 1 ? 1 / times : times;
  const [nearest] = likelyMistakes
    .map((mistake) => ({ mistake, off: Math.abs(upward / factors[mistake] - 1) }))
    .filter(({ off }) => off <= TOLERANCE)
    .toSorted((a, b) => a.off - b.off);
  return nearest?.mistake;
}
