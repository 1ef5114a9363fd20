import { expect, test } from 'vitest';
import { rederivedPrice } from '#shared/analysis/rederived-prices.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { withCalculated } from '#shared/forms/calculations/calculate.ts';
import { priceForm } from '#shared/forms/definitions/price.ts';
import { priceForm1 } from '#shared/forms/definitions/price-1.ts';
import { makeContext } from '../../../support/form-context.ts';

const typed = {
  product_id: 'rice',
  item_spec: 'rice',
  availability: 'wide',
  price_amount: '70',
  price_currency: 'AFN',
  sale_unit: 'kg',
  sale_qty: '1',
};
function contextAt(rate: string, dated = '2026-11-20') {
  return makeContext({
    references: {
      fxRate: () => ({
        rate: rate as Decimal,
        kind: 'market',
        source: 'table',
        dated: dated as PlainDate,
      }),
    },
  });
}

test('a price whose rate changed shows what was kept and what would be', () => {
  const stored = withCalculated(priceForm, typed, contextAt('70'));
  expect(rederivedPrice('p1', priceForm, stored, contextAt('68', '2026-11-21'))).toEqual({
    record: 'p1',
    before: {
      fx_rate: '70',
      fx_kind: 'market',
      fx_source: 'table',
      fx_date: '2026-11-20',
      unit_factor: undefined,
      unit_factor_source: undefined,
      unit_factor_date: undefined,
      unit_factor_item: undefined,
      unit_price_std: '70',
      unit_price_usd: '1',
    },
    after: {
      fx_rate: '68',
      fx_kind: 'market',
      fx_source: 'table',
      fx_date: '2026-11-21',
      unit_factor: undefined,
      unit_factor_source: undefined,
      unit_factor_date: undefined,
      unit_factor_item: undefined,
      unit_price_std: '70',
      unit_price_usd: '1.029411764705882353',
    },
    std: { before: '70', after: '70' },
    usd: { before: '1', after: '1.029411764705882353' },
  });
});

test('a price with the same rate is left alone, also where it is of another day', () => {
  const stored = withCalculated(priceForm, typed, contextAt('70'));
  expect(rederivedPrice('p1', priceForm, stored, contextAt('70', '2026-11-25'))).toBeUndefined();
});

test('a price of the first version of the form gets no field that version has not', () => {
  const stored = withCalculated(priceForm1, typed, contextAt('70'));
  const found = rederivedPrice('p1', priceForm1, stored, contextAt('68'));
  expect(Object.keys(found?.after ?? {})).not.toContain('fx_date');
});
