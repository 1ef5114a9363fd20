import { toLatinDigits } from './digits.ts';

const folds: readonly (readonly [RegExp, string])[] = [
  [/[\u064b-\u065f\u0670\u0640\u200b-\u200f\u061c]/g, ''],
  [/[يىېۍئێ]/g, 'ی'],
  [/[كګڪ]/g, 'ک'],
  [/[ةۀەھہ]/g, 'ه'],
  [/[أإآٱ]/g, 'ا'],
  [/[ؤۆۇ]/g, 'و'],
  [/[ڕړ]/g, 'ر'],
  [/ڵ/g, 'ل'],
  [/\s+/g, ' '],
];

/**
 * The form in which names are compared: one letter for the ways Persian, Arabic, Kurdish and Pashto keyboards write it,
 * no diacritics or joiners, Latin digits, lower case. For comparison only, never shown or stored as the answer.
 */
export function searchKey(text: string): string {
  const folded = folds.reduce(
    (key, [from, to]) => key.replaceAll(from, to),
    text.normalize('NFKC'),
  );
  return toLatinDigits(folded).trim().toLowerCase();
}
