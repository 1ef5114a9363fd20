import { expect, test } from 'vitest';
import { systemLanguage } from '../../../../electron/main/system-language.ts';

test.each([
  [['fa-IR', 'en-US'], 'fa'],
  [['en-GB', 'fa'], 'en'],
  [['ckb-IQ', 'en-US'], 'ckb'],
  [['ckb-IQ', 'ar-IQ'], 'ckb'],
  [['tr-TR', 'ar-IQ'], 'ar'],
  [['fa-AF'], 'prs'],
  [['fa-Arab-AF', 'ps-AF'], 'prs'],
  [['ps'], 'ps'],
  [['ku-Latn-TR', 'tr'], 'fa'],
  [[], 'fa'],
])('a system that prefers %j has menus in %s', (preferred, language) => {
  expect(systemLanguage(preferred)).toBe(language);
});
