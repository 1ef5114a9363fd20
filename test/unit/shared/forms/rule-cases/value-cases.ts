import type { Decimal } from '#shared/core/decimal.ts';
import type { GeoPoint } from '#shared/forms/answers.ts';
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

/** Cases of the rules on one value. */
export const valueCases: RuleCases<
  'length' | 'range' | 'phone' | 'record_id' | 'compare' | 'duration'
> = {
  length: [
    {
      form: 'price',
      field: 'item_spec',
      broken: { item_spec: 'ab ' },
      kept: { item_spec: 'abc' },
      kind: 'too_short',
      ...stop,
    },
    {
      form: 'visit',
      field: 'outlet_name',
      broken: { outlet_name: 'ک'.repeat(121) },
      kept: { outlet_name: 'ک'.repeat(120) },
      kind: 'too_long',
      ...stop,
    },
  ],
  range: [
    {
      form: 'price',
      field: 'price_amount',
      broken: { ...onSale, price_amount: '0' },
      kept: { ...onSale, price_amount: '0.01' },
      kind: 'more_than',
      ...stop,
    },
    {
      form: 'price',
      field: 'price_amount',
      broken: { ...onSale, price_amount: '1000000000000' },
      kept: { ...onSale, price_amount: '999999999999.99' },
      kind: 'less_than',
      ...stop,
    },
    {
      form: 'price',
      field: 'stock_days',
      broken: { ...onSale, stock_days: 731 },
      kept: { ...onSale, stock_days: 730 },
      kind: 'at_most',
      ...stop,
    },
    {
      form: 'demand',
      field: 'max_lead_days',
      broken: { max_lead_days: 0 },
      kept: { max_lead_days: 1 },
      kind: 'at_least',
      ...stop,
    },
    {
      form: 'visit',
      field: 'gps_accuracy_m',
      broken: { gps: erbil, gps_accuracy_m: '50.1' },
      kept: { gps: erbil, gps_accuracy_m: '50' },
      kind: 'at_most',
      ...warn,
    },
  ],
  phone: [
    {
      form: 'visit',
      field: 'respondent_phone',
      broken: { consent: 'yes', respondent_phone: '۱۲۳۴۵۶' },
      kept: { consent: 'yes', respondent_phone: '+۹۶۴ ۷۵۰ ۱۲۳ ۴۵۶۷' },
      kind: 'phone',
      ...stop,
    },
  ],
  record_id: [
    {
      form: 'price',
      field: 'quote_id',
      broken: { quote_id: '018f3a5e-7c11-7000-8000-00000000ffff' },
      kept: { quote_id: '018f3a5e-7c11-7000-8000-000000000001' },
      kind: 'record_id',
      ...stop,
    },
  ],
  compare: [
    {
      form: 'visit',
      field: 'ended_at',
      broken: { started_at: '2026-11-27T10:00:00+03:00', ended_at: '2026-11-27T11:00:00+04:30' },
      kept: { started_at: '2026-11-27T10:00:00+03:00', ended_at: '2026-11-27T12:00:00+04:30' },
      kind: 'compare_after',
      ...stop,
    },
    {
      form: 'visit',
      field: 'visit_date',
      broken: { visit_date: '2026-11-28' },
      kept: { visit_date: '2026-11-27' },
      kind: 'compare_not_after',
      ...stop,
    },
    {
      form: 'visit',
      field: 'visit_date',
      broken: { round_id: 'r1405-09', visit_date: '2026-11-19' },
      kept: { round_id: 'r1405-09', visit_date: '2026-11-20' },
      kind: 'compare_not_before',
      ...stop,
    },
    {
      form: 'visit',
      field: 'fx_usd_sell',
      broken: { fx_usd_buy: '1310', fx_usd_sell: '1309.9' },
      kept: { fx_usd_buy: '1310', fx_usd_sell: '1310' },
      kind: 'compare_at_least',
      ...stop,
    },
    {
      form: 'price',
      field: 'bulk_min_qty',
      broken: { ...quoted, bulk_min_qty: '1' },
      kept: { ...quoted, bulk_min_qty: '1.5' },
      kind: 'compare_more',
      ...stop,
    },
    {
      form: 'price',
      field: 'bulk_price',
      broken: {
        ...quoted,
        sale_qty: '4',
        price_amount: '10',
        bulk_min_qty: '9',
        bulk_price: '2.51',
      },
      kept: { ...quoted, sale_qty: '4', price_amount: '10', bulk_min_qty: '9', bulk_price: '2.5' },
      kind: 'compare_at_most',
      ...stop,
    },
    {
      form: 'price',
      field: 'purchase_price',
      broken: { ...quoted, price_amount: '10', purchase_price: '10' },
      kept: { ...quoted, price_amount: '10', purchase_price: '9.99' },
      kind: 'compare_less',
      ...warn,
    },
    {
      form: 'demand',
      field: 'order_qty',
      broken: { ...bought, purchase_qty: '10', order_qty: '120.5' },
      kept: { ...bought, purchase_qty: '10', order_qty: '120' },
      kind: 'compare_at_most',
      ...stop,
    },
  ],
  duration: [
    {
      form: 'visit',
      field: 'ended_at',
      broken: { started_at: '2026-11-27T10:00:00+03:00', ended_at: '2026-11-27T10:04:59+03:00' },
      kept: { started_at: '2026-11-27T10:00:00+03:00', ended_at: '2026-11-27T10:05:00+03:00' },
      kind: 'visit_short',
      ...warn,
    },
    {
      form: 'visit',
      field: 'ended_at',
      broken: { started_at: '2026-11-27T10:00:00+03:00', ended_at: '2026-11-27T13:00:01+03:00' },
      kept: { started_at: '2026-11-27T10:00:00+03:00', ended_at: '2026-11-27T13:00:00+03:00' },
      kind: 'visit_long',
      ...warn,
    },
  ],
};
