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

/** What a typed day means. `unclear`: its year has two digits and could be of either calendar, or at either end; `invalid`: no day. */
export type TypedDay =
  | { readonly kind: 'empty' }
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'invalid' };

const invisible = /[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;
const threeParts = /^(\d{1,4})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,4})$/;

/**
 * Reads a typed day such as `۱۴۰۵/۹/۶`, `2026-11-27` or `27/11/2026`, in digits of any script. The part of four digits
 * is the year: year, month, day where it stands first; day, month, year where it stands last. A year below 1700 is
 * Solar Hijri, any other Gregorian.
 */
export function parseTypedDate(raw: string): TypedDay {
  const text = toLatinDigits(raw.normalize('NFKC')).replaceAll(invisible, '').trim();
  if (text === '') return { kind: 'empty' };
  const [, first, month, last] = threeParts.exec(text) ?? [];
  if (first === undefined || last === undefined) return { kind: 'invalid' };
  if (first.length <= 2 && last.length <= 2) return { kind: 'unclear' };
  const [year, day] = first.length > 2 ? [first, last] : [last, first];
  if (year.length !== 4 || day.length > 2) return { kind: 'invalid' };
  const calendar: Calendar = Number(year) < 1700 ? 'persian' : 'gregory';
  const read = fromParts({ year: Number(year), month: Number(month), day: Number(day) }, calendar);
  return read === undefined ? { kind: 'invalid' } : { kind: 'day', day: read };
}
