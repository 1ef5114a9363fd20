import { expect, test } from 'vitest';
import { addDays, addMonths, daysOfMonth, weekdayOf } from '#shared/core/month.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { partsOf } from '#shared/core/plain-date.ts';

const day = '2026-11-27' as PlainDate; // Friday, 6 Azar 1405

test('days go on over the ends of months and years', () => {
  expect(addDays('2026-12-31' as PlainDate, 1)).toBe('2027-01-01');
  expect(addDays('2024-03-01' as PlainDate, -1)).toBe('2024-02-29');
});

test('a month later is the same day of the next month of that calendar, or its last', () => {
  expect(partsOf(addMonths(day, 1, 'persian'), 'persian')).toEqual({
    year: 1405,
    month: 10,
    day: 6,
  });
  expect(addMonths('2026-01-31' as PlainDate, 1, 'gregory')).toBe('2026-02-28');
  // 31 Shahrivar 1405 and 30 Mehr 1405.
  expect(addMonths('2026-09-22' as PlainDate, 1, 'persian')).toBe('2026-10-22');
});

test('a month has its own days: Esfand has 30 in a leap year and 29 in others', () => {
  const azar = daysOfMonth(day, 'persian');
  expect([azar.length, azar[0], azar.at(-1)]).toEqual([30, '2026-11-22', '2026-12-21']);
  expect(daysOfMonth('2025-03-10' as PlainDate, 'persian')).toHaveLength(30);
  expect(daysOfMonth('2026-03-10' as PlainDate, 'persian')).toHaveLength(29);
  expect(daysOfMonth(day, 'gregory')).toHaveLength(30);
});

test('the day of the week is that of the calendar on the wall', () => {
  expect(weekdayOf(day)).toBe(5);
});
