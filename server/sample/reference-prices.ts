import prices2024 from './data/wfp-prices-2024.json' with { type: 'json' };
import sugar2025 from './data/wfp-sugar-2025.json' with { type: 'json' };
import type { SampleAct } from './sample-act.ts';
import { itemAct } from './sample-act.ts';

/** Monthly figures of one source: by its item and by our market, one for each month, null where it has none. */
interface MonthlyPrices {
  readonly source: string;
  readonly months: readonly string[];
  readonly figures: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>>;
}

// The items of the source and the registered products they stand for. Where the two are not quite the same, the note says so.
const items: Readonly<
  Record<string, { product: string; code: string; spec: string; note?: string }>
> = {
  'Rice (high quality)': { product: 'rice', code: 'rice-high', spec: 'برنج مرغوب، فله' },
  'Rice (low quality)': { product: 'rice', code: 'rice-low', spec: 'برنج معمولی، فله' },
  'Wheat flour (high quality)': {
    product: 'wheat_flour',
    code: 'flour-high',
    spec: 'آرد گندم مرغوب',
  },
  'Wheat flour (low quality)': {
    product: 'wheat_flour',
    code: 'flour-low',
    spec: 'آرد گندم معمولی',
  },
  Sugar: { product: 'sugar', code: 'sugar', spec: 'شکر سفید، فله' },
  'Oil (cooking)': {
    product: 'sunflower_oil',
    code: 'oil',
    spec: 'روغن خوراکی',
    note: 'The source says "Oil (cooking)" and does not name the kind of oil.',
  },
  Pulses: {
    product: 'lentils',
    code: 'pulses',
    spec: 'حبوبات (میانگین عدس، نخود و لوبیا)',
    note: 'The source gives one mean of lentils, chickpeas and beans.',
  },
};

/** Real prices of past months, as what new prices are held against. */
export function referencePriceActs(): readonly SampleAct[] {
  return [prices2024, sugar2025].flatMap(monthlyActs);
}

function monthlyActs(prices: MonthlyPrices): readonly SampleAct[] {
  return Object.entries(prices.figures).flatMap(([name, byMarket]) =>
    Object.entries(byMarket).flatMap(([market, figures]) =>
      figures.flatMap((price, i) => {
        const month = prices.months[i];
        const item = items[name];
        if (price === null || month === undefined || !item) return [];
        return itemAct('reference_price', `wfp-${month}-${item.code}-${market}`, {
          product: item.product,
          market,
          item_spec: item.spec,
          level: 'retail',
          period: month,
          // The source dates its monthly averages to the 15th.
          dated: `${month}-15`,
          price,
          currency: 'AFN',
          unit: 'kg',
          unit_count: '1',
          source: `${prices.source}; item "${name}"`,
          note: item.note,
        });
      }),
    ),
  );
}
