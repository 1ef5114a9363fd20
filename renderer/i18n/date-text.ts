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
      return `${day} ${monthName} ${year}`;
    case 'month':
      return `${monthName} ${year}`;
    case 'full': {
      const comma = language === 'en' ? ',' : '';
      return `${weekdayOf(date, language)}${comma} ${day} ${monthName} ${year}`;
    }
  }
}

function weekdayOf(date: PlainDate, language: Language): string {
  return calendarNames[language].weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}
