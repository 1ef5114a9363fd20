import { toLatinDigits } from '../core/digits.ts';
import { searchKey } from '../core/search-key.ts';
import type { RandomBytes } from './seal.ts';

/** Bits of chance in a generated passphrase, at least: 10,000 guesses a second for 1,700 years. */
const LEAST_BITS = 50;
const LEAST_WORDS = 5;

// Who has no Pashto keyboard types these for its letters. No word of another list has them, so nothing sealed before is shut out.
const pashtoLetters: ReadonlyMap<string, string> = new Map([
  ['ګ', 'گ'],
  ['ټ', 'ت'],
  ['ډ', 'د'],
  ['ڼ', 'ن'],
]);

/**
 * A passphrase as it is stretched: the same whichever of the Persian, Arabic, Kurdish, Pashto or Latin keyboards it was typed on.
 * ASVS 5.0 6.2.8 asks for passwords as typed; here that would lock people out of their own work, and costs no bit: generated words
 * differ in this form.
 */
export function normalisePassphrase(typed: string): string {
  return searchKey(typed.replaceAll(/[ګټډڼ]/g, (letter) => pashtoLetters.get(letter) ?? letter));
}

/** Words drawn by chance from a list, as many as `LEAST_BITS` take but at least five, with a space between them. */
export function generatePassphrase(words: readonly string[], randomBytes: RandomBytes): string {
  const count = Math.max(LEAST_WORDS, Math.ceil(LEAST_BITS / Math.log2(words.length)));
  return Array.from({ length: count }, () => words[drawBelow(words.length, randomBytes)]).join(' ');
}

// Crockford's base 32: no I, L, O, U, which are read as other signs.
const PAPER_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PAPER_GROUPS = 7;
const PAPER_GROUP = 4;

/** A code for paper: 28 signs of 5 bits in groups of four. */
export function generatePaperCode(randomBytes: RandomBytes): string {
  return Array.from({ length: PAPER_GROUPS }, () =>
    Array.from(
      { length: PAPER_GROUP },
      () => PAPER_SIGNS[drawBelow(PAPER_SIGNS.length, randomBytes)],
    ).join(''),
  ).join('-');
}

/** A paper code however it was typed: any digits, any case, with or without dashes, look-alikes as what they look like. */
export function normalisePaperCode(typed: string): string {
  return toLatinDigits(typed)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
}

/** A whole number from 0 up to `limit`, each as likely as the others: draws that would favour the first are drawn again. */
function drawBelow(limit: number, randomBytes: RandomBytes): number {
  const range = 0x1_0000 - (0x1_0000 % limit);
  for (;;) {
    const [high = 0, low = 0] = randomBytes(2);
    const drawn = high * 0x100 + low;
    if (drawn < range) return drawn % limit;
  }
}
