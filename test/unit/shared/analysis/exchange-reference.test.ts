import { expect, test } from 'vitest';
import { createExchangeReferences } from '#shared/analysis/exchange-reference.ts';

function visit(buy: string, sell: string, type = 'market', country = 'AFG') {
  return { country, fx_usd_buy: buy, fx_usd_sell: sell, fx_type: type };
}
const exchangeRates = [
  { currency: 'AFN', dated: '2024-09-15', kind: 'market', sell: '70.07' },
  { currency: 'AFN', dated: '2026-08-21', kind: 'official', buy: '65', sell: '66' },
  { currency: 'IRR', dated: '2026-08-20', kind: 'market', buy: '1906000', sell: '1907000' },
];

test('the rate of the round is the middle of its median buying and selling rates', () => {
  const visits = [visit('64', '65'), visit('66', '67'), visit('68', '70')];
  const { fxMedian, fxRate } = createExchangeReferences({ visits, exchangeRates });
  expect(fxMedian('AFN', 'buy')).toBe('66');
  expect(fxMedian('AFN', 'sell')).toBe('67');
  expect(fxRate('AFN')).toEqual({ rate: '66.5', kind: 'market', source: 'round_median' });
});

test('where visits recorded different kinds of rates, the kind of their median is left open', () => {
  const visits = [visit('64', '65'), visit('66', '67', 'hawala'), visit('68', '70')];
  const { fxRate } = createExchangeReferences({ visits, exchangeRates });
  expect(fxRate('AFN')).toEqual({ rate: '66.5', source: 'round_median' });
});

test('with fewer than three visits the latest rate of the register is taken', () => {
  const visits = [visit('64', '65'), visit('66', '67'), visit('1310', '1320', 'market', 'IRQ')];
  const { fxMedian, fxRate } = createExchangeReferences({ visits, exchangeRates });
  expect(fxMedian('AFN', 'buy')).toBeUndefined();
  expect(fxRate('AFN')).toEqual({ rate: '65.5', kind: 'official', source: 'table' });
  expect(fxRate('IRR')).toEqual({ rate: '1906500', kind: 'market', source: 'table' });
  expect(fxRate('PKR')).toBeUndefined();
});
