import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Chance } from './chance.ts';
import { createChance } from './chance.ts';

/** A price as it is brought from the bazaar: with its id, about 1.5 kB of JSON, as varied as people and goods are. */
export interface FieldPrice {
  readonly id: RecordId;
  readonly answers: Readonly<Record<string, Json>>;
}

/** Prices as one person brings them, twenty to a visit; the same for one seed, `start` on. */
export function fieldPrices(count: number, start = 0, seed = 7): readonly FieldPrice[] {
  const chance = createChance(seed * 7919 + start);
  const first = firstMs + start * betweenMs;
  let visit = uuid7(chance, first);
  return Array.from({ length: count }, (_, n) => {
    const ms = first + n * betweenMs + chance.below(30_000);
    if (n % PRICES_OF_VISIT === 0) visit = uuid7(chance, ms);
    return { id: uuid7(chance, ms), answers: answersOf(chance, visit) };
  });
}

const PRICES_OF_VISIT = 20;
const firstMs = 1_795_000_000_000;
const betweenMs = 37_000;

function answersOf(chance: Chance, visit: string): Readonly<Record<string, Json>> {
  const amount = 1000 + chance.below(90_000);
  const change = chance.of(['increased', 'decreased', 'same', 'dont_know']);
  return {
    visit,
    product_id: `p${chance.below(80)}`,
    item_spec: chance.words(3 + chance.below(4)),
    availability: chance.of(['wide', 'limited']),
    brand_id: `brand-${chance.below(40)}`,
    origin_country: chance.of(['IRN', 'IRQ', 'TUR', 'AFG', 'PAK', 'IND', 'CHN', 'unknown']),
    quality_grade: chance.of(['economy', 'standard', 'premium']),
    price_level: chance.of(['retail', 'semi_wholesale', 'wholesale']),
    quote_basis: chance.of(['posted', 'asked', 'transaction', 'invoice', 'recall']),
    price_amount: String(amount),
    price_currency: chance.of(['IQD', 'USD', 'AFN']),
    sale_unit: chance.of(['kg', 'bag_50', 'litre', 'tin', 'carton', 'piece']),
    sale_qty: chance.of(['1', '1', '1', '2', '5', '50']),
    unit_price_std: `${Math.floor(amount / 3)}.${chance.below(10)}${1 + chance.below(9)}`,
    unit_price_usd: `${Math.floor(amount / 1310)}.${100 + chance.below(900)}${1 + chance.below(9)}`,
    net_content: chance.of(['1', '5', '10', '50']),
    net_content_unit: chance.of(['kg', 'litre']),
    fx_rate: '1310',
    fx_kind: 'market',
    fx_source: 'exchange-shop',
    bulk_min_qty: chance.of(['10', '20', '100']),
    bulk_price: String(Math.floor(amount * 0.9)),
    payment_terms: chance.of(['cash', 'credit_7', 'credit_30', 'consignment']),
    purchase_price: String(Math.floor(amount * 0.8) + chance.below(100)),
    entry_border: chance.of(['bashmagh', 'parvizkhan', 'haj-omran', 'unknown']),
    price_includes: [chance.of(['sales_tax', 'delivery', 'none'])],
    price_change_30d: change,
    ...(change === 'increased' && { price_change_reason: [chance.of(['fx', 'border', 'season'])] }),
    stock_days: chance.below(40),
    restock_days: chance.below(30),
    ...(chance.below(100) < 35 && {
      shelf_photo: [{ sha256: chance.hex(64), caption: chance.words(2) }],
    }),
    quote_confidence: chance.of(['high', 'medium', 'low']),
    review_status: 'submitted',
    '@remark/price_amount': chance.words(12 + chance.below(50)),
    ...(chance.below(100) < 40 && { '@reason/price_amount': chance.words(6) }),
  };
}

function uuid7(chance: Chance, ms: number): RecordId {
  const time = ms.toString(16).padStart(12, '0');
  const tail = chance.hex(18);
  const variant = chance.of(['8', '9', 'a', 'b']);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(3, 6)}-${tail.slice(6)}` as RecordId;
}
