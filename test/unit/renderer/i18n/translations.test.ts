import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { msg, plural } from '@lingui/core/macro';
import { parsePoFile } from '@lingui/format-po';
import { describe, expect, test } from 'vitest';
import type { Language } from '#shared/core/language.ts';
import { languages } from '#shared/core/language.ts';
import { makeI18n } from '../../../../renderer/i18n/i18n-provider.tsx';
import { completePreferences } from '../../../../renderer/i18n/preferences.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const translated = languages.filter((language) => language !== 'en');

// CLDR. Chromium has no Sorani and no Pashto, and both have the forms of English.
const pluralForms: Readonly<Record<Language, readonly string[]>> = {
  fa: ['one', 'other'],
  en: ['one', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
  ckb: ['one', 'other'],
  prs: ['one', 'other'],
  ps: ['one', 'other'],
};

// Letters another keyboard writes in place of the language's own.
const foreignLetters: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = {
  fa: /[يكىە٠-٩]/,
  ar: /[یکەپچژگڤڕڵۆێ۰-۹]/,
  ckb: /[يكىة۰-۹]/,
  prs: /[يكىە٠-٩]/,
  ps: /[كىە٠-٩]/,
};

// The product's own name.
const brand = /بازارنگار/g;

function itemsOf(language: Language) {
  return globSync(`renderer/**/locales/${language}.po`, { cwd: root }).flatMap((file) =>
    parsePoFile(readFileSync(path.join(root, file), 'utf8')).items.map((item) => ({
      key: `${file}: ${item.msgctxt ?? ''} ${item.msgid}`,
      source: item.msgid,
      text: item.msgstr[0] ?? '',
    })),
  );
}

function valuesIn(text: string): readonly string[] {
  const names = [...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name = '']) => name);
  return [...new Set(names)].toSorted();
}

function tagsIn(text: string): readonly string[] {
  return (text.match(/<\/?\d+\/?>/g) ?? []).toSorted();
}

function pluralsIn(text: string): readonly string[] {
  return [...text.matchAll(/\b(zero|one|two|few|many|other) \{/g)]
    .map(([, form = '']) => form)
    .toSorted();
}

describe.each(translated)('the texts of the screens in %s', (language) => {
  const items = itemsOf(language);

  test('have the values and tags of the English ones', () => {
    expect(items.length).toBeGreaterThan(500);
    const wrong = items.filter(
      ({ source, text }) =>
        valuesIn(source).join() !== valuesIn(text).join() ||
        tagsIn(source).join() !== tagsIn(text).join(),
    );
    expect(wrong).toEqual([]);
  });

  test('have all plural forms of the language, and no other', () => {
    const wrong = items.filter(({ source, text }) => {
      const plurals = source.match(/, plural,/g)?.length ?? 0;
      const wanted = Array.from({ length: plurals }, () => pluralForms[language]).flat();
      return pluralsIn(text).join() !== wanted.toSorted().join();
    });
    expect(wrong).toEqual([]);
  });

  test('are written in the letters and digits of the language', () => {
    const wrong = items.filter(({ text }) =>
      foreignLetters[language].test(text.replaceAll(brand, '')),
    );
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['ar', 0, '٠ سجل'],
  ['ar', 1, 'سجل واحد'],
  ['ar', 2, 'سجلان'],
  ['ar', 5, '٥ سجلات'],
  ['ar', 11, '١١ سجلًا'],
  ['ar', 100, '١٠٠ سجل'],
  ['ckb', 1, '١ تۆمار'],
  ['ckb', 1234, '١٬٢٣٤ تۆمار'],
  ['prs', 3, '۳ ریکارد'],
  ['ps', 1, '۱ ثبت'],
  ['ps', 0, '۰ ثبتونه'],
] as const)('in %s, %i records read %s', (language, total, text) => {
  const i18n = makeI18n(completePreferences({ language }));
  expect(i18n._(msg`${plural(total, { one: '# record', other: '# records' })}`)).toBe(text);
});
