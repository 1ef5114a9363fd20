import type { SampleAct } from './sample-act.ts';
import { itemAct } from './sample-act.ts';

// Invented and named as samples: nothing is said of any real firm.
const brands: readonly { origin: string; products: readonly string[] }[] = [
  { origin: 'IR', products: ['powder_detergent', 'liquid_dishwash', 'shampoo', 'handwash_liquid'] },
  { origin: 'TR', products: ['powder_detergent', 'liquid_dishwash', 'diaper', 'biscuit'] },
  { origin: 'IR', products: ['porcelain_tile', 'floor_tile', 'wall_tile'] },
  { origin: 'CN', products: ['porcelain_tile', 'lv_cable', 'led_ceiling', 'drinking_glass'] },
  { origin: 'IR', products: ['lv_cable', 'float_glass', 'drinking_glass'] },
  { origin: 'IN', products: ['sugar', 'rice'] },
  { origin: 'PK', products: ['rice', 'wheat_flour', 'lentils'] },
  { origin: 'KZ', products: ['wheat_flour', 'sunflower_oil'] },
];
const persianDigits = '۰۱۲۳۴۵۶۷۸۹';

const outlets: readonly { market: string; type: string; level: string; name: string }[] = [
  { market: 'herat', type: 'small_shop', level: 'retail', name: 'خواربارفروشی نمونه، هرات' },
  { market: 'kabul', type: 'wholesaler', level: 'wholesale', name: 'عمده‌فروشی نمونه، کابل' },
  { market: 'erbil', type: 'supermarket', level: 'retail', name: 'فروشگاه نمونه، اربیل' },
];

/** Sample brands «برند نمونهٔ ۱» ... and a few sample outlets. */
export function brandActs(): readonly SampleAct[] {
  return brands.map(({ origin, products }, i) =>
    itemAct('brand', `sample-${i + 1}`, {
      name_local: `Sample brand ${i + 1}`,
      name_en: `Sample brand ${i + 1}`,
      name_fa: `برند نمونهٔ ${persianDigits.charAt(i + 1)}`,
      origin,
      products,
    }),
  );
}

/** A few outlets to come back to. */
export function outletActs(): readonly SampleAct[] {
  return outlets.map(({ market, type, level, name }) =>
    itemAct('outlet', `sample-${market}`, {
      name_local: name,
      market,
      outlet_type: type,
      market_level: level,
    }),
  );
}
