import { expect, test } from 'vitest';
import { createPriceReferences } from '#shared/analysis/price-reference.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { RegisterName } from '#shared/forms/choices.ts';

const items: Readonly<Record<string, Answers>> = {
  'product/rice': { std_unit: 'kg' },
  'unit/kg': { base_unit: 'kg', factor_to_base: '1', needs_content: 'no' },
  'unit/ser_kabul': { base_unit: 'kg', factor_to_base: '7.066', needs_content: 'no' },
  'currency/AFN': { iso_code: 'AFN', iso_factor: '1' },
  'currency/USD': { iso_code: 'USD', iso_factor: '1' },
  'currency/IRR': { iso_code: 'IRR', iso_factor: '1' },
  'currency/IRT': { iso_code: 'IRR', iso_factor: '10' },
  'market/kabul': { country: 'AFG' },
  'market/herat': { country: 'AFG' },
};
function item(register: RegisterName, code: string): Answers | undefined {
  return items[`${register}/${code}`];
}
const question = { country: 'AFG', product: 'rice', level: 'retail', itemSpec: 'برنج مرغوب' };

let made = 0;
function quotation(price: string, rest: Answers = {}, country = 'AFG') {
  made += 1;
  const answers = {
    product_id: 'rice',
    price_level: 'retail',
    item_spec: 'برنج مرغوب',
    price_currency: 'AFN',
    unit_price_std: price,
    ...rest,
  };
  return { record: `r${made}`, country, answers };
}
function pastPrice(price: string, period: string, rest: Answers = {}): Answers {
  return {
    product: 'rice',
    market: 'kabul',
    level: 'retail',
    item_spec: 'برنج مرغوب',
    price,
    currency: 'AFN',
    unit: 'kg',
    unit_count: '1',
    period,
    ...rest,
  };
}

test('three quotations of the round make a median; the record itself is not held against itself', () => {
  const quotations = ['80', '90', '100', '1000'].map((price) => quotation(price));
  const ask = createPriceReferences({ quotations, referencePrices: [], item });
  const own = quotations[3]?.record ?? '';
  expect(ask({ ...question, except: own })).toEqual({
    amount: '90',
    currency: 'AFN',
    count: 3,
    basis: 'round',
    sameSpec: true,
  });
  expect(ask(question)?.amount).toBe('95');
});

test('two quotations say nothing of the market: the latest past figures are taken', () => {
  const ask = createPriceReferences({
    quotations: [quotation('80'), quotation('90')],
    referencePrices: [
      pastPrice('70', '2024-08'),
      pastPrice('100', '2024-09'),
      pastPrice('110', '2024-09', { market: 'herat' }),
    ],
    item,
  });
  expect(ask(question)).toMatchObject({
    amount: '105',
    count: 2,
    basis: 'history',
    sameSpec: true,
  });
});

test('a past price by a regional measure is brought to the standard unit', () => {
  const referencePrices = [pastPrice('706.6', '2024-09', { unit: 'ser_kabul' })];
  const ask = createPriceReferences({ quotations: [], referencePrices, item });
  expect(ask(question)?.amount).toBe('100');
});

test('another spelling of the description is the same description, another one counts less', () => {
  const quotations = ['80', '90', '100'].map((price) =>
    quotation(price, { item_spec: 'برنج مرغوب' }),
  );
  const ask = createPriceReferences({ quotations, referencePrices: [], item });
  expect(ask({ ...question, itemSpec: 'برنج  مرغوب' })?.sameSpec).toBe(true);
  expect(ask({ ...question, itemSpec: 'برنج معمولی' })?.sameSpec).toBe(false);
});

test('levels, countries and currencies are never mixed in one median', () => {
  const quotations = [
    ...['80', '90', '100'].map((price) => quotation(price)),
    ...['1', '1', '1'].map((price) => quotation(price, { price_level: 'wholesale' })),
    ...['2', '2', '2'].map((price) => quotation(price, {}, 'IRQ')),
    quotation('3', { price_currency: 'USD' }),
  ];
  const ask = createPriceReferences({ quotations, referencePrices: [], item });
  expect(ask(question)).toMatchObject({ amount: '90', currency: 'AFN', count: 3 });
});

test('toman and rial are one currency', () => {
  const quotations = [
    quotation('10', { price_currency: 'IRT' }),
    quotation('100', { price_currency: 'IRR' }),
    quotation('12', { price_currency: 'IRT' }),
  ];
  const ask = createPriceReferences({ quotations, referencePrices: [], item });
  expect(ask(question)).toMatchObject({ amount: '100', currency: 'IRR', count: 3 });
});

test('nothing is said of a product nobody has a price of', () => {
  const ask = createPriceReferences({ quotations: [], referencePrices: [], item });
  expect(ask(question)).toBeUndefined();
});
