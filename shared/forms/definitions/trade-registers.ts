import { defineForm } from '../define-form.ts';
import { decided, decidedMaybe, decidedMaybeOne, decidedOne } from './answered-by.ts';
import { otherNames, standing } from './item-names.ts';
import { positive } from './price-rules.ts';

const name = { kind: 'text', ...decided, section: 'names' } as const;
const otherName = { kind: 'text', ...decidedMaybe, section: 'names' } as const;
const yesNo = { ...decidedOne, section: 'properties', choices: { codelist: 'yes_no' } } as const;
const limit = {
  kind: 'decimal',
  ...decidedMaybe,
  section: 'limits',
  unit: { in: { name: 'usd' } },
  constraints: [positive],
} as const;

/** Products by HS-6, before they had other names. */
export const productFormV1 = defineForm({
  id: 'product',
  version: 1,
  role: 'register',
  sections: ['names', 'properties', 'limits'],
  fields: {
    name_en: name,
    name_fa: name,
    name_ar: otherName,
    name_ckb: otherName,
    name_ps: otherName,
    hs6: {
      kind: 'text',
      ...decided,
      section: 'properties',
      constraints: [{ rule: 'length', min: 6, max: 6, severity: 'stop' }],
    },
    hs2022_description: { kind: 'text', ...decidedMaybe, section: 'properties', multiline: true },
    sector: { ...decidedOne, section: 'properties', choices: { codelist: 'sector' } },
    std_unit: {
      ...decidedOne,
      section: 'properties',
      choices: { register: 'unit', where: { property: 'base_unit', equals_code: true } },
    },
    is_perishable: yesNo,
    is_durable: yesNo,
    is_priority_desk: yesNo,
    price_usd_min: limit,
    price_usd_max: limit,
  },
});

/** Products by HS-6, when a price had the same limits at every level of trade. */
export const productFormV2 = defineForm({
  ...productFormV1,
  version: 2,
  fields: { ...productFormV1.fields, other_names: otherNames },
});

/**
 * Products by HS-6. `price_usd_min_<level>` and `price_usd_max_<level>` are the hard limits of a price per standard unit at a
 * level of trade; `price_usd_min` and `price_usd_max` hold where a level has none of its own.
 */
export const productForm = defineForm({
  ...productFormV2,
  version: 3,
  fields: {
    ...productFormV2.fields,
    price_usd_min_producer: limit,
    price_usd_max_producer: limit,
    price_usd_min_import: limit,
    price_usd_max_import: limit,
    price_usd_min_wholesale: limit,
    price_usd_max_wholesale: limit,
    price_usd_min_semi_wholesale: limit,
    price_usd_max_semi_wholesale: limit,
    price_usd_min_retail: limit,
    price_usd_max_retail: limit,
  },
});

/** Units, before they had names in the languages of traders. */
export const unitFormV1 = defineForm({
  id: 'unit',
  version: 1,
  role: 'register',
  sections: ['names', 'properties', 'source'],
  fields: {
    name_en: name,
    name_fa: name,
    name_local: otherName,
    dimension: { ...decidedOne, section: 'properties', choices: { codelist: 'dimension' } },
    needs_content: yesNo,
    base_unit: { ...decidedMaybeOne, section: 'properties', choices: { codelist: 'base_unit' } },
    factor_to_base: {
      kind: 'decimal',
      ...decidedMaybe,
      section: 'properties',
      constraints: [positive],
    },
    country: { ...decidedMaybeOne, section: 'properties', choices: { codelist: 'country' } },
    region: { kind: 'text', ...decidedMaybe, section: 'properties' },
    confidence: { ...decidedOne, section: 'source', choices: { codelist: 'certainty' } },
    source_note: { kind: 'text', ...decidedMaybe, section: 'source', multiline: true },
  },
});

/** Units and what one of them is in its base unit, regional measures with region, certainty and source. */
export const unitForm = defineForm({
  ...unitFormV1,
  version: 2,
  fields: {
    ...unitFormV1.fields,
    name_ar: otherName,
    name_ckb: otherName,
    name_prs: otherName,
    name_ps: otherName,
  },
});

/** Currencies. One unit of it is `iso_factor` units of `iso_code`: a toman is 10 IRR. */
export const currencyForm = defineForm({
  id: 'currency',
  version: 1,
  role: 'register',
  sections: ['names', 'properties', 'source'],
  fields: {
    name_en: name,
    name_fa: name,
    name_ar: otherName,
    symbol: { kind: 'text', ...decided, section: 'names' },
    is_iso4217: yesNo,
    iso_code: { kind: 'text', ...decided, section: 'properties' },
    iso_factor: { kind: 'decimal', ...decided, section: 'properties', constraints: [positive] },
    iso_minor_units: { kind: 'integer', ...decidedMaybe, section: 'properties' },
    display_decimals: { kind: 'integer', ...decided, section: 'properties' },
    notes: { kind: 'text', ...decidedMaybe, section: 'source', multiline: true },
  },
});

/** Countries goods come from, by ISO 3166 alpha-2 code. "Unknown" is no item: the questions that allow it say so. */
export const originForm = defineForm({
  id: 'origin',
  version: 1,
  role: 'register',
  sections: ['names', 'properties'],
  fields: {
    iso3: { kind: 'text', ...decided, section: 'properties' },
    name_en: name,
    name_fa: name,
    name_ar: otherName,
    entry_routes: { kind: 'text', ...decidedMaybe, section: 'properties' },
  },
});

/** Brands as printed, before they could be proposed. */
export const brandFormV1 = defineForm({
  id: 'brand',
  version: 1,
  role: 'register',
  sections: ['names', 'properties'],
  fields: {
    name_local: name,
    name_en: otherName,
    name_fa: otherName,
    manufacturer: { kind: 'text', ...decidedMaybe, section: 'properties' },
    origin: { ...decidedMaybeOne, section: 'properties', choices: { register: 'origin' } },
    products: {
      kind: 'select_multiple',
      ...decidedMaybe,
      section: 'properties',
      choices: { register: 'product' },
    },
  },
});

/** Brands as printed, so that one brand met in many bazaars is one item; surveyors propose them. */
export const brandForm = defineForm({
  ...brandFormV1,
  version: 2,
  fields: { ...brandFormV1.fields, other_names: otherNames, standing },
});
