import { toLatinDigits } from './digits.ts';

const folds: readonly (readonly [letters: string, to: string])[] = [
  ['يىېۍئێ', 'ی'],
  ['كګڪ', 'ک'],
  ['ةۀەھہ', 'ه'],
  ['أإآٱ', 'ا'],
  ['ؤۆۇ', 'و'],
  ['ڕړ', 'ر'],
  ['ڵ', 'ل'],
];
const foldOf: ReadonlyMap<string, string> = new Map(
  folds.flatMap(([letters, to]) => Array.from(letters, (letter) => [letter, to] as const)),
);
const folded = new RegExp(`[${[...foldOf.keys()].join('')}]`, 'g');
const unwritten =
  /[\u064b-\u065f\u0670\u0640\u00ad\u200b-\u200f\u061c\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
// In ASCII there is nothing to fold, and half of all names are: 20,000 of them are typed against on every key.
const ascii = /^[\0-\x7f]*$/;

/**
 * The form in which names are compared: one letter for the ways Persian, Arabic, Kurdish and Pashto keyboards write it,
 * no diacritics, joiners or hidden controls, Latin digits, lower case. For comparison only, never shown or stored as the answer.
 */
export function searchKey(text: string): string {
  const letters = ascii.test(text)
    ? text
    : toLatinDigits(
        text
          .normalize('NFKC')
          .replaceAll(unwritten, '')
          .replaceAll(folded, (letter) => foldOf.get(letter) ?? letter),
      );
  return letters.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
