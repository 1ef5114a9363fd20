import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';

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

interface Chance {
  below(limit: number): number;
  of<T>(items: readonly [T, ...T[]]): T;
  words(count: number): string;
  hex(digits: number): string;
}

/** Numbers by chance, the same for the same seed (mulberry32). */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function below(limit: number): number {
    return Math.floor(next() * limit);
  }
  return {
    below,
    of: (items) => items[below(items.length)] ?? items[0],
    words: (count) =>
      Array.from({ length: count }, () => vocabulary[below(vocabulary.length)]).join(' '),
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(''),
  };
}

function uuid7(chance: Chance, ms: number): RecordId {
  const time = ms.toString(16).padStart(12, '0');
  const tail = chance.hex(18);
  const variant = chance.of(['8', '9', 'a', 'b']);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(3, 6)}-${tail.slice(6)}` as RecordId;
}

const vocabulary = (
  'فروشنده گفت قیمت از هفته پیش بالا رفت چون راه پس باران سنگین بسته شد موجودی کم تنها چند کیسه مانده برداشت ' +
  'سال کهنه کیفیت آمیخته روز بازار شلوغ زنان بازرگانان وارداتی بومی سفید زرد ذرت برنج لوبیا روغن شکر نمک پیاز ' +
  'گوجه خرده عمده گونی قوطی پیمانه دسته هزینه حمل کمبود سوخت مرز گمرک انتظار ماه آینده بدون تغییر سه پرسیده میانه ' +
  'ثبت عکس تابلو ترازو بررسی دکان انبار راسته میدان کوچه نرخ ارز دلار دینار تخفیف نقد نسیه فاکتور خرید همان امروز دیروز'
).split(' ');
