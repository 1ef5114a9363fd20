import type { Language } from '#shared/core/language.ts';

/** Each language by its own name: who reads it must find it, whatever the screen speaks. */
export const languageNames: Readonly<Record<Language, string>> = {
  fa: 'فارسی',
  en: 'English',
  ar: 'العربية',
  ckb: 'کوردی (سۆرانی)',
  prs: 'دری',
  ps: 'پښتو',
};
