import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { insideAdmin1 } from '#shared/analysis/inside-admin1.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import markets from '../../../../server/sample/data/markets.json' with { type: 'json' };

function place(latitude: string, longitude: string) {
  return { latitude: latitude as Decimal, longitude: longitude as Decimal };
}

// The WFP list lies beside the repository where it is developed, never in it.
const wfpMarkets = path.resolve(
  import.meta.dirname,
  '../../../../../shared/data/markets/wfp_markets_afg_irq.csv',
);
const isAtHand = existsSync(wfpMarkets);
if (!isAtHand)
  console.warn('the 270 WFP markets are not compared: ../shared/data is not beside the repository');

test.each(Object.entries(markets))('the market %s lies inside its own province', (_, market) => {
  const point = place(market.latitude, market.longitude);
  expect(insideAdmin1(market.admin1_pcode, point)).toBe(true);
});

test.each([
  ['Herat in Kabul', 'AF01', '34.35', '62.2'],
  ['Erbil in Basrah', 'IQG02', '36.19', '44.01'],
  ['latitude and longitude exchanged', 'IQG11', '44.01', '36.19'],
])('a place in another province is not inside: %s', (_, pcode, latitude, longitude) => {
  expect(insideAdmin1(pcode, place(latitude, longitude))).toBe(false);
});

test('nothing is said of a province whose border is unknown, such as Halabja', () => {
  expect(insideAdmin1('IQX19', place('35.18', '45.98'))).toBeUndefined();
});

test('nothing is said of a place just over the border of the map', () => {
  expect(insideAdmin1('IQG08', place('33.29', '44.07'))).toBeUndefined();
});

test.skipIf(!isAtHand)(
  'none of the 270 WFP markets is placed outside of its province (skipped without the list)',
  () => {
    const rows: readonly Readonly<Record<string, string>>[] = parse(readFileSync(wfpMarkets), {
      columns: true,
    });
    const outside = rows.filter(
      (row) =>
        insideAdmin1(
          row['admin1_pcode'] ?? '',
          place(row['latitude'] ?? '', row['longitude'] ?? ''),
        ) === false,
    );
    expect(rows).toHaveLength(270);
    expect(outside).toEqual([]);
  },
);
