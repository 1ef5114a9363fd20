import type { Language } from '#shared/core/language.ts';

/**
 * The locale whose digits and plural forms Intl is asked for. Chromium has neither Sorani nor Pashto and falls back to US English without
 * a word, digits included; both have the plural forms of English (CLDR: one for 1 alone), so English with their digits says the same.
 */
export const intlLocaleOf: Readonly<Record<Language, string>> = {
  fa: 'fa',
  en: 'en',
  ar: 'ar',
  ckb: 'en',
  prs: 'fa-AF',
  ps: 'en',
};
