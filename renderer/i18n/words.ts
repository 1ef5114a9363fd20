import type { Language } from '#shared/core/language.ts';

/** Words that stand around numbers, dates and lists. Chromium's own data has neither Sorani nor Pashto, so they are ours. */
export interface Words {
  readonly yesterday: string;
  readonly and: string;
  readonly percent: string;
  /** Between an amount and what it is for: "IQD per kilogram". */
  readonly per: string;
  readonly bytes: readonly [string, string, string, string];
}

export const words: Readonly<Record<Language, Words>> = {
  fa: {
    yesterday: 'دیروز',
    and: ' و ',
    percent: '٪',
    per: 'برای هر',
    bytes: ['بایت', 'کیلوبایت', 'مگابایت', 'گیگابایت'],
  },
  en: {
    yesterday: 'yesterday',
    and: ' and ',
    percent: '%',
    per: 'per',
    bytes: ['bytes', 'KB', 'MB', 'GB'],
  },
  ar: {
    yesterday: 'أمس',
    // The conjunction is written together with the word after it.
    and: ' و',
    percent: '٪',
    per: 'لكل',
    bytes: ['بايت', 'كيلوبايت', 'ميغابايت', 'غيغابايت'],
  },
  ckb: {
    yesterday: 'دوێنێ',
    and: ' و ',
    percent: '٪',
    per: 'بۆ هەر',
    bytes: ['بایت', 'کیلۆبایت', 'مێگابایت', 'گێگابایت'],
  },
  prs: {
    yesterday: 'دیروز',
    and: ' و ',
    percent: '٪',
    per: 'فی',
    bytes: ['بایت', 'کیلوبایت', 'میگابایت', 'گیگابایت'],
  },
  ps: {
    yesterday: 'پرون',
    and: ' او ',
    percent: '٪',
    per: 'په هر',
    bytes: ['بایټ', 'کیلوبایټ', 'میګابایټ', 'ګیګابایټ'],
  },
};
