import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** A real price of a source: per standard unit, in afghani. */
export interface RealPrice {
  readonly item: string;
  /** Its standard unit: kg, l or piece. */
  readonly standard: string;
  readonly market: string;
  /** OCHA P-code of the province. */
  readonly province: string;
  /** The day it was asked on, as days since 1970. */
  readonly day: number;
  readonly price: number;
}

const data = path.resolve(import.meta.dirname, '../../../shared/data');
const MS_OF_DAY = 86_400_000;
const files = {
  wfp: path.join(data, 'prices/wfp_food_prices_afg.csv'),
  wfp2025: path.join(data, 'prices/wfp_food_prices_afg_2025_subset.csv'),
  jmmi: path.join(data, 'jmmi/jmmi_afg_2025_06_district_medians.csv'),
  provinces: path.join(data, 'codelists/admin1.csv'),
  rates: path.join(data, 'fx/monthly_cross_from_irr.csv'),
};

/** Why real prices cannot be read here; undefined where they can. */
export function missingData(): string | undefined {
  const absent = Object.values(files).find((file) => !existsSync(file));
  return absent === undefined
    ? undefined
    : `no real prices: ${path.basename(absent)} is not beside the repository`;
}

// Of an item, which of its figures are of things that are counted and which are weighed: the rest of the file is wages,
// exchange rates and live sheep.
const wfpUnits: Readonly<Record<string, string>> = { KG: 'kg', L: 'l' };

/** Retail prices of Afghan markets from 2020 on: WFP's of each month, REACH's district medians of June 2025. */
export function readRealPrices(): readonly RealPrice[] {
  const provinces = provinceCodes();
  const monthly = [files.wfp, files.wfp2025].flatMap((file) =>
    readRows(file).flatMap((row): readonly RealPrice[] => {
      const standard = wfpUnits[row['unit'] ?? ''];
      const province = provinces.get(plain(row['admin1'] ?? ''));
      const price = Number(row['price']);
      const day = dayOf(row['date'] ?? '');
      if (!standard || !province || !(price > 0) || !(day >= dayOf('2020-01-01'))) return [];
      const item = `${row['commodity']}`;
      return [{ item, standard, market: `${row['market']}`, province, day, price }];
    }),
  );
  return [...monthly, ...jmmiPrices()];
}

/** Local currency per US dollar by month: Tehran's free market and its crosses. */
export function readRates(): ReadonlyMap<string, Readonly<Record<'IRR' | 'IQD' | 'AFN', number>>> {
  return new Map(
    readRows(files.rates).map((row) => [
      row['month'] ?? '',
      {
        IRR: Number(row['irr_per_usd']),
        IQD: Number(row['iqd_per_usd']),
        AFN: Number(row['afn_per_usd']),
      },
    ]),
  );
}

// Columns of the JMMI file that are no prices, or prices of nothing with a standard unit.
const noItem = /^(?:buy_rate|sell_rate)/;
const counted =
  /^(?:pen|notebook|cotton|toothbrush|toothpaste|sanitary|soap|cooking_pot|water_container|winter|blanket)/;
const litres = /^(?:diesel|petrol)/;

function jmmiPrices(): readonly RealPrice[] {
  return readRows(files.jmmi).flatMap((row) =>
    Object.entries(row).flatMap(([column, text]): readonly RealPrice[] => {
      const price = Number(text);
      if (!column.endsWith('_median') || noItem.test(column) || text === '' || !(price > 0))
        return [];
      const standard = counted.test(column) ? 'piece' : litres.test(column) ? 'l' : 'kg';
      const market = row['district_code'] ?? '';
      const province = market.slice(0, 4);
      return [{ item: column, standard, market, province, day: dayOf('2025-06-15'), price }];
    }),
  );
}

function provinceCodes(): ReadonlyMap<string, string> {
  return new Map(
    readRows(files.provinces).flatMap((row) =>
      [row['name_en'], row['name_wfp']].map(
        (name) => [plain(name ?? ''), row['admin1_pcode'] ?? ''] as const,
      ),
    ),
  );
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

function dayOf(date: string): number {
  return Math.floor(Date.parse(date) / MS_OF_DAY);
}

function readRows(file: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(file), { columns: true, bom: true });
}
