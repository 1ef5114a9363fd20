import type { DigitSet } from '#shared/core/digits.ts';
import { digitSets } from '#shared/core/digits.ts';
import type { Json } from '#shared/core/json.ts';
import type { Language } from '#shared/core/language.ts';
import { languages } from '#shared/core/language.ts';
import type { Calendar } from '#shared/core/plain-date.ts';
import { calendars } from '#shared/core/plain-date.ts';
import { z } from 'zod';

export const themes = ['system', 'light', 'dark', 'sun'] as const;
export type Theme = (typeof themes)[number];
export const textSizes = ['small', 'normal', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

/** How a person wants to see things. Nothing of it touches what is stored of the survey. */
export interface Preferences {
  readonly language: Language;
  /** The language one key turns the screen to, to show it to a trader, and back. */
  readonly otherLanguage: Language;
  /** The calendar dates are shown and typed in. */
  readonly calendar: Calendar;
  /** Whether the other calendar stands beside it. */
  readonly showsOtherCalendar: boolean;
  readonly digits: DigitSet;
  readonly theme: Theme;
  readonly textSize: TextSize;
}

/** What the person chose; what they did not choose follows the language. */
export type ChosenPreferences = Partial<Preferences>;

const usual: Readonly<Record<Language, Pick<Preferences, 'calendar' | 'digits'>>> = {
  fa: { calendar: 'persian', digits: 'arabext' },
  en: { calendar: 'gregory', digits: 'latn' },
  ar: { calendar: 'gregory', digits: 'arab' },
  ckb: { calendar: 'gregory', digits: 'arab' },
  prs: { calendar: 'persian', digits: 'arabext' },
  ps: { calendar: 'persian', digits: 'arabext' },
};

const schema = z.object({
  language: z.enum(languages).optional().catch(undefined),
  otherLanguage: z.enum(languages).optional().catch(undefined),
  calendar: z.enum(calendars).optional().catch(undefined),
  showsOtherCalendar: z.boolean().optional().catch(undefined),
  digits: z.enum(digitSets).optional().catch(undefined),
  theme: z.enum(themes).optional().catch(undefined),
  textSize: z.enum(textSizes).optional().catch(undefined),
});

/** Completes what was chosen. */
export function completePreferences(chosen: ChosenPreferences): Preferences {
  const language = chosen.language ?? 'fa';
  const own = withoutUndefined(chosen);
  return {
    language,
    ...usual[language],
    showsOtherCalendar: true,
    theme: 'system',
    textSize: 'normal',
    ...own,
    otherLanguage: otherThan(language, own.otherLanguage),
  };
}

function otherThan(language: Language, chosen: Language | undefined): Language {
  if (chosen !== undefined && chosen !== language) return chosen;
  return language === 'fa' ? 'prs' : 'fa';
}

/** Reads what was stored, leaving out whatever this version does not know. */
export function parsePreferences(stored: Json | undefined): ChosenPreferences {
  const parsed = schema.safeParse(stored);
  return parsed.success ? withoutUndefined(parsed.data) : {};
}

function withoutUndefined(values: Readonly<Record<string, unknown>>): ChosenPreferences {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
