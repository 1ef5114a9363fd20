import { describe, expect, test } from 'vitest';
import type { Decimal } from '#shared/core/decimal.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { withCalculated } from '#shared/forms/calculations/calculate.ts';
import type { FormContext } from '#shared/forms/context.ts';
import { demandForm } from '#shared/forms/definitions/demand.ts';
import { priceForm } from '#shared/forms/definitions/price.ts';
import { visitForm } from '#shared/forms/definitions/visit.ts';
import { makeContext } from '../../../support/form-context.ts';

const inIraq = {
  country: 'IRQ',
  consent: 'yes',
  fx_usd_buy: '1310',
  fx_usd_sell: '1320',
  fx_type: 'market',
} as const;
const inAfghanistan = {
  ...inIraq,
  country: 'AFG',
  fx_usd_buy: '65.5',
  fx_usd_sell: '66.5',
} as const;

function price(answers: Answers, context: Partial<FormContext> = {}) {
  const whole = { availability: 'wide', sale_qty: '1', ...answers };
  return withCalculated(priceForm, whole, makeContext({ visit: inIraq, ...context }));
}

function demand(answers: Answers) {
  const whole = { currently_trades: 'yes', product_id: 'powder_detergent', ...answers };
  return withCalculated(demandForm, whole, makeContext({ visit: inIraq }));
}

describe('the price per standard unit', () => {
  test('of 12 kg for 30,000 dinars is 2,500 dinars a kg, and 1.9011… dollars at the middle of 1310 and 1320', () => {
    const row = price({
      product_id: 'powder_detergent',
      price_amount: '30000',
      price_currency: 'IQD',
      sale_unit: 'kg',
      sale_qty: '12',
    });
    expect(row).toMatchObject({
      unit_price_std: '2500',
      fx_rate: '1315',
      fx_kind: 'market',
      fx_source: 'visit',
      // 2500 / 1315 = 500 / 263
      unit_price_usd: '1.901140684410646388',
    });
  });

  test('of a Kabul seer takes the seer as 7.066 kg', () => {
    const row = price(
      {
        product_id: 'rice',
        price_amount: '706.6',
        price_currency: 'AFN',
        sale_unit: 'ser_kabul',
      },
      { visit: inAfghanistan },
    );
    expect(row).toMatchObject({ unit_price_std: '100', fx_rate: '66' });
    // 100 / 66 = 1.515151…
    expect(row['unit_price_usd']).toBe('1.515151515151515152');
  });

  test('of a carton divides by its net content, here 12 packs of 500 g typed as 6000 g or as 6 kg', () => {
    const carton = {
      product_id: 'powder_detergent',
      price_amount: '18000',
      price_currency: 'IQD',
      sale_unit: 'carton',
    };
    expect(price({ ...carton, net_content: '6000', net_content_unit: 'g' })['unit_price_std']).toBe(
      '3000',
    );
    expect(price({ ...carton, net_content: '6', net_content_unit: 'kg' })['unit_price_std']).toBe(
      '3000',
    );
  });

  test('of two dozen is a price per piece', () => {
    const row = price({
      product_id: 'refrigerator',
      price_amount: '240',
      price_currency: 'USD',
      sale_unit: 'dozen',
      sale_qty: '2',
    });
    expect(row).toMatchObject({
      unit_price_std: '10',
      unit_price_usd: '10',
      fx_rate: '1',
      fx_source: 'identity',
    });
    expect(row).not.toHaveProperty('fx_kind');
  });

  test('in toman stays in toman, with its rials beside it, and goes to dollars by the rate of the rial', () => {
    const row = price(
      {
        product_id: 'rice',
        price_amount: '120000',
        price_currency: 'IRT',
        sale_unit: 'kg',
      },
      {
        visit: inAfghanistan,
        references: {
          fxRate: (currency) =>
            currency === 'IRR'
              ? { rate: '1000000' as Decimal, kind: 'market', source: 'table' }
              : undefined,
        },
      },
    );
    expect(row).toMatchObject({
      unit_price_std: '120000',
      price_amount_irr: '1200000',
      unit_price_usd: '1.2',
      fx_source: 'table',
    });
  });

  test('has no dollars where no rate is known, and none at all where the content is unknown', () => {
    const row = {
      product_id: 'rice',
      price_amount: '120000',
      price_currency: 'IRT',
      sale_unit: 'kg',
    };
    expect(price(row)['unit_price_std']).toBe('120000');
    expect(price(row)).not.toHaveProperty('unit_price_usd');
    expect(price({ ...row, sale_unit: 'carton' })).not.toHaveProperty('unit_price_std');
    expect(price({ ...row, sale_unit: 'l' })).not.toHaveProperty('unit_price_std');
    expect(price({ ...row, price_amount: { missing: 'refused' } })).not.toHaveProperty(
      'unit_price_std',
    );
  });

  test('takes the one rate that was recorded where the other is missing', () => {
    const visit = { ...inIraq, fx_usd_buy: { missing: 'dont_know' } } as const;
    const row = price(
      { product_id: 'rice', price_amount: '1320', price_currency: 'IQD', sale_unit: 'kg' },
      { visit },
    );
    expect(row).toMatchObject({ fx_rate: '1320', unit_price_usd: '1' });
  });

  test('forgets a figure worked out earlier once it cannot be worked out any more', () => {
    const row = price({ product_id: 'rice', price_currency: 'IQD', unit_price_std: '5' });
    expect(row).not.toHaveProperty('unit_price_std');
  });
});

describe('the yearly quantity in standard units', () => {
  test.each([
    ['day', '3000'],
    ['week', '520'],
    ['month', '120'],
    ['quarter', '40'],
    ['year', '10'],
  ])('counts a %s as the questionnaire says', (period, expected) => {
    const row = demand({ purchase_qty: '10', purchase_unit: 'kg', purchase_period: period });
    expect(row['annual_qty_std']).toBe(expected);
  });

  test('of 40 cartons of 6 kg a month is 2,880 kg', () => {
    const row = demand({
      purchase_qty: '40',
      purchase_unit: 'carton',
      purchase_net_content: '6',
      purchase_net_content_unit: 'kg',
      purchase_period: 'month',
    });
    expect(row['annual_qty_std']).toBe('2880');
  });

  test('is unknown for a product that is new, or a quantity the buyer does not know', () => {
    const bought = { purchase_unit: 'kg', purchase_period: 'year' };
    const unknown = { ...bought, purchase_qty: { missing: 'dont_know' } } as const;
    expect(demand(unknown)).not.toHaveProperty('annual_qty_std');
    expect(demand({ ...bought, purchase_qty: '5', product_id: 'new_product' })).not.toHaveProperty(
      'annual_qty_std',
    );
  });
});

test('the id and the version of the form are stored with the record', () => {
  const { recordId } = makeContext();
  expect(price({})).toMatchObject({ quote_id: recordId });
  expect(withCalculated(visitForm, {}, makeContext())).toEqual({
    visit_id: recordId,
    form_version: 1,
  });
});
