import { describe, expect, test } from 'vitest';
import { languages } from '#shared/core/language.ts';
import {
  generatePaperCode,
  generatePassphrase,
  normalisePaperCode,
  normalisePassphrase,
} from '#shared/vault/passphrase.ts';
import { wordsIn } from '#shared/vault/words/word-lists.ts';
import { quickMeans } from '../../../support/quick-vault.ts';

describe('a generated passphrase', () => {
  test.each(languages)('of %s has five words and at least 50 bits of chance', (language) => {
    const words = wordsIn(language);
    expect(new Set(words.map(normalisePassphrase)).size).toBe(words.length);
    const drawn = generatePassphrase(words, quickMeans.randomBytes).split(' ');
    expect(drawn.length).toBe(5);
    expect(drawn.length * Math.log2(words.length)).toBeGreaterThanOrEqual(50);
    for (const word of drawn) expect(words).toContain(word);
  });

  test('of a short list has more words', () => {
    const words = Array.from({ length: 64 }, (_, index) => `w${index}`);
    expect(generatePassphrase(words, quickMeans.randomBytes).split(' ')).toHaveLength(9);
  });
});

test.each([
  ['a Persian and an Arabic keyboard', 'کتاب یاس', 'كتاب ياس'],
  ['a Kurdish keyboard', 'هدیه ماه', 'ھدیە ماە'],
  ['a Pashto keyboard', 'کودکی', 'ګودکۍ'.replace('ګ', 'ک')],
  ['digits of any script', 'ماه ۱۲', 'ماه ١٢'],
  ['Latin digits', 'ماه ۱۲', 'ماه 12'],
  ['joiners and vowels', 'لاک‌پشت', 'لاکپَشت'],
  ['a stretched word', 'سلام', 'ســلام'],
  ['capitals and spaces', 'sun moon', '  Sun   MOON '],
  ['marks of direction', 'sun', '\u200esun\u200f'],
])('the passphrase is the same with %s', (_name, one, other) => {
  expect(normalisePassphrase(one)).toBe(normalisePassphrase(other));
});

test('a paper code is read however it was typed', () => {
  const code = generatePaperCode(quickMeans.randomBytes);
  expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(normalisePaperCode('oi-Lo 1۲')).toBe(normalisePaperCode('0110-12'));
  expect(normalisePaperCode(code.toLowerCase())).toBe(code.replaceAll('-', ''));
});
