import { expect, test } from 'vitest';
import { systemLanguage } from '../../../../electron/main/system-language.ts';

test.each([
  [['fa-IR', 'en-US'], 'fa'],
  [['en-GB', 'fa'], 'en'],
  [['ckb-IQ', 'en-US'], 'en'],
  [['ckb-IQ', 'ar-IQ'], 'fa'],
  [[], 'fa'],
])('a system that prefers %j has menus in %s', (preferred, language) => {
  expect(systemLanguage(preferred)).toBe(language);
});
