import type { Json } from '#shared/core/json.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import adminAreas from './data/admin-areas.json' with { type: 'json' };
import crossings from './data/crossings.json' with { type: 'json' };
import currencies from './data/currencies.json' with { type: 'json' };
import districts from './data/districts.json' with { type: 'json' };
import exchangeRates from './data/exchange-rates.json' with { type: 'json' };
import markets from './data/markets.json' with { type: 'json' };
import origins from './data/origins.json' with { type: 'json' };
import productNames from './data/product-names.json' with { type: 'json' };
import products from './data/products.json' with { type: 'json' };
import unitNames from './data/unit-names.json' with { type: 'json' };
import units from './data/units.json' with { type: 'json' };
import { retailLimits } from './price-limits.ts';
import type { SampleAct } from './sample-act.ts';
import { itemAct } from './sample-act.ts';

type Items = Readonly<Record<string, Readonly<Record<string, Json>>>>;

// Provinces come before the districts and markets that name them, units before products.
const lists: readonly (readonly [RegisterName, Items])[] = [
  ['admin_area', adminAreas],
  ['admin_area', districts],
  ['unit', named(units, unitNames)],
  ['currency', currencies],
  ['origin', origins],
  ['crossing', crossings],
  ['market', markets],
  ['product', limited(named(products, productNames))],
  ['exchange_rate', exchangeRates],
];

/** The items, each with its names in the languages that a trader reads. */
function named(items: Items, names: Items): Items {
  return Object.fromEntries(
    Object.entries(items).map(([code, properties]) => [code, { ...properties, ...names[code] }]),
  );
}

/** Products with the hard limits of their retail prices, where there are figures to take them from. */
function limited(items: Items): Items {
  const limits = retailLimits();
  return Object.fromEntries(
    Object.entries(items).map(([code, properties]) => {
      const own = limits.get(code);
      const hard = own && { price_usd_min_retail: own.min, price_usd_max_retail: own.max };
      return [code, { ...properties, ...hard }];
    }),
  );
}

/** The project's own code lists, and single rates of exchange with their sources, as items of the registers. */
export function codeListActs(): readonly SampleAct[] {
  return lists.flatMap(([kind, items]) =>
    Object.entries(items).map(([code, properties]) => itemAct(kind, code, properties)),
  );
}
