import { expect, test } from 'vitest';
import { passesFilters, readFilters } from '../../../../renderer/forms/record-filters.ts';
import { makeRecord } from '../../../support/export-records.ts';

function filtersOf(address: Readonly<Record<string, string>>) {
  return readFilters((name) => address[name]);
}
const visit = makeRecord('visit', 'v', {
  round_id: 'r2',
  market_id: 'herat',
  visit_date: '2026-11-27',
});
const price = makeRecord('price', 'p', { product_id: 'sugar' }, { review: 'returned' });

test.each([
  [{}, true],
  [{ round: 'r2', market: 'herat', product: 'sugar', review: 'returned', by: 'surveyor1' }, true],
  [{ round: 'r1' }, false],
  [{ market: 'kabul' }, false],
  [{ product: 'rice' }, false],
  [{ review: 'approved' }, false],
  [{ by: 'surveyor2' }, false],
  [{ from: '2026-11-27', to: '2026-11-27' }, true],
  [{ from: '2026-11-28' }, false],
  [{ to: '2026-11-26' }, false],
])('a price passes the filters %j: %s', (address, passes) => {
  expect(passesFilters(price, visit, filtersOf(address))).toBe(passes);
});

test('a filter by product does not hide visits, which have none', () => {
  expect(passesFilters(visit, visit, filtersOf({ product: 'rice' }))).toBe(true);
});

test('what makes no sense in an address is no filter', () => {
  expect(filtersOf({ review: 'draft', from: 'yesterday', to: '2026-02-30' })).toMatchObject({
    review: undefined,
    from: undefined,
    to: undefined,
  });
});

test('a record whose visit is not on this laptop passes only where its place and day do not matter', () => {
  expect(passesFilters(price, undefined, filtersOf({ product: 'sugar' }))).toBe(true);
  expect(passesFilters(price, undefined, filtersOf({ from: '2020-01-01' }))).toBe(false);
});
