import { describe, expect, test } from 'vitest';
import { parseTypedDate } from '#shared/core/plain-date.ts';

const day = { kind: 'day', day: '2026-11-27' };
const unclear = { kind: 'unclear' };
const invalid = { kind: 'invalid' };

describe('a typed day', () => {
  test.each([
    ['year first, Gregorian', '2026/11/27'],
    ['year first, Solar Hijri', '1405/9/6'],
    ['year last, Gregorian', '27/11/2026'],
    ['year last, Solar Hijri', '6/9/1405'],
    ['year last, Persian digits', '۰۶/۰۹/۱۴۰۵'],
    ['year last, Arabic digits and dots', '٢٧.١١.٢٠٢٦'],
    ['year last, full-width digits', '２７-１１-２０２６'],
    ['with spaces and direction marks', '\u200f 27 / 11 / 2026\u202c '],
  ])('is read: %s', (_name, typed) => {
    expect(parseTypedDate(typed)).toEqual(day);
  });

  test('has the day before the month where the year is last', () => {
    expect(parseTypedDate('11/12/2026')).toEqual({ kind: 'day', day: '2026-12-11' });
    expect(parseTypedDate('11/27/2026')).toEqual(invalid);
  });

  test.each(['22/11/26', '05/9/6', '۰۵/۰۹/۰۶', '6-9-05', '1/2/3', '26 11 22'])(
    'is not taken with a year of two digits: %s',
    (typed) => {
      expect(parseTypedDate(typed)).toEqual(unclear);
    },
  );

  test.each([
    '2026/13/01',
    '29/02/2026',
    '30/12/1404',
    '31/7/1405',
    '140/9/6',
    '6/9/140',
    '2026/11/2026',
    '11/2026/27',
    '2026/11',
    'امروز',
  ])('that does not exist is refused: %s', (typed) => {
    expect(parseTypedDate(typed)).toEqual(invalid);
  });

  test('that is only spaces is none', () => {
    expect(parseTypedDate(' \u200f ')).toEqual({ kind: 'empty' });
  });
});
