import { CalendarDate, PersianCalendar, toCalendar } from '@internationalized/date';
import { z } from 'zod';
import { toLatinDigits } from './digits.ts';

/** A day in the Gregorian calendar as it is stored: `YYYY-MM-DD`. */
export type PlainDate = string & { readonly __brand: 'PlainDate' };
/** The calendars a day may be shown and typed in: `persian` is Solar Hijri. */
export const calendars = ['persian', 'gregory'] as const;
/** A calendar, by its CLDR name. */
export type Calendar = (typeof calendars)[number];
/** Year, month (1-12) and day of a calendar. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const persian = new PersianCalendar();

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isPlainDate(text: string): text is PlainDate {
  const [, year, month, day] = iso.exec(text) ?? [];
  if (year === undefined) return false;
  return (
    fromParts({ year: Number(year), month: Number(month), day: Number(day) }, 'gregory') === text
  );
}

/** Parses a stored day; any other text fails. */
export const plainDateSchema = z.string().refine(isPlainDate) as unknown as z.ZodType<PlainDate>;

/** A stored day's parts in a calendar. */
export function partsOf(date: PlainDate, calendar: Calendar): DateParts {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  if (calendar === 'gregory') return { year, month, day };
  const converted = toCalendar(new CalendarDate(year, month, day), persian);
  return { year: converted.year, month: converted.month, day: converted.day };
}

/** The stored day for parts of a calendar; undefined for a day that does not exist (30 Esfand of a common year). */
function fromParts(parts: DateParts, calendar: Calendar): PlainDate | undefined {
  if (!Number.isInteger(parts.year) || parts.year < 1 || parts.year > 9999) return undefined;
  // The library moves an impossible day to the nearest possible one; the comparison refuses it instead.
  const given =
    calendar === 'gregory'
      ? new CalendarDate(parts.year, parts.month, parts.day)
      : new CalendarDate(persian, parts.year, parts.month, parts.day);
  if (given.year !== parts.year || given.month !== parts.month || given.day !== parts.day) {
    return undefined;
  }
  const stored =
    calendar === 'gregory' ? given : toCalendar(given, new CalendarDate(1, 1, 1).calendar);
  return `${padded(stored.year, 4)}-${padded(stored.month, 2)}-${padded(stored.day, 2)}` as PlainDate;
}

/** Days from one stored day to another; below zero where the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  const [[a, b, c], [d, e, f]] = [from, to].map((day) => day.split('-').map(Number)) as [
    [number, number, number],
    [number, number, number],
  ];
  return new CalendarDate(d, e, f).compare(new CalendarDate(a, b, c));
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

/**
 * Reads a typed day such as `۱۴۰۵/۹/۶`, `1405-09-06` or `2026-11-27`, in digits of any script, year first. A year
 * below 1700 is Solar Hijri, any other Gregorian; two digits mean the running century of `calendar`. Undefined if it is no day.
 */
export function parseTypedDate(raw: string, calendar: Calendar): PlainDate | undefined {
  const text = toLatinDigits(raw.normalize('NFKC'))
    .replaceAll(/[\u200b-\u200f\u061c\u2066-\u2069]/g, '')
    .trim();
  const [, year, month, day] =
    /^(\d{4}|\d{2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,2})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const century = calendar === 'persian' ? 1400 : 2000;
  const full = year.length === 2 ? century + Number(year) : Number(year);
  const read: Calendar = full < 1700 ? 'persian' : 'gregory';
  return fromParts({ year: full, month: Number(month), day: Number(day) }, read);
}
