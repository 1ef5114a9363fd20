import { expect, test } from 'vitest';
import { createExchangeReferences } from '#shared/analysis/exchange-reference.ts';
import { bookRates } from '#shared/analysis/rate-book.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';

const today = '2026-11-27' as PlainDate;
const own: Answers = {
  country: 'AFG',
  admin1_pcode: 'AF32',
  market_id: 'herat',
  round_id: 'r2',
  visit_date: '2026-11-20',
};
function visit(buy: string, sell: string, rest: Answers = {}): Answers {
  const rates = { fx_usd_buy: buy, fx_usd_sell: sell, fx_type: 'market' };
  return { ...own, market_id: 'kabul', ...rates, ...rest };
}
function rate(sell: string, dated: string, rest: Answers = {}): Answers {
  return { currency: 'AFN', dated, kind: 'market', sell, country: 'AFG', ...rest };
}
function numbered(list: readonly Answers[], name: string) {
  return list.map((answers, i) => ({ id: `${name}${i}`, answers }));
}
function ask(visits: readonly Answers[], register: readonly Answers[] = []) {
  const book = bookRates({ visits: numbered(visits, 'v'), register: numbered(register, 'r') });
  return createExchangeReferences(book, own, today, 'none');
}

test('a rate written down in the market in this round goes before all others, official ones last', () => {
  const { fxRate } = ask(
    [
      visit('64', '66', { market_id: 'herat' }),
      visit('60', '60', { market_id: 'herat', fx_type: 'official' }),
      ...['70', '71', '72'].map((sell) => visit(sell, sell)),
    ],
    [rate('67', '2026-11-15', { market: 'herat' })],
  );
  expect(fxRate('AFN')).toEqual({
    rate: '66',
    kind: 'market',
    source: 'market_median',
    dated: '2026-11-20',
    count: 2,
  });
});

test('without one the median of at least three of the country in the round is taken, of one kind', () => {
  const three = [visit('64', '65'), visit('66', '67'), visit('68', '70')];
  const { fxMedian, fxRate } = ask([...three, visit('90', '90', { fx_type: 'official' })]);
  expect(fxMedian('AFN', 'buy')).toBe('67');
  expect(fxRate('AFN')).toMatchObject({ rate: '66.5', kind: 'market', source: 'round_median' });
  expect(ask(three.slice(1)).fxRate('AFN')).toBeUndefined();
  expect(ask(three.map((each) => ({ ...each, round_id: 'r1' }))).fxRate('AFN')).toBeUndefined();
});

test('else the nearest of the register: its own market, then the country; before that day, then after', () => {
  const register = [
    rate('70', '2026-06-01', { market: 'herat' }),
    rate('71', '2026-09-01', { market: 'herat' }),
    rate('72', '2026-11-26', { market: 'herat' }),
    rate('80', '2026-10-20', { market: 'kabul' }),
    rate('1906000', '2026-08-20', { currency: 'IRR', country: undefined }),
  ];
  const { fxRate } = ask([], register);
  expect(fxRate('AFN')).toMatchObject({ rate: '71', source: 'table', dated: '2026-09-01' });
  expect(fxRate('IRR')).toMatchObject({ rate: '1906000', source: 'table' });
  expect(fxRate('PKR')).toBeUndefined();
});

test('a visit is not held against its own rates', () => {
  const visits = [visit('64', '65'), visit('66', '67'), visit('68', '70')];
  const book = bookRates({
    visits: visits.map((answers, i) => ({ id: `v${i}`, answers })),
    register: [],
  });
  const { fxMedian } = createExchangeReferences(book, own, today, 'v0');
  expect(fxMedian('AFN', 'buy')).toBeUndefined();
});
