import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PriceFinding } from '#shared/analysis/mistakes/mistake.ts';

/** Likely mistakes in the words of those who make them. */
const noticeTexts: Readonly<Record<PriceFinding['name'] | 'duplicate', MessageDescriptor>> = {
  toman_rial: msg`Tomans and rials look exchanged.`,
  thousands: msg`The thousands look left out, or written twice.`,
  zero: msg`A zero looks lost, or one too many.`,
  per_hundred: msg`It looks like a price or rate per hundred.`,
  seer_man: msg`It looks like the price of another measure: a seer, a man, a kilogram.`,
  dozen: msg`A dozen and a single piece look exchanged.`,
  gram_kilogram: msg`It looks a thousand times off in weight or volume: gram, kilogram, tonne.`,
  bag_size: msg`It looks like the price of another quantity: the whole bag or only a part of it.`,
  other_currency: msg`It looks like a price in another currency.`,
  quantity: msg`It looks like the price of one, not of all.`,
  unusual: msg`Far from what is usual here, and like no common slip.`,
  duplicate: msg`The same price of the same item is in this visit already.`,
};

/** The words for something noticed, by the name a record keeps; undefined where the name is not known. */
export function noticeText(name: string): MessageDescriptor | undefined {
  return Object.entries(noticeTexts).find(([each]) => each === name)?.[1];
}
