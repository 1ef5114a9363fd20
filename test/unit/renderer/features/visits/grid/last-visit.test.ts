import { expect, test } from 'vitest';
import type { Answers } from '#shared/forms/answers.ts';
import type { RecordView } from '#shared/records/record.ts';
import { lastVisit } from '../../../../../../renderer/features/visits/grid/last-visit.ts';

function view(id: string, answers: Answers, visit?: string): RecordView {
  return { id, answers, visit } as unknown as RecordView;
}

function visitOf(id: string, outlet_name: string, visit_date: string, more: Answers = {}) {
  return view(id, {
    market_id: 'herat',
    market_level: 'retail',
    outlet_name,
    visit_date,
    ...more,
  });
}

const rice = {
  product_id: 'rice',
  item_spec: 'برنج هندی',
  availability: 'wide',
  brand_id: 'unbranded',
  origin_country: 'IN',
  quality_grade: 'standard',
  price_amount: '85',
  price_currency: 'AFN',
  sale_unit: 'bag',
  sale_qty: '1',
  net_content: '50',
  net_content_unit: 'kg',
  price_change_30d: 'same',
  quote_confidence: 'high',
};
const header = { market_id: 'herat', market_level: 'retail', outlet_name: 'انبار شماره ۷' };

const earlier = visitOf('a', 'انبار شمارهٔ 7', '2026-10-01');
const later = visitOf('b', 'انبار شماره ۷', '2026-11-01');
const beside = visitOf('c', 'دکان دیگر', '2026-11-20');

/** Prices as the store lists them: the latest change first. */
function past(visits: readonly RecordView[], ...prices: readonly (readonly [string, Answers])[]) {
  const records = prices.map(([visit, answers], at) => view(String(at), answers, visit));
  return { visits, prices: records.toReversed() };
}

test('an outlet that was visited before offers its items of the last time, without price and judgement', () => {
  const found = lastVisit(
    past(
      [beside, later, earlier],
      ['a', rice],
      ['b', { ...rice, price_amount: '90' }],
      ['c', rice],
    ),
    'now',
    header,
  );
  const { price_amount, price_change_30d, quote_confidence, ...taken } = rice;
  expect([price_amount, price_change_30d, quote_confidence]).toHaveLength(3);
  expect(found).toMatchObject({ dated: '2026-11-01', isOutlet: true, items: [taken] });
  expect(found?.priceOf({ ...rice, item_spec: 'برنج هندي' })).toMatchObject({ amount: '90' });
  expect(found?.priceOf({ ...rice, brand_id: 'other' })).toBeUndefined();
});

test('an outlet that is new offers the items of the last visit to its market, at its own level of trade', () => {
  const wholesale = visitOf('w', 'عمده', '2026-11-25', { market_level: 'wholesale' });
  const found = lastVisit(
    past([wholesale, beside], ['w', { ...rice, product_id: 'sugar' }], ['c', rice]),
    'now',
    { ...header, outlet_name: 'نو' },
  );
  expect(found).toMatchObject({ dated: '2026-11-20', isOutlet: false });
  expect(found?.items.map(({ product_id }) => product_id)).toEqual(['rice']);
});

test('nothing is offered of the visit itself, of another market, or of one that is in no list', () => {
  const visits = [later];
  expect(lastVisit(past(visits, ['b', rice]), 'b', header)).toBeUndefined();
  expect(
    lastVisit(past(visits, ['b', rice]), 'x', { ...header, market_id: 'kabul' }),
  ).toBeUndefined();
  expect(
    lastVisit(past(visits, ['b', rice]), 'x', { ...header, market_id: 'other' }),
  ).toBeUndefined();
  expect(lastVisit(past(visits), 'x', header)).toBeUndefined();
});

test('items come in the order they were typed, each once, and one that was out of stock is asked for anew', () => {
  const sugar = { product_id: 'sugar', item_spec: 'شکر', availability: 'temporarily_out' };
  const found = lastVisit(
    past([later], ['b', rice], ['b', sugar], ['b', { ...rice, price_amount: '86' }]),
    'now',
    header,
  );
  expect(found?.items.map(({ product_id }) => product_id)).toEqual(['rice', 'sugar']);
  expect(found?.items[1]).toEqual({ product_id: 'sugar', item_spec: 'شکر' });
  expect(found?.priceOf(rice)?.amount).toBe('86');
});
