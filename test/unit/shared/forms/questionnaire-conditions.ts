import type { Choices } from '#shared/forms/choices.ts';
import type { Condition } from '#shared/forms/condition.ts';
import type { Unit } from '#shared/forms/unit.ts';

const onSale: Condition = { when: 'answer', field: 'availability', in: ['wide', 'limited'] };

/** Every text of the column `relevant`, and the condition it became; where two forms differ, by form. */
export const relevantMeanings: Readonly<Record<string, Condition>> = {
  "${market_id} = 'other'": answer('market_id', 'other'),
  "${gps} != ''": answered('gps'),
  "visit: ${consent} = 'yes'": answer('consent', 'yes'),
  "competitor: ${consent} = 'yes'": { when: 'visit', answer: 'consent', in: ['yes'] },
  "${respondent_name} != '' or ${respondent_phone} != ''": {
    when: 'any',
    of: [answered('respondent_name'), answered('respondent_phone')],
  },
  "${fx_usd_sell} != ''": answered('fx_usd_sell'),
  "${availability} = 'temporarily_out' or ${availability} = 'never'": answer(
    'availability',
    'temporarily_out',
    'never',
  ),
  "${availability} = 'wide' or ${availability} = 'limited'": onSale,
  'brand shown': onSale,
  'unit.needs_content = 1': {
    when: 'item',
    item: { of: 'item', register: 'unit', field: 'sale_unit', property: 'needs_content' },
    in: ['yes'],
  },
  "${bulk_min_qty} != ''": answered('bulk_min_qty'),
  // A price level that is hidden is no level: payment terms are then not asked.
  "${price_level} != 'retail'": { when: 'other', field: 'price_level', than: ['retail'] },
  "${price_change_30d} = 'increased' or ${price_change_30d} = 'decreased'": answer(
    'price_change_30d',
    'increased',
    'decreased',
  ),
  '${origin_country} != ${country}': {
    when: 'any',
    of: [
      answer('origin_country', 'unknown'),
      {
        when: 'differ',
        operands: [
          { of: 'item', register: 'origin', field: 'origin_country', property: 'iso3' },
          { of: 'visit', answer: 'country' },
        ],
      },
    ],
  },
  'outlier flag raised': { when: 'flag', flag: 'outlier' },
  "${product_id} = 'new_product'": answer('product_id', 'new_product'),
  "${currently_trades} = 'no'": answer('currently_trades', 'no'),
  "${currently_trades} = 'yes'": answer('currently_trades', 'yes'),
  "${demand_change_12m} = 'increased' or ${demand_change_12m} = 'decreased'": answer(
    'demand_change_12m',
    'increased',
    'decreased',
  ),
  'count-selected(${unmet_need}) > 0': answered('unmet_need'),
  "${interest_level} = 'medium' or ${interest_level} = 'high' or ${interest_level} = 'ready'":
    answer('interest_level', 'medium', 'high', 'ready'),
  "${brand_id} = 'other'": answer('brand_id', 'other'),
  '${outlet_type} in shelf outlets': {
    when: 'visit',
    answer: 'outlet_type',
    in: ['street_stall', 'small_shop', 'large_shop', 'supermarket'],
  },
  "${shelf_facings} != ''": answered('shelf_facings'),
  'product.is_durable = 1': {
    when: 'item',
    item: { of: 'item', register: 'product', field: 'product_id', property: 'is_durable' },
    in: ['yes'],
  },
};

/** Every text of the column `list` that is not the name of a code list, and the choices it became. */
export const listMeanings: Readonly<Record<string, Choices>> = {
  'rounds (register)': { register: 'round' },
  'team (register)': { register: 'person' },
  'IRQ, AFG': { codelist: 'country', only: ['IRQ', 'AFG'] },
  'admin1.csv': { register: 'admin_area', where: { property: 'level', equals: '1' } },
  'ocha_pcodes_afg_irq_irn.csv level 2': {
    register: 'admin_area',
    where: { property: 'level', equals: '2' },
  },
  // "last item is other" is said in the note.
  'markets (register)': { register: 'market', plus: ['other'] },
  'currencies.csv': { register: 'currency' },
  'products_hs6.csv': { register: 'product' },
  'products_hs6.csv + new_product': { register: 'product', plus: ['new_product'] },
  'brands (register) + unbranded + other': { register: 'brand', plus: ['unbranded', 'other'] },
  'brands (register) + other': { register: 'brand', plus: ['other'] },
  'origin_countries.csv': { register: 'origin' },
  'origin_countries.csv + unknown': { register: 'origin', plus: ['unknown'] },
  'units.csv': { register: 'unit' },
  'units.csv (base units)': {
    register: 'unit',
    where: { property: 'base_unit', equals_code: true },
  },
  'border_crossings.csv + unknown': { register: 'crossing', plus: ['unknown'] },
  'quotes of this visit': { records: 'price' },
};

const standard = { standard_of: { field: 'product_id' } } as const;

/** Every text of the column `unit`, and the unit it became. */
export const unitMeanings: Readonly<Record<string, Unit>> = {
  'deg WGS84': { in: { name: 'deg_wgs84' } },
  m: { in: { name: 'm' } },
  day: { in: { name: 'day' } },
  month: { in: { name: 'month' } },
  count: { in: { name: 'count' } },
  '%': { in: { name: 'percent' } },
  'local per USD': { in: { name: 'local_currency' }, per: { name: 'usd' } },
  price_currency: { in: code('price_currency') },
  sale_unit: { in: code('sale_unit') },
  net_content_unit: { in: code('net_content_unit') },
  purchase_unit: { in: code('purchase_unit') },
  'price_currency / std_unit': { in: code('price_currency'), per: standard },
  'USD / std_unit': { in: { name: 'usd' }, per: standard },
  'purchase_unit per purchase_period': { in: code('purchase_unit'), per: code('purchase_period') },
  'std_unit / year': { in: standard, per: { name: 'year' } },
  'currency / unit': { in: code('target_price_currency'), per: code('target_price_unit') },
};

function answer(field: string, ...codes: readonly string[]): Condition {
  return { when: 'answer', field, in: codes };
}

function answered(field: string): Condition {
  return { when: 'answered', field };
}

function code(field: string) {
  return { code: { field } };
}
