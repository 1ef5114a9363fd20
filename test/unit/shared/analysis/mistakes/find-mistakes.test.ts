import { expect, test } from 'vitest';
import type { KnownPrice } from '#shared/analysis/mistakes/expect-price.ts';
import { findMistakes } from '#shared/analysis/mistakes/find-mistakes.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { AnswerContext } from '#shared/forms/context.ts';
import { makeContext } from '../../../../support/form-context.ts';
import { unitItems } from '../../../../mistakes/row-context.ts';

const perUsd: Readonly<Record<string, string>> = { AFN: '70', IRR: '600000', IQD: '1310' };
const units: Readonly<Record<string, Answers>> = Object.fromEntries(
  unitItems.map(({ code, answers }) => [code, answers]),
);

function row(answers: Answers, visit: Answers, standard = 'kg'): AnswerContext {
  const base = makeContext({
    visit,
    references: {
      fxRate: (currency) => ({ rate: perUsd[currency] as Decimal, source: 'table' }),
    },
  });
  return {
    ...base,
    item: (register, code) => {
      if (register === 'unit') return units[code];
      return register === 'product' ? { std_unit: standard } : base.item(register, code);
    },
    answers: {
      product_id: 'rice',
      item_spec: 'rice',
      sale_qty: '1',
      sale_unit: 'kg',
      ...answers,
    },
  };
}
function around(amount: number, currency: string): readonly KnownPrice[] {
  return [0.92, 0.97, 1, 1.02, 1.08].map((factor) => ({
    amount: amount * factor,
    currency,
    days: 5,
    circle: 'round',
    sameSpec: true,
  }));
}
function find(typed: AnswerContext, prices: readonly KnownPrice[]) {
  return findMistakes(typed, { prices, units: unitItems, contents: [] });
}

const herat = { country: 'AFG', admin1_pcode: 'AF32', visit_currency: 'AFN' };
const kabul = { ...herat, admin1_pcode: 'AF01' };
const mazar = { ...herat, admin1_pcode: 'AF21' };
const erbil = { country: 'IRQ', admin1_pcode: 'IQG11', visit_currency: 'IQD' };
const rice = around(60, 'AFN');
const bag = { sale_unit: 'bag', net_content: '50', net_content_unit: 'kg' };

test.each([
  [
    'tomans noted as rials',
    herat,
    { price_amount: '51000', price_currency: 'IRR' },
    'toman_rial',
    { price_currency: 'IRT' },
  ],
  [
    'rials noted as tomans',
    herat,
    { price_amount: '510000', price_currency: 'IRT' },
    'toman_rial',
    { price_currency: 'IRR' },
  ],
  [
    'a lost zero',
    kabul,
    { price_amount: '6', price_currency: 'AFN' },
    'zero',
    { price_amount: '60' },
  ],
  [
    'a zero too many',
    kabul,
    { price_amount: '610', price_currency: 'AFN' },
    'zero',
    { price_amount: '61' },
  ],
  [
    'a Kabul seer',
    kabul,
    { price_amount: '430', price_currency: 'AFN' },
    'seer_man',
    { sale_unit: 'ser_kabul' },
  ],
  [
    'a Mazar seer',
    mazar,
    { price_amount: '840', price_currency: 'AFN' },
    'seer_man',
    { sale_unit: 'ser_mazar' },
  ],
  [
    'a Herat man',
    herat,
    { price_amount: '240', price_currency: 'AFN' },
    'seer_man',
    { sale_unit: 'man_herat' },
  ],
  [
    'a kilogram under seer',
    kabul,
    { price_amount: '60', price_currency: 'AFN', sale_unit: 'ser_kabul' },
    'seer_man',
    { sale_unit: 'kg' },
  ],
  [
    'a bag of 50 under kg',
    kabul,
    { price_amount: '3000', price_currency: 'AFN' },
    'bag_size',
    { sale_unit: 'bag', net_content: '50', net_content_unit: 'kg' },
  ],
  [
    'a kilogram under a bag',
    kabul,
    { price_amount: '60', price_currency: 'AFN', ...bag },
    'bag_size',
    { sale_unit: 'kg' },
  ],
  [
    'grams under kilograms',
    kabul,
    { price_amount: '30', price_currency: 'AFN', ...bag, sale_unit: 'pack', net_content: '500' },
    'gram_kilogram',
    { net_content_unit: 'g' },
  ],
  [
    'the gram for the kilogram',
    kabul,
    { price_amount: '60', price_currency: 'AFN', sale_unit: 'g' },
    'gram_kilogram',
    { sale_unit: 'kg' },
  ],
  [
    'tomans noted as afghani',
    herat,
    { price_amount: '52000', price_currency: 'AFN' },
    'other_currency',
    { price_currency: 'IRT' },
  ],
  [
    'the price of one for five',
    kabul,
    { price_amount: '60', price_currency: 'AFN', sale_qty: '5' },
    'quantity',
    { sale_qty: '1' },
  ],
] as const)(
  '%s is named, with the answers that put it right',
  (_what, visit, answers, name, correction) => {
    expect(find(row(answers, visit), rice)[0]).toMatchObject({ name, correction });
  },
);

test('thousands left out of dinars are named, also where nothing is known of the price', () => {
  const typed = row({ price_amount: '1.25', price_currency: 'IQD' }, erbil);
  const correction = { price_amount: '1250' };
  expect(find(typed, around(1200, 'IQD'))[0]).toMatchObject({ name: 'thousands', correction });
  expect(find(typed, [])[0]).toMatchObject({ name: 'thousands', correction });
});

test('dollar notes of a hundred are counted in Iraq', () => {
  const typed = row(
    { price_amount: '4.5', price_currency: 'USD', sale_unit: 'piece' },
    erbil,
    'piece',
  );
  expect(find(typed, around(460, 'USD'))[0]).toMatchObject({
    name: 'per_hundred',
    correction: { price_amount: '450' },
  });
});

test('a dozen is looked for in things that are counted alone', () => {
  const pen = row(
    { price_amount: '122', price_currency: 'AFN', sale_unit: 'piece' },
    kabul,
    'piece',
  );
  expect(find(pen, around(10, 'AFN'))[0]).toMatchObject({
    name: 'dozen',
    correction: { sale_unit: 'dozen' },
  });
  const weighed = row({ price_amount: '720', price_currency: 'AFN' }, kabul);
  expect(find(weighed, rice).map(({ name }) => name)).not.toContain('dozen');
});

test.each(['48', '60', '66', '75'])(
  'a price of %s where others ask around 60 is right',
  (price_amount) => {
    expect(find(row({ price_amount, price_currency: 'AFN' }, kabul), rice)).toEqual([]);
  },
);

test('a price far off that is like no mistake is unusual, and nothing is put in its place', () => {
  const [first, ...others] = find(row({ price_amount: '170', price_currency: 'AFN' }, kabul), rice);
  expect(first).toMatchObject({ name: 'unusual' });
  expect(first).not.toHaveProperty('correction');
  expect(others).toEqual([]);
});

test('a row that is not complete, or has nothing to be held against, is not spoken of', () => {
  expect(find(row({ price_currency: 'AFN' }, kabul), rice)).toEqual([]);
  expect(find(row({ price_amount: '6000', price_currency: 'AFN' }, kabul), [])).toEqual([]);
});

test('each correction brings the price near the others', () => {
  const typed = row({ price_amount: '3000', price_currency: 'AFN' }, kabul);
  for (const { correction } of find(typed, rice)) {
    const mended = { ...typed, answers: { ...typed.answers, ...correction } };
    expect(find(mended, rice)).toEqual([]);
  }
});
