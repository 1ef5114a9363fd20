import { describe, expect, test } from 'vitest';
import type { Instant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { createFormat } from '../../../../renderer/i18n/format.ts';
import { completePreferences } from '../../../../renderer/i18n/preferences.ts';

const TEHRAN_MINUTES = 210;
const persian = createFormat(completePreferences({ language: 'fa' }), () => TEHRAN_MINUTES);
const english = createFormat(completePreferences({ language: 'en' }), () => TEHRAN_MINUTES);
const azarFirst = '2026-11-22' as PlainDate;
const nowMs = Date.parse('2026-11-22T18:40:00+03:30');
const HOUR_MS = 3_600_000;

describe('a date', () => {
  test('is Solar Hijri in Persian, day before month before year', () => {
    expect(persian.date(azarFirst, 'full')).toBe('یکشنبه ۱ آذر ۱۴۰۵');
    expect(persian.date(azarFirst)).toBe('۱ آذر ۱۴۰۵');
    expect(persian.date(azarFirst, 'short')).toBe('۱۴۰۵/۰۹/۰۱');
    expect(persian.date(azarFirst, 'month')).toBe('آذر ۱۴۰۵');
  });

  test('is Gregorian in English unless the person wants otherwise', () => {
    expect(english.date(azarFirst, 'full')).toBe('Sunday, 22 November 2026');
    const hijri = createFormat(completePreferences({ language: 'en', calendar: 'persian' }));
    expect(hijri.date(azarFirst)).toBe('1 Azar 1405');
  });

  test('stands beside the other calendar only where the person wants to see it', () => {
    expect(persian.dateBoth(azarFirst, 'full')).toBe('یکشنبه ۱ آذر ۱۴۰۵ (۲۲ نوامبر ۲۰۲۶)');
    const alone = createFormat(completePreferences({ showsOtherCalendar: false }));
    expect(alone.dateBoth(azarFirst)).toBe('۱ آذر ۱۴۰۵');
    expect(alone.otherDate(azarFirst)).toBeUndefined();
  });
});

describe('a moment', () => {
  test('keeps the hour of the place it was recorded at', () => {
    expect(persian.time('2026-11-27T09:15:00+03:00' as Instant)).toBe('۰۹:۱۵');
    expect(english.dateTime('2026-11-27T09:15:00+04:30' as Instant)).toBe(
      '27 November 2026, 09:15',
    );
  });

  test('of this laptop is told in its own time', () => {
    expect(persian.time(nowMs)).toBe('۱۸:۴۰');
  });

  test('of today is a time alone, of yesterday says so, and an older one has its date', () => {
    expect(persian.recent(nowMs - HOUR_MS, nowMs)).toBe('۱۷:۴۰');
    expect(persian.recent(nowMs - 24 * HOUR_MS, nowMs)).toBe('دیروز ۱۸:۴۰');
    expect(english.recent(nowMs - 48 * HOUR_MS, nowMs)).toBe('20 November 2026 18:40');
  });

  test('is told from now in its largest whole unit', () => {
    expect(persian.relative(nowMs - 26 * HOUR_MS, nowMs)).toBe('۱ روز پیش');
    expect(persian.relative(nowMs - 5 * 60_000, nowMs)).toBe('۵ دقیقه پیش');
    expect(persian.relative(nowMs, nowMs)).toBe('همین حالا');
    expect(english.relative(nowMs + 2 * HOUR_MS, nowMs)).toBe('in 2 hours');
  });
});

describe('a number', () => {
  test('has grouped digits of the chosen set', () => {
    expect(persian.number('1250000.5')).toBe('۱٬۲۵۰٬۰۰۰٫۵');
    expect(english.number('1250000.5')).toBe('1,250,000.5');
    expect(createFormat(completePreferences({ digits: 'arab' })).number(1234)).toBe('١٬٢٣٤');
  });

  test('keeps every digit of a long amount', () => {
    expect(english.number('1234567890123456789012.000000001')).toBe(
      '1,234,567,890,123,456,789,012.000000001',
    );
  });

  test('is rounded half-up to the places asked for', () => {
    expect(english.number('0.645', 2)).toBe('0.65');
    expect(english.number('10', 2)).toBe('10');
  });

  test('keeps its minus sign before it in right-to-left text', () => {
    expect(persian.number('-5')).toBe('\u2066-۵\u2069');
  });

  test('that is none is shown as it was typed, in the chosen digits', () => {
    expect(persian.number('12 kg?')).toBe('۱۲ kg?');
  });
});

test('money is a number and the name of its currency', () => {
  expect(persian.money('1250000', 'دینار عراق')).toBe('۱٬۲۵۰٬۰۰۰ دینار عراق');
});

test('a share of one is told in whole percent', () => {
  expect(persian.percent(0.617)).toBe('۶۲٪');
  expect(english.percent(0.617)).toBe('62%');
});

test('the size of a file is told in a unit that suits it', () => {
  expect(persian.fileSize(41_000_000_000)).toBe('۴۱ گیگابایت');
  expect(english.fileSize(3_240_000)).toBe('3.2 MB');
  expect(english.fileSize(0)).toBe('0 bytes');
});

test('a list is read as a sentence', () => {
  expect(persian.list(['قیمت', 'تقاضا', 'رقیب'])).toBe('قیمت، تقاضا و رقیب');
  expect(english.list(['price'])).toBe('price');
  expect(english.list([])).toBe('');
});
