import { describe, expect, test } from 'vitest';
import type { Language } from '#shared/core/language.ts';
import { languages } from '#shared/core/language.ts';
import {
  generatePaperCode,
  generatePassphrase,
  normalisePaperCode,
  normalisePassphrase,
} from '#shared/vault/passphrase.ts';
import { wordsIn } from '#shared/vault/words/word-lists.ts';
import { quickMeans } from '../../../support/quick-vault.ts';

// The letters of the layouts, with and without shift: Arabic (101), Persian (ISIRI 9147), Central Kurdish, Pashto.
const keyboards = {
  arabic: 'ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذأإآ',
  persian: 'ضصثقفغعهخحجچپشسیبلاتنمکگظطزرذدئوآأإؤءةيژ',
  kurdish: 'قوەرتیئحۆپاسدفگهژکلزخجڤبنمڕطێءعؤثآشذإغأكڵضصچظىة',
  pashto: 'ضصثقفغعهخحځڅشسیبلاتنمکګېۍطزرذدړوږښډټڼئيپژچجظآأءة',
} as const;
const typedOn: Readonly<Record<Exclude<Language, 'en'>, readonly (keyof typeof keyboards)[]>> = {
  fa: ['persian', 'kurdish', 'pashto'],
  prs: ['persian', 'kurdish', 'pashto'],
  ar: ['arabic', 'persian', 'kurdish', 'pashto'],
  ckb: ['kurdish', 'arabic', 'persian'],
  ps: ['pashto', 'persian'],
};
const typists = Object.entries(typedOn).flatMap(([language, names]) =>
  names.map((keyboard) => ({ language: language as Language, keyboard })),
);

describe('the words of passphrases', () => {
  test.each(typists)('of $language are typed on a $keyboard keyboard', ({ language, keyboard }) => {
    const letters = normalisePassphrase(keyboards[keyboard]);
    const missing = wordsIn(language).filter((word) =>
      Array.from(normalisePassphrase(word)).some((letter) => !letters.includes(letter)),
    );
    expect(missing).toEqual([]);
  });

  test.each(['ar', 'ckb', 'ps'] as const)('of %s are of its own, 3 to 8 letters each', (own) => {
    const words = wordsIn(own);
    expect(words.filter((word) => !/^\p{L}{3,8}$/u.test(word))).toEqual([]);
    const others = new Set(languages.filter((other) => other !== own).flatMap(wordsIn));
    expect(words.filter((word) => !others.has(word)).length).toBeGreaterThan(words.length / 2);
  });
});

describe('a generated passphrase', () => {
  test.each([
    ['fa', 5],
    ['prs', 5],
    ['en', 5],
    ['ar', 5],
    ['ckb', 6],
    ['ps', 6],
  ] as const)('of %s has %i words and at least 50 bits of chance', (language, count) => {
    const words = wordsIn(language);
    expect(new Set(words.map(normalisePassphrase)).size).toBe(words.length);
    const drawn = generatePassphrase(words, quickMeans.randomBytes).split(' ');
    expect(drawn.length).toBe(count);
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
  ['a Pashto keyboard', 'کودکی ترازو', 'كودكۍ ترازو'],
  ['no Pashto keyboard', 'ګېډۍ اتڼ لمبه ټوټه', 'گیدی اتن لمبه توته'],
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
