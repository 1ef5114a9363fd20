import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toDecimal } from '#shared/core/decimal.ts';
import { digitSets } from '#shared/core/digits.ts';
import { languages } from '#shared/core/language.ts';
import { parseAmount } from '#shared/core/parse-amount.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { calendars, parseTypedDate } from '#shared/core/plain-date.ts';
import { createFormat } from '../../../../renderer/i18n/format.ts';
import { numberText } from '../../../../renderer/i18n/number-text.ts';
import { completePreferences } from '../../../../renderer/i18n/preferences.ts';

const days = fc
  .date({ min: new Date('1940-01-01'), max: new Date('2119-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate);

test('a short date typed as it is shown is the same day, in every language, calendar and digit set', () => {
  const choices = fc.record({
    language: fc.constantFrom(...languages),
    calendar: fc.constantFrom(...calendars),
    digits: fc.constantFrom(...digitSets),
  });
  fc.assert(
    fc.property(days, choices, (day, chosen) => {
      const shown = createFormat(completePreferences(chosen)).date(day, 'short');
      expect(parseTypedDate(shown)).toEqual({ kind: 'day', day });
    }),
  );
});

test('a Persian number typed as it is shown is the same number, to the last digit', () => {
  const decimals = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.nat(9_999));
  fc.assert(
    fc.property(decimals, ([whole, fraction]) => {
      const value = toDecimal(`${whole}.${String(fraction).padStart(4, '0')}`);
      expect(parseAmount(numberText(value ?? '', 'arabext'))).toEqual({ kind: 'amount', value });
    }),
  );
});
