import type { Decimal } from '#shared/core/decimal.ts';
import type { GeoPoint } from '#shared/forms/answers.ts';
import type { FormContext } from '#shared/forms/context.ts';
import { makeContext } from '../../../../support/form-context.ts';
import type { RuleCases } from './rule-case.ts';
import { stop, warn } from './rule-case.ts';

const onSale = { availability: 'wide', product_id: 'rice' } as const;
const quoted = {
  ...onSale,
  price_level: 'retail',
  item_spec: 'basmati 10 kg',
  price_currency: 'IQD',
  sale_unit: 'kg',
  sale_qty: '1',
} as const;
const bought = {
  currently_trades: 'yes',
  product_id: 'rice',
  purchase_unit: 'kg',
  purchase_period: 'month',
} as const;
const erbil: GeoPoint = {
  latitude: '36.191113' as Decimal,
  longitude: '44.009167' as Decimal,
  source: 'device',
};
// Three kilometres of latitude are 0.02698 degrees.
const fourKmNorth: GeoPoint = { ...erbil, latitude: '36.2271' as Decimal };
const twoKmNorth: GeoPoint = { ...erbil, latitude: '36.2091' as Decimal };
const visit = {
  consent: 'yes',
  country: 'IRQ',
  outlet_type: 'small_shop',
  market_level: 'retail',
  fx_usd_buy: '1310',
  fx_usd_sell: '1310',
} as const;
const rated = { country: 'IRQ' } as const;
const limited = {
  visit,
  item: (register, code) =>
    register === 'product'
      ? { std_unit: 'kg', price_usd_min: '0.5', price_usd_max: '5' }
      : makeContext().item(register, code),
} as const satisfies Partial<FormContext>;
const limitedByLevel = {
  visit,
  item: (register, code) =>
    register === 'product'
      ? { std_unit: 'kg', price_usd_max: '5', price_usd_min_retail: '2', price_usd_max_retail: '3' }
      : makeContext().item(register, code),
} as const satisfies Partial<FormContext>;
const medianOfOneDollar = {
  visit,
  references: { medianPrice: () => ({ amount: '1' as Decimal, currency: 'USD' }) },
} as const;

/** Cases of the rules on places, units, prices and rates. */
export const figureCases: RuleCases<
  | 'convertible'
  | 'inside_admin1'
  | 'near_market'
  | 'near_round_rate'
  | 'spread'
  | 'product_limits'
  | 'near_median'
  | 'usual_quantity'
> = {
  convertible: [
    {
      form: 'price',
      field: 'sale_unit',
      broken: { ...onSale, sale_unit: 'l' },
      kept: { ...onSale, sale_unit: 'bag' },
      kind: 'convertible',
      ...stop,
    },
    {
      form: 'price',
      field: 'net_content_unit',
      broken: { ...onSale, sale_unit: 'bag', net_content_unit: 'l' },
      kept: { ...onSale, sale_unit: 'bag', net_content_unit: 'kg' },
      kind: 'convertible',
      ...stop,
    },
  ],
  inside_admin1: [
    {
      form: 'visit',
      field: 'gps',
      broken: { admin1_pcode: 'AF32', gps: erbil },
      kept: { admin1_pcode: 'IQG11', gps: erbil },
      kind: 'inside_admin1',
      context: { insideAdmin1: (pcode) => pcode === 'IQG11' },
      ...stop,
    },
  ],
  near_market: [
    {
      form: 'visit',
      field: 'gps',
      broken: { market_id: 'erbil', gps: fourKmNorth },
      kept: { market_id: 'erbil', gps: twoKmNorth },
      kind: 'near_market',
      ...warn,
    },
  ],
  near_round_rate: [
    {
      form: 'visit',
      field: 'fx_usd_buy',
      broken: { ...rated, fx_usd_buy: '1507' },
      kept: { ...rated, fx_usd_buy: '1506' },
      kind: 'near_round_rate',
      context: { references: { fxMedian: () => '1310' as Decimal } },
      ...warn,
    },
    {
      form: 'visit',
      field: 'fx_usd_buy',
      broken: { ...rated, fx_usd_buy: '131500' },
      kept: { ...rated, fx_usd_buy: '1315' },
      kind: 'rate_per_100',
      context: { references: { fxMedian: () => '1310' as Decimal } },
      ...warn,
    },
  ],
  spread: [
    {
      form: 'visit',
      field: 'fx_usd_sell',
      broken: { fx_usd_buy: '1000', fx_usd_sell: '1030.1' },
      kept: { fx_usd_buy: '1000', fx_usd_sell: '1030' },
      kind: 'spread',
      ...warn,
    },
  ],
  product_limits: [
    {
      form: 'price',
      field: 'price_amount',
      broken: { ...quoted, price_amount: '6551' },
      kept: { ...quoted, price_amount: '6550' },
      kind: 'product_limits',
      context: limited,
      ...stop,
    },
    {
      form: 'price',
      field: 'price_amount',
      broken: { ...quoted, price_amount: '654' },
      kept: { ...quoted, price_amount: '655' },
      kind: 'product_limits',
      context: limited,
      ...stop,
    },
    {
      form: 'price',
      field: 'price_amount',
      broken: { ...quoted, price_level: 'retail', price_amount: '3931' },
      kept: { ...quoted, price_level: 'wholesale', price_amount: '3931' },
      kind: 'product_limits',
      context: limitedByLevel,
      ...stop,
    },
    {
      form: 'price',
      field: 'price_amount',
      broken: { ...quoted, price_level: 'wholesale', price_amount: '6551' },
      kept: { ...quoted, price_level: 'wholesale', price_amount: '6550' },
      kind: 'product_limits',
      context: limitedByLevel,
      ...stop,
    },
  ],
  near_median: [
    {
      form: 'price',
      field: 'price_amount',
      broken: { ...quoted, price_amount: '2621' },
      kept: { ...quoted, price_amount: '2620' },
      kind: 'near_median',
      context: medianOfOneDollar,
      ...warn,
    },
    {
      form: 'price',
      field: 'price_amount',
      broken: { ...quoted, price_amount: '654' },
      kept: { ...quoted, price_amount: '655' },
      kind: 'near_median',
      context: medianOfOneDollar,
      ...warn,
    },
    {
      form: 'demand',
      field: 'target_price',
      broken: {
        ...bought,
        target_price: '1.51',
        target_price_currency: 'USD',
        target_price_unit: 'kg',
      },
      kept: {
        ...bought,
        target_price: '0.3',
        target_price_currency: 'USD',
        target_price_unit: 'kg',
      },
      kind: 'near_median',
      context: medianOfOneDollar,
      ...warn,
    },
  ],
  usual_quantity: [
    {
      form: 'demand',
      field: 'purchase_qty',
      broken: { ...bought, buyer_type: 'retailer', purchase_qty: '101' },
      kept: { ...bought, buyer_type: 'retailer', purchase_qty: '100' },
      kind: 'usual_quantity',
      context: { references: { purchaseP99: () => '1200' as Decimal } },
      ...warn,
    },
  ],
};
