import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { PlainDate } from '#shared/core/plain-date.ts';
import districts from '../../../../server/sample/data/districts.json' with { type: 'json' };
import rates from '../../../../server/sample/data/exchange-rates.json' with { type: 'json' };
import prices2024 from '../../../../server/sample/data/wfp-prices-2024.json' with { type: 'json' };
import sugar2025 from '../../../../server/sample/data/wfp-sugar-2025.json' with { type: 'json' };
import { sampleActs } from '../../../../server/sample/sample-acts.ts';

// Other people's files lie beside the repository where it is developed, never in it.
const sources = path.resolve(import.meta.dirname, '../../../../../shared/data');
const isAtHand = existsSync(path.join(sources, 'prices/wfp_food_prices_afg.csv'));
const why = isAtHand
  ? ''
  : ' (skipped: the source files ../shared/data are not beside the repository)';
if (!isAtHand) console.warn(`the sample is not compared with its sources${why}`);

type SourceRow = Readonly<Record<string, string>>;

function monthOf(row: SourceRow): string {
  return (row['date'] ?? '').slice(0, 7);
}

function read(name: string): readonly SourceRow[] {
  return parse(readFileSync(path.join(sources, name)), { columns: true, bom: true });
}

describe.skipIf(!isAtHand)(`the sample beside its sources${why}`, () => {
  test.each([
    ['prices/wfp_food_prices_afg.csv', prices2024],
    ['prices/wfp_food_prices_afg_2025_subset.csv', sugar2025],
  ])('every price carried from %s equals the figure of the source', (name, carried) => {
    const wanted = new Set(Object.values<string>(carried.markets));
    const months = new Set<string>(carried.months);
    const figures = new Map(
      read(name)
        .filter((row) => wanted.has(row['market'] ?? '') && months.has(monthOf(row)))
        .filter((row) => row['unit'] === 'KG' && row['pricetype'] === 'Retail')
        .filter((row) => row['currency'] === 'AFN')
        .map((row) => [`${row['commodity']}|${row['market']}|${monthOf(row)}`, row['price']]),
    );
    const marketNames: Readonly<Record<string, string>> = carried.markets;
    const compared = Object.entries(carried.figures).flatMap(([item, byMarket]) =>
      Object.entries<readonly (string | null)[]>(byMarket).flatMap(([market, row]) =>
        row.map((figure, i) => {
          const source = figures.get(`${item}|${marketNames[market]}|${carried.months[i]}`);
          return {
            carried: figure === null ? undefined : Number(figure),
            source: source === undefined ? undefined : Number(source),
          };
        }),
      ),
    );
    expect(compared.filter((pair) => pair.carried !== pair.source)).toEqual([]);
    expect(compared.length).toBeGreaterThan(100);
  });

  test('every rate of a market equals the source, and the rates of Tehran are its own figures or their quotients', () => {
    const wfp = read('prices/wfp_food_prices_afg.csv').filter(
      (row) => row['commodity'] === 'Exchange rate',
    );
    const names: Readonly<Record<string, string>> = prices2024.markets;
    const ofMarkets = Object.values(rates).filter((rate) => 'market' in rate);
    for (const rate of ofMarkets) {
      const source = wfp.find(
        (row) => row['date'] === rate.dated && row['market'] === names[rate.market],
      );
      expect(Number(rate.sell)).toBe(Number(source?.['price']));
    }
    expect(ofMarkets).toHaveLength(8);
    const august = read('fx/monthly_cross_from_irr.csv').find((row) => row['month'] === '2026-08');
    expect(rates['IQD-2026-08-21'].sell).toBe(august?.['iqd_per_usd']);
    expect(rates['AFN-2026-08-21'].sell).toBe(august?.['afn_per_usd']);
    expect(rates['TRY-2026-08-21'].sell).toBe(august?.['try_per_usd']);
    const daily = read('fx/irr_free_market_daily.csv').filter(
      (row) => row['date'] === '2026-08-20',
    );
    function toman(currency: string, side: 'buy' | 'sell'): number {
      return Number(daily.find((row) => row['currency'] === currency)?.[`${side}_toman`]);
    }
    function mid(currency: string): number {
      return (toman(currency, 'buy') + toman(currency, 'sell')) / 2;
    }
    expect(Number(rates['IRR-2026-08-20'].buy)).toBe(toman('USD', 'buy') * 10);
    expect(Number(rates['IRR-2026-08-20'].sell)).toBe(toman('USD', 'sell') * 10);
    expect(Number(rates['EUR-2026-08-20'].sell)).toBeCloseTo(mid('USD') / mid('EUR'), 4);
    expect(Number(rates['CNY-2026-08-20'].sell)).toBeCloseTo(mid('USD') / mid('CNY'), 4);
  });

  test('every district carried has the code, name and province of the P-code list', () => {
    const listed = new Map(
      read('admin/ocha_pcodes_afg_irq_irn.csv').map((row) => [row['P-Code'], row]),
    );
    for (const [pcode, district] of Object.entries(districts)) {
      expect(listed.get(pcode)).toMatchObject({
        Location: district.country,
        'Admin Level': '2',
        Name: district.name_en,
        'Parent P-Code': district.parent,
      });
    }
  });

  test.each([
    ['market', 'markets_priority.csv', 'market_id'],
    ['product', 'products_hs6.csv', 'product_id'],
    ['unit', 'units.csv', 'code'],
    ['currency', 'currencies.csv', 'code'],
    ['crossing', 'border_crossings.csv', 'id'],
    ['admin_area', 'admin1.csv', 'admin1_pcode'],
  ])('the register %s has every item of %s with its Persian name', (kind, name, key) => {
    const items = new Map(
      sampleActs('2026-11-27' as PlainDate).map((act) => [act.record as string, act.set]),
    );
    for (const row of read(`codelists/${name}`)) {
      expect(items.get(`${kind}/${row[key]}`)?.['name_fa'] ?? '').toBe(row['name_fa']);
    }
  });
});
