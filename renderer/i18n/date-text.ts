import type { Language } from '#shared/core/language.ts';
import type { Calendar, PlainDate } from '#shared/core/plain-date.ts';
import { partsOf } from '#shared/core/plain-date.ts';
import { calendarNames } from './calendar-names.ts';

/** `short` 1405/09/01 · `long` 1 Azar 1405 · `full` with the weekday · `month` Azar 1405 */
export type DateStyle = 'short' | 'long' | 'full' | 'month';

/** A day in words, in Latin digits. */
export function dateText(
  date: PlainDate,
  style: DateStyle,
  { calendar, language }: { readonly calendar: Calendar; readonly language: Language },
): string {
  const { year, month, day } = partsOf(date, calendar);
  const monthName = calendarNames[language].months[calendar][month - 1] ?? '';
  switch (style) {
    case 'short':
      return `${year}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`;
    case 'long':
      return patternOf(language).long(day, monthName, year);
    case 'month':
      return patternOf(language).month(monthName, year);
    case 'full': {
      const { comma, long } = patternOf(language);
      return `${weekdayOf(date, language)}${comma} ${long(day, monthName, year)}`;
    }
  }
}

interface DatePattern {
  /** After the weekday. */
  readonly comma: string;
  readonly long: (day: number, month: string, year: number) => string;
  readonly month: (month: string, year: number) => string;
}

const plain: DatePattern = {
  comma: '',
  long: (day, month, year) => `${day} ${month} ${year}`,
  month: (month, year) => `${month} ${year}`,
};

const patterns: Readonly<Partial<Record<Language, DatePattern>>> = {
  en: { ...plain, comma: ',' },
  ar: { ...plain, comma: '،' },
  // Day and month carry the ending of the genitive, as in "the 22nd of November of 2026".
  ckb: {
    comma: '،',
    long: (day, month, year) => `${day}ی ${month}ی ${year}`,
    month: (month, year) => `${month}ی ${year}`,
  },
  // The year leads: "of 1405, of Lindai the 1st".
  ps: {
    comma: '',
    long: (day, month, year) => `د ${year} د ${month} ${day}`,
    month: (month, year) => `د ${year} ${month}`,
  },
};

function patternOf(language: Language): DatePattern {
  return patterns[language] ?? plain;
}

function weekdayOf(date: PlainDate, language: Language): string {
  return calendarNames[language].weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}
