import { expect, test } from 'vitest';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { withCalculated } from '#shared/forms/calculations/calculate.ts';
import { priceForm } from '#shared/forms/definitions/price.ts';
import { priceForm2 } from '#shared/forms/definitions/price-2.ts';
import { rederivedPrice } from '#shared/analysis/rederived-prices.ts';
import { bookFactors, createFactorReferences, keptFactor } from '#shared/analysis/unit-factors.ts';
import { makeContext } from '../../../support/form-context.ts';

const today = '2026-11-27' as PlainDate;
const herat = {
  country: 'AFG',
  admin1_pcode: 'AF32',
  market_id: 'herat',
  visit_date: '2026-11-25',
  fx_usd_buy: '70',
  fx_usd_sell: '70',
};
const seer = {
  product_id: 'rice',
  item_spec: 'rice',
  availability: 'wide',
  price_amount: '420',
  price_currency: 'AFN',
  sale_unit: 'ser_kabul',
  sale_qty: '1',
};

function weighed(code: string, factor: string, dated: string, place: Answers = {}) {
  const answers = { unit: 'ser_kabul', factor, dated, country: 'AFG', ...place };
  return { code, answers };
}
const inHerat = { admin1_pcode: 'AF32', market: 'herat' };

function factorOf(items: readonly ReturnType<typeof weighed>[], visit: Answers = herat) {
  return createFactorReferences(bookFactors(items), visit, today).unitFactor('ser_kabul');
}

function priced(items: readonly ReturnType<typeof weighed>[]) {
  const references = createFactorReferences(bookFactors(items), herat, today);
  return makeContext({ visit: herat, references });
}

test('the price per kilogram of a seer rests on what it was weighed to hold in this market', () => {
  const context = priced([weighed('a', '7.5', '2026-11-20', inHerat)]);
  expect(withCalculated(priceForm, seer, context)).toMatchObject({
    unit_price_std: '56',
    unit_factor: '7.5',
    unit_factor_source: 'weighed',
    unit_factor_date: '2026-11-20',
    unit_factor_item: 'a',
    unit_price_usd: '0.8',
  });
});

test('without a weighed one the factor of the register is used and kept', () => {
  const row = withCalculated(priceForm, { ...seer, price_amount: '7066' }, priced([]));
  expect(row).toMatchObject({
    unit_price_std: '1000',
    unit_factor: '7.066',
    unit_factor_source: 'register',
  });
  expect(row).not.toHaveProperty('unit_factor_item');
});

test('a unit that a standard fixes is never weighed anew, and no factor of it is kept', () => {
  const kilogram = { ...weighed('a', '0.9', '2026-11-20', inHerat).answers, unit: 'kg' };
  const book = bookFactors([{ code: 'a', answers: kilogram }]);
  const references = createFactorReferences(book, herat, today);
  const row = withCalculated(
    priceForm,
    { ...seer, sale_unit: 'kg' },
    makeContext({ visit: herat, references }),
  );
  expect(row['unit_price_std']).toBe('420');
  expect(row).not.toHaveProperty('unit_factor');
});

test.each([
  ['its own market before its province', [{}, inHerat, { admin1_pcode: 'AF32' }], 1],
  ['its province before the country', [{}, { admin1_pcode: 'AF32' }], 1],
  [
    'the province as a whole before another market of it',
    [{ admin1_pcode: 'AF32', market: 'islam_qala' }, { admin1_pcode: 'AF32' }],
    1,
  ],
  [
    'another market of the province before the country',
    [{}, { admin1_pcode: 'AF32', market: 'islam_qala' }],
    1,
  ],
] as const)('a visit takes the measure of %s', (_what, places, expected) => {
  const items = places.map((place, at) => weighed(String(at), `7.${at + 1}`, '2026-11-20', place));
  expect(factorOf(items)?.item).toBe(String(expected));
});

test('a measure of another province or another country says nothing here', () => {
  expect(factorOf([weighed('a', '14', '2026-11-20', { admin1_pcode: 'AF21' })])).toBeUndefined();
  expect(factorOf([weighed('a', '14', '2026-11-20', { country: 'IRQ' })])).toBeUndefined();
});

test('of several the latest on the day of the visit is taken, a later one only where there is no other', () => {
  const early = weighed('early', '7', '2026-11-01', inHerat);
  const late = weighed('late', '7.1', '2026-11-24', inHerat);
  const after = weighed('after', '7.2', '2026-11-26', inHerat);
  expect(factorOf([after, early, late])?.item).toBe('late');
  expect(factorOf([after])?.item).toBe('after');
});

test('what cannot be read as a measure is left out', () => {
  expect(
    bookFactors([
      { code: 'a', answers: { unit: 'ser_kabul', factor: 'seven', dated: '2026-11-20' } },
      { code: 'b', answers: { unit: 'ser_kabul', factor: '7' } },
      { code: 'c', answers: { factor: '7', dated: '2026-11-20' } },
    ]),
  ).toEqual([]);
});

test('a kept price shows what it would be once the seer is weighed, and so does one of the form before', () => {
  for (const form of [priceForm, priceForm2]) {
    const kept = withCalculated(form, seer, priced([]));
    const again = rederivedPrice('p', form, kept, priced([weighed('a', '7.5', '2026-11-20')]));
    expect(again?.std).toEqual({ before: kept['unit_price_std'], after: '56' });
    expect(again?.usd.after).toBe('0.8');
    expect(Object.hasOwn(again?.after ?? {}, 'unit_factor')).toBe(form === priceForm);
  }
});

test('a kept price is read with the factor it was kept with', () => {
  const { unitFactor } = keptFactor({ sale_unit: 'ser_kabul', unit_factor: '7.5' });
  expect(unitFactor?.('ser_kabul')?.factor).toBe('7.5');
  expect(unitFactor?.('man_herat')).toBeUndefined();
  expect(keptFactor({ sale_unit: 'kg' })).toEqual({});
});
