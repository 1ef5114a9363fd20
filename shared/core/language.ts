/** The languages in which texts are written first: meaning comes from Persian, and English is complete as well. */
export const sourceLanguages = ['fa', 'en'] as const;
/** A language in which every text exists. */
export type SourceLanguage = (typeof sourceLanguages)[number];

/** The languages texts are translated into: Arabic, Sorani, Dari and Pashto. */
export const targetLanguages = ['ar', 'ckb', 'prs', 'ps'] as const;
/** A language texts are translated into. */
export type TargetLanguage = (typeof targetLanguages)[number];

/** The languages of the interface. */
export const languages = [...sourceLanguages, ...targetLanguages] as const;
/** An interface language, BCP 47. */
export type Language = (typeof languages)[number];
/** Which way a language runs. */
export type Direction = 'rtl' | 'ltr';

/** Direction of each language. */
export const directionOf: Readonly<Record<Language, Direction>> = {
  fa: 'rtl',
  en: 'ltr',
  ar: 'rtl',
  ckb: 'rtl',
  prs: 'rtl',
  ps: 'rtl',
};

/** Where a language has no text, its readers get the one of this language: in Afghanistan Persian is read, in Iraq English. */
export const standInOf: Readonly<Record<Language, SourceLanguage>> = {
  fa: 'fa',
  en: 'en',
  ar: 'en',
  ckb: 'en',
  prs: 'fa',
  ps: 'fa',
};

/** What stands between the items of a list, and between those that have commas themselves; each with its space. */
export const listMarksOf: Readonly<
  Record<Direction, { readonly comma: string; readonly semicolon: string }>
> = {
  rtl: { comma: '، ', semicolon: '؛ ' },
  ltr: { comma: ', ', semicolon: '; ' },
};

/** A text in every interface language. */
export type Texts = Readonly<Record<Language, string>>;
/** A text as it is written: in Persian and English, and in the languages it was translated into. */
export type SourceTexts = Readonly<Record<SourceLanguage, string>> &
  Readonly<Partial<Record<TargetLanguage, string>>>;

/** A text in every language: translated where it was, else in the language that stands in. */
export function completeTexts(written: SourceTexts): Texts {
  return Object.fromEntries(
    languages.map((language) => [language, written[language] ?? written[standInOf[language]]]),
  ) as Texts;
}
