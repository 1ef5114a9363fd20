import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { RecordView } from '#shared/records/record.ts';
import { createRateWatch } from '../../../../../../renderer/features/visits/grid/rate-watch.ts';
import { header, openGrid, priced } from './open-grid.ts';

const prices = [priced('AFN'), priced('AFN', 'ser_kabul'), priced('USD')];

test('finished prices that would come out otherwise in dollars are counted once the rate of the visit is another', async () => {
  const session = await openGrid(prices);
  expect(Object.values(session.state.getState().rows)).toHaveLength(4);
  expect(session.keptOtherwise('rate')).toBe(0);
  session.takeHeader({ ...header, fx_usd_buy: '72', fx_usd_sell: '72' });
  expect(session.keptOtherwise('rate')).toBe(2);
  expect(session.keptOtherwise('measure')).toBe(0);
});

test('a measure that was weighed changes the price per unit, and no rate is told of', async () => {
  const session = await openGrid(prices);
  const weighed = { unit: 'ser_kabul', factor: '7.5', dated: '2026-11-26', country: 'AFG' };
  session.takeFactors([{ id: 'unit_factor/f', answers: weighed } as unknown as RecordView]);
  expect(session.keptOtherwise('measure')).toBe(1);
  expect(session.keptOtherwise('rate')).toBe(0);
});

test('a rate is noticed as changed once, in the visit it was changed in, also while no grid was open', () => {
  const isChanged = createRateWatch();
  const [a, b] = ['a', 'b'] as readonly string[] as readonly [RecordId, RecordId];
  expect(isChanged(a, header)).toBe(false);
  expect(isChanged(b, { ...header, fx_usd_sell: '72' })).toBe(false);
  expect(isChanged(a, { ...header, outlet_name: 'another' })).toBe(false);
  expect(isChanged(a, { ...header, fx_usd_sell: '72' })).toBe(true);
  expect(isChanged(a, { ...header, fx_usd_sell: '72' })).toBe(false);
});
