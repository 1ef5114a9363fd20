import { toLatinDigits } from './digits.ts';

// Letters by the sound they stand for in Persian, Dari, Arabic, Sorani and Pashto writing and in the romanisations of all five. What
// carries a vowel is left out, و ی w y v too: Arabic script leaves most vowels unwritten and romanisations disagree on the rest.
// Letters that one language of the region lacks go with what its writers put instead: پ with ب, گ with ک, ث ذ ض ظ with س and ز.
const lettersOf = {
  b: 'بپbp',
  t: 'تطټt',
  d: 'دډd',
  k: 'کكقگګغڪڬkqgc',
  x: 'خ',
  j: 'جچژځj',
  s: 'سصثزذضظڅږsz',
  c: 'شښ',
  r: 'رڕړr',
  l: 'لڵl',
  m: 'مm',
  n: 'نڼn',
  f: 'فڤf',
  h: 'هحھہh',
};
const digits = Object.fromEntries(Array.from('0123456789', (digit) => [digit, digit]));
const soundOf: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...lettersOf, ...digits }).flatMap(([sound, letters]) =>
    Array.from(letters, (letter) => [letter, sound] as const),
  ),
);

const latinGroups: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'خ'],
  [/gh/g, 'غ'],
  [/t?ch|zh/g, 'چ'],
  [/sh/g, 'ش'],
  [/th|dh/g, 'ث'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/c(?=[eiy])/g, 's'],
];
const article = /^(?:ال|يەل|[ae]l)(?=\p{L}{3})/u;

/**
 * How a word sounds, roughly: its consonants, the same for the ways the languages of the region and their romanisations write
 * it (هرات, Herat, Hirat: `hrt`), without the article and a silent h at its end; empty for a word of vowels. For finding names
 * that may be the same; many that are not share it.
 */
export function soundKey(word: string): string {
  const letters = word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .replaceAll(/([a-z])\1+/g, '$1');
  const written = latinGroups.reduce(
    (text, [from, to]) => text.replaceAll(from, to),
    toLatinDigits(letters).replace(article, ''),
  );
  return Array.from(written, (letter) => soundOf.get(letter) ?? '')
    .join('')
    .replace(/(?<=.)h$/, '');
}
