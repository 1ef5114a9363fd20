import { toLatinDigits } from '#shared/core/digits.ts';
import type { Language } from '#shared/core/language.ts';

type Compare = (a: string, b: string) => number;

// Alphabets Chromium's collator lacks: Sorani (Kurdish Academy) and Pashto (CLDR).
const alphabets: Readonly<Partial<Record<Language, readonly string[]>>> = {
  ckb: Array.from('ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ'),
  ps: Array.from('آابپتټثجځچڅحخدډذرړزژږسښشصضطظعغفقکګلمنڼوهیېۍئ'),
};

const folds: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  ھ: 'ه',
  ۀ: 'ه',
  ة: 'ه',
  أ: 'ا',
  إ: 'ا',
  ؤ: 'و',
};

const intlComparers = new Map<string, Compare>();

/** The order of names in a language; numbers inside them count by their value. */
export function compareNames(language: Language): Compare {
  const alphabet = alphabets[language];
  if (alphabet) return compareBy(alphabet);
  const locale = language === 'prs' ? 'fa' : language;
  const known = intlComparers.get(locale);
  if (known) return known;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  intlComparers.set(locale, compare);
  return compare;
}

function compareBy(alphabet: readonly string[]): Compare {
  const keys = new Map<string, string>();
  function keyOf(text: string): string {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = sortKey(text, alphabet);
    keys.set(text, key);
    return key;
  }
  return (a, b) => {
    const [first, second] = [keyOf(a), keyOf(b)];
    if (first === second) return 0;
    return first < second ? -1 : 1;
  };
}

const NUMBER_PLACES = 16;

// Numbers, then the letters of the alphabet, then every other letter by its code: as Chromium orders Persian and Arabic.
function sortKey(text: string, alphabet: readonly string[]): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\u064b-\u065f\u0640\u200b-\u200f\u2066-\u2069]/g, '');
  const numbered = toLatinDigits(plain).replaceAll(/\d+/g, (digits) =>
    digits.padStart(NUMBER_PLACES, '0'),
  );
  return Array.from(numbered, (letter) => letterKey(letter, alphabet)).join('');
}

function letterKey(letter: string, alphabet: readonly string[]): string {
  if (letter === ' ') return '\u0001';
  if (/\d/.test(letter)) return String.fromCodePoint(0x10 + Number(letter));
  const same = letter === 'گ' && !alphabet.includes(letter) ? 'ګ' : (folds[letter] ?? letter);
  const place = alphabet.indexOf(alphabet.includes(letter) ? letter : same);
  return place < 0 ? `\u00ff${letter.toLowerCase()}` : String.fromCodePoint(0x20 + place);
}
