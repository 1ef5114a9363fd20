import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { bookRates } from '#shared/analysis/rate-book.ts';
import { bookFactors } from '#shared/analysis/unit-factors.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { withCalculated } from '#shared/forms/calculations/calculate.ts';
import { priceForm } from '#shared/forms/definitions/price.ts';
import type { RecordView } from '#shared/records/record.ts';
import {
  changedPrices,
  changesOf,
  isByMeasure,
} from '../../../../../renderer/features/rates/changed-prices.ts';
import { makeContext, sampleRegisters } from '../../../../support/form-context.ts';

const today = '2026-11-27' as PlainDate;
const header = {
  country: 'AFG',
  admin1_pcode: 'AF32',
  market_id: 'herat',
  visit_date: '2026-11-25',
  fx_usd_buy: '70',
  fx_usd_sell: '70',
};
const registers = {
  items: () => [],
  item: (register: keyof typeof sampleRegisters, code: string) => sampleRegisters[register]?.[code],
};

function view(id: string, kind: string, answers: Answers): RecordView {
  const parts = { id: id as RecordId, kind, form: 3, answers, reasons: {}, conflicts: [] };
  // Of a record only what these prices are worked out from is made here.
  return { ...parts, visit: 'v' } as unknown as RecordView;
}

function visitsWith(answers: Answers) {
  const id = 'v' as RecordId;
  return new Map([[id as string, { id, answers }]]);
}

function priced(unit: string) {
  const answers = {
    product_id: 'rice',
    item_spec: 'rice',
    availability: 'wide',
    price_amount: '420',
    price_currency: 'AFN',
    sale_unit: unit,
    sale_qty: '1',
  };
  return view(unit, 'price', withCalculated(priceForm, answers, makeContext({ visit: header })));
}

const weighed = bookFactors([
  {
    code: 'f',
    answers: { unit: 'ser_kabul', factor: '7.5', dated: '2026-11-26', country: 'AFG' },
  },
]);
const visits = visitsWith(header);
const prices = [priced('ser_kabul'), priced('kg')];

test('a price by the seer is listed once the seer is weighed, one by the kilogram is not', () => {
  const known = { rates: bookRates({ visits: [], register: [] }), factors: weighed };
  const changed = changedPrices(prices, visits, known, registers, today);
  expect(changed.map(({ record }) => record)).toEqual(['ser_kabul']);
  expect(changed.every(isByMeasure)).toBe(true);
});

test('working it out anew writes factor, source, day and both prices, with the reason', () => {
  const known = { rates: [], factors: weighed };
  const changed = changedPrices(prices, visits, known, registers, today);
  const [change] = changesOf(changed, 'weighed anew');
  expect(change).toMatchObject({ record: 'ser_kabul', why: 'weighed anew' });
  expect(change?.set).toMatchObject({
    unit_factor: '7.5',
    unit_factor_source: 'weighed',
    unit_factor_date: '2026-11-26',
    unit_factor_item: 'f',
    unit_price_std: '56',
    unit_price_usd: '0.8',
  });
});

test('while nothing is weighed no price is listed', () => {
  const known = { rates: [], factors: [] };
  expect(changedPrices(prices, visits, known, registers, today)).toEqual([]);
});

test('a price is listed once the rate of its visit is another, by rate and not by measure', () => {
  const known = { rates: [], factors: [] };
  const changed = visitsWith({ ...header, fx_usd_buy: '84', fx_usd_sell: '84' });
  const [price, ...others] = changedPrices([priced('kg')], changed, known, registers, today);
  expect(others).toEqual([]);
  expect(price?.usd).toEqual({ before: '6', after: '5' });
  expect(price && isByMeasure(price)).toBe(false);
  const [change] = changesOf(price ? [price] : [], 'rate of the day corrected');
  expect(change?.set).toMatchObject({ fx_rate: '84', fx_source: 'visit', unit_price_usd: '5' });
});
