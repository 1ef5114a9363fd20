/** The languages of the interface, the first being the source of meaning for the team and the second complete as well. */
export const languages = ['fa', 'en'] as const;
/** An interface language, BCP 47. */
export type Language = (typeof languages)[number];
/** Which way a language runs. */
export type Direction = 'rtl' | 'ltr';

/** Direction of each language. */
export const directionOf: Readonly<Record<Language, Direction>> = { fa: 'rtl', en: 'ltr' };

/** A text in every interface language. */
export type Texts = Readonly<Record<Language, string>>;
