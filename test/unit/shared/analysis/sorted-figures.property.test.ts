import fc from 'fast-check';
import { expect, test } from 'vitest';
import { median } from '#shared/analysis/median.ts';
import { medianWithout, sortFigures } from '#shared/analysis/sorted-figures.ts';
import type { Decimal } from '#shared/core/decimal.ts';

test('the median without one figure is the median of all the others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 12 }),
      fc.nat(),
      (amounts, pick) => {
        const figures = amounts.map((amount, i) => ({
          amount: String(amount) as Decimal,
          currency: 'AFN',
          record: `r${i}`,
        }));
        const except = `r${pick % figures.length}`;
        const sorted = sortFigures(figures);
        const others = figures
          .filter(({ record }) => record !== except)
          .map(({ amount }) => amount);
        const found = sorted && medianWithout(sorted, except);
        expect(found?.amount).toBe(median(others));
        expect(found?.count ?? 0).toBe(others.length);
      },
    ),
  );
});
