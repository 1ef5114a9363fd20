import type { Language } from '#shared/core/language.ts';
import type { Calendar } from '#shared/core/plain-date.ts';

interface CalendarNames {
  /** January or Farvardin first. */
  readonly months: Readonly<Record<Calendar, readonly string[]>>;
  /** Sunday first. */
  readonly weekdays: readonly string[];
}

// Chromium's own data puts Persian dates in the wrong order with a Latin comma and knows neither Sorani nor Pashto; so the
// names are ours, and Intl is not asked for any.
export const calendarNames: Readonly<Record<Language, CalendarNames>> = {
  fa: {
    months: {
      persian: [
        'فروردین',
        'اردیبهشت',
        'خرداد',
        'تیر',
        'مرداد',
        'شهریور',
        'مهر',
        'آبان',
        'آذر',
        'دی',
        'بهمن',
        'اسفند',
      ],
      gregory: [
        'ژانویه',
        'فوریه',
        'مارس',
        'آوریل',
        'مه',
        'ژوئن',
        'ژوئیه',
        'اوت',
        'سپتامبر',
        'اکتبر',
        'نوامبر',
        'دسامبر',
      ],
    },
    weekdays: ['یکشنبه', 'دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه'],
  },
  en: {
    months: {
      persian: [
        'Farvardin',
        'Ordibehesht',
        'Khordad',
        'Tir',
        'Mordad',
        'Shahrivar',
        'Mehr',
        'Aban',
        'Azar',
        'Dey',
        'Bahman',
        'Esfand',
      ],
      gregory: [
        'January',
        'February',
        'March',
        'April',
        'May',
        'June',
        'July',
        'August',
        'September',
        'October',
        'November',
        'December',
      ],
    },
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  },
};
