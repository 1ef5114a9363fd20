import {
  CalendarDate,
  getDayOfWeek,
  GregorianCalendar,
  PersianCalendar,
  toCalendar,
} from '@internationalized/date';
import type { Calendar, PlainDate } from './plain-date.ts';

const gregorian = new GregorianCalendar();
const calendarOf = { persian: new PersianCalendar(), gregory: gregorian } as const;

function read(date: PlainDate, calendar: Calendar): CalendarDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return toCalendar(new CalendarDate(year, month, day), calendarOf[calendar]);
}

function write(date: CalendarDate): PlainDate {
  return toCalendar(date, gregorian).toString() as PlainDate;
}

/** The day `days` later, or earlier where it is below zero. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return write(read(date, 'gregory').add({ days }));
}

/** The same day `months` later or earlier in a calendar; the last day of a month that is too short (31 Shahrivar, 30 Mehr). */
export function addMonths(date: PlainDate, months: number, calendar: Calendar): PlainDate {
  return write(read(date, calendar).add({ months }));
}

/** Every day of the month of a calendar that a day is in, in their order. */
export function daysOfMonth(date: PlainDate, calendar: Calendar): readonly PlainDate[] {
  const first = read(date, calendar).set({ day: 1 });
  const count = calendarOf[calendar].getDaysInMonth(first);
  return Array.from({ length: count }, (_day, index) => write(first.add({ days: index })));
}

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export function weekdayOf(date: PlainDate): number {
  return getDayOfWeek(read(date, 'gregory'), 'en-US');
}
