import { expect, test } from 'vitest';
import { createMistakeReferences } from '#shared/analysis/mistakes/mistake-references.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { makeContext } from '../../../../support/form-context.ts';

const { item } = makeContext();
const visit: Answers = {
  country: 'AFG',
  market_id: 'kabul',
  outlet_name: 'دکان یک',
  round_id: 'r2',
  visit_date: '2026-11-20',
};
const rice: Answers = {
  product_id: 'rice',
  item_spec: 'برنج',
  price_level: 'retail',
  price_amount: '3000',
  price_currency: 'AFN',
  sale_qty: '1',
  sale_unit: 'bag',
  net_content: '50',
  net_content_unit: 'kg',
};
const today = '2026-11-27' as PlainDate;

function ask(quotations: readonly { record: string; visit: Answers; answers: Answers }[]) {
  return createMistakeReferences({ quotations, referencePrices: [], units: [], item })({
    answers: rice,
    visit,
    today,
    except: 'own',
  });
}

test('a quotation is held against others of its product, level and country, the nearer circle first named', () => {
  const found = ask([
    { record: 'own', visit, answers: rice },
    { record: 'a', visit, answers: rice },
    { record: 'b', visit: { ...visit, outlet_name: 'دکان دو' }, answers: rice },
    { record: 'c', visit: { ...visit, market_id: 'herat' }, answers: rice },
    { record: 'd', visit: { ...visit, market_id: 'herat', round_id: 'r1' }, answers: rice },
    { record: 'e', visit: { ...visit, country: 'IRQ' }, answers: rice },
    { record: 'f', visit, answers: { ...rice, price_level: 'wholesale' } },
  ]);
  expect(found.prices.map(({ circle }) => circle)).toEqual([
    'outlet',
    'market',
    'round',
    'history',
  ]);
  expect(found.prices[0]).toEqual({
    amount: 60,
    currency: 'AFN',
    days: 7,
    circle: 'outlet',
    sameSpec: true,
  });
});

test('containers the product was sold in are known, the most usual first', () => {
  const small = { ...rice, net_content: '25' };
  const { contents } = ask([
    { record: 'a', visit, answers: small },
    { record: 'b', visit, answers: rice },
    { record: 'c', visit, answers: rice },
  ]);
  expect(contents).toEqual([
    { unit: 'bag', content: '50' },
    { unit: 'bag', content: '25' },
  ]);
});

test('prices of earlier periods count by the market they are of', () => {
  const past = {
    product: 'rice',
    market: 'kabul',
    level: 'retail',
    item_spec: 'برنج',
    price: '55',
    currency: 'AFN',
    unit: 'kg',
    unit_count: '1',
    dated: '2026-10-28',
  };
  const references = createMistakeReferences({
    quotations: [],
    referencePrices: [past],
    units: [],
    item,
  });
  expect(references({ answers: rice, visit, today }).prices).toEqual([
    { amount: 55, currency: 'AFN', days: 30, circle: 'market', sameSpec: true },
  ]);
});
