import { isolated } from '#shared/core/bidi.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import { toDigitSet } from '#shared/core/digits.ts';
import type { Instant } from '#shared/core/instant.ts';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import { directionOf, listMarksOf } from '#shared/core/language.ts';
import type { Calendar, PlainDate } from '#shared/core/plain-date.ts';
import type { DateStyle } from './date-text.ts';
import { dateText } from './date-text.ts';
import { numberText } from './number-text.ts';
import type { Preferences } from './preferences.ts';
import { relativeText } from './relative-text.ts';
import { words } from './words.ts';

/** A moment: with the offset of the place it was recorded at, or in ms since 1970 UTC, then told in this laptop's time. */
export type Moment = Instant | number;

/** Values as texts in the person's language, calendar and digits. For reading only: never store or parse what it returns. */
export interface Format {
  /** A day in the chosen calendar. */
  readonly date: (date: PlainDate, style?: DateStyle) => string;
  /** The same with the other calendar in brackets, where the person wants to see it. */
  readonly dateBoth: (date: PlainDate, style?: DateStyle) => string;
  /** A day in the calendar that is not the chosen one; undefined where the person does not want to see it. */
  readonly otherDate: (date: PlainDate, style?: DateStyle) => string | undefined;
  /** Hours and minutes. */
  readonly time: (moment: Moment) => string;
  readonly dateTime: (moment: Moment) => string;
  /** A moment as short as it can be told: the time alone for today, "yesterday", or the date. */
  readonly recent: (moment: number, nowMs: number) => string;
  /** "5 minutes ago" */
  readonly relative: (moment: number, nowMs: number) => string;
  /** A number with grouped digits; `places` rounds half-up. */
  readonly number: (value: Decimal | number | string, places?: number) => string;
  readonly money: (amount: Decimal | string, currency: string, places?: number) => string;
  /** "IQD per kilogram" */
  readonly perUnit: (of: string, unit: string) => string;
  /** A share of one, in whole percent. */
  readonly percent: (share: number) => string;
  readonly fileSize: (bytes: number) => string;
  /** "a, b and c" */
  readonly list: (items: readonly string[]) => string;
  /** A text with its digits in the chosen set. */
  readonly digits: (text: string) => string;
}

type Choices = Pick<Preferences, 'language' | 'calendar' | 'digits' | 'showsOtherCalendar'>;

/** Makes the formatters; `offsetMinutes` tells how far east of UTC the laptop is at a moment. */
export function createFormat(choices: Choices, offsetMinutes = systemOffset): Format {
  const { language, calendar, digits, showsOtherCalendar } = choices;
  const { yesterday, and, percent, per, bytes: byteUnits } = words[language];
  const { comma } = listMarksOf[directionOf[language]];
  const other: Calendar = calendar === 'persian' ? 'gregory' : 'persian';

  function inDigits(text: string): string {
    return toDigitSet(text, digits);
  }
  function number(value: Decimal | number | string, places?: number): string {
    return numberText(value, digits, places);
  }
  function date(day: PlainDate, style: DateStyle = 'long'): string {
    return inDigits(dateText(day, style, { calendar, language }));
  }
  function otherDate(day: PlainDate, style: DateStyle = 'long'): string | undefined {
    return showsOtherCalendar
      ? inDigits(dateText(day, style, { calendar: other, language }))
      : undefined;
  }
  function localised(moment: Moment): Instant {
    return typeof moment === 'number' ? toInstant(moment, offsetMinutes(moment)) : moment;
  }
  function time(moment: Moment): string {
    return inDigits(localised(moment).slice(11, 16));
  }

  return {
    date,
    otherDate,
    dateBoth: (day, style) => {
      const beside = otherDate(day, style === 'full' ? 'long' : style);
      return beside === undefined ? date(day, style) : `${date(day, style)} (${beside})`;
    },
    time,
    dateTime: (moment) => `${date(dayOf(localised(moment)))}${comma}${time(moment)}`,
    recent: (moment, nowMs) => {
      const day = dayOf(localised(moment));
      if (day === dayOf(localised(nowMs))) return time(moment);
      const isYesterday = day === dayOf(localised(nowMs - 24 * 60 * 60_000));
      return `${isYesterday ? yesterday : date(day)} ${time(moment)}`;
    },
    relative: (moment, nowMs) => inDigits(relativeText(moment, nowMs, language)),
    number,
    money: (amount, currency, places) => `${number(amount, places)} ${currency}`,
    perUnit: (of, unit) => `${of} ${per} ${unit}`,
    percent: (share) => `${number(Math.round(share * 100))}${percent}`,
    fileSize: (bytes) => {
      const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
      return `${number(bytes / 1000 ** step, 1)} ${byteUnits[step] ?? ''}`;
    },
    list: (texts) => {
      const items = texts.map((text) => isolated(text, directionOf[language]));
      return items.length < 2
        ? items.join('')
        : `${items.slice(0, -1).join(comma)}${and}${items.at(-1) ?? ''}`;
    },
    digits: inDigits,
  };
}

function systemOffset(ms: number): number {
  return -new Date(ms).getTimezoneOffset();
}
