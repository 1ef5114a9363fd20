import { describe, expect, test } from 'vitest';
import {
  dataText,
  isolated,
  isolatedLeftToRight,
  withSymbols,
  withoutIsolates,
} from '#shared/core/bidi.ts';
import { searchKey } from '#shared/core/search-key.ts';

describe('a name from outside', () => {
  test.each([
    ['Golha (5) 2-in-1', '\u2068Golha (5) 2-in-1\u2069', 'Golha (5) 2-in-1'],
    ['روغن لادن', 'روغن لادن', '\u2068روغن لادن\u2069'],
    ['روغن Ladan (5)', '\u2068روغن Ladan (5)\u2069', '\u2068روغن Ladan (5)\u2069'],
    ['+964 750 123 4567', '\u2066+964 750 123 4567\u2069', '+964 750 123 4567'],
    ['۰۷۵۰-۱۲۳', '\u2066۰۷۵۰-۱۲۳\u2069', '۰۷۵۰-۱۲۳'],
    ['۱۲٫۵', '۱۲٫۵', '۱۲٫۵'],
  ])('%s is isolated where its letters run against the text around it', (name, rtl, ltr) => {
    expect(dataText(name, 'rtl')).toBe(rtl);
    expect(dataText(name, 'ltr')).toBe(ltr);
  });

  test.each([
    ['an override', 'Golha\u202e5', 'Golha[RLO]5'],
    ['an isolate that never ends', 'Golha\u2067', 'Golha[RLI]'],
    ['an end without a beginning', 'Golha\u2069 5', 'Golha[PDI] 5'],
    ['a whole isolate', '\u2068Golha\u2069', '[FSI]Golha[PDI]'],
    ['a mark', 'Golha\u200f', 'Golha[RLM]'],
    ['a blank without width', 'Gol\u200bha', 'Gol[ZWSP]ha'],
    ['a soft hyphen', 'Gol\u00adha', 'Gol[SHY]ha'],
    ['a joiner between Latin letters', 'Gol\u200cha', 'Gol[ZWNJ]ha'],
    ['a bell', 'Golha\u0007', 'Golha[U+0007]'],
    ['a tag', 'Golha\u{e0041}', 'Golha[U+E0041]'],
  ])('shows %s', (_, name, shown) => {
    expect(dataText(name, 'ltr')).toBe(shown);
  });

  test.each(['می‌خواهم', 'DVD‌ها', '۱۰‌ساله', 'ه‍.ش', 'ەوە‌کان', 'له‌', '👨‍👩‍👧', 'یک\nدو\tسه'])(
    'keeps what belongs into %s',
    (name) => {
      expect(withoutIsolates(dataText(name, 'rtl'))).toBe(name);
    },
  );

  test('that ends in a joiner is told from the one that does not', () => {
    expect(dataText('گلرنگ\u200c', 'rtl')).not.toBe(dataText('گلرنگ', 'rtl'));
    expect(dataText('گل\u200c\u200cرنگ', 'rtl')).toContain('[ZWNJ]');
  });

  test('is found whatever is hidden in it', () => {
    expect(searchKey('Gol\u202eha\u2069\u00ad\ufeff')).toBe(searchKey('golha'));
  });
});

describe('a text that is put together', () => {
  test('is isolated as a whole, and its parts stay isolated', () => {
    const names = `${dataText('Golha', 'rtl')} — ${dataText('Ladan', 'rtl')}`;
    expect(isolated(names, 'rtl')).toBe(`\u2068${names}\u2069`);
  });

  test('is not isolated twice', () => {
    const name = dataText('Golha', 'rtl');
    expect(isolated(name, 'rtl')).toBe(name);
    const number = isolatedLeftToRight('-5');
    expect(isolated(number, 'rtl')).toBe(number);
    expect(withSymbols(name)).toBe(name);
  });

  test('has what is hidden in a part shown all the same', () => {
    expect(isolated('\u2068Gol\u202eha\u2069', 'rtl')).toBe('\u2068Gol[RLO]ha\u2069');
  });
});
