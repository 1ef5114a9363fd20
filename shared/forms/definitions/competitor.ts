import { defineVisitPart } from '../define-form.ts';
import {
  asked,
  askedMany,
  askedOne,
  mayTell,
  mayTellMany,
  mayTellOne,
  optional,
  optionalMany,
  optionalOne,
  toldOne,
  ownId,
} from './answered-by.ts';
import { visitForm } from './visit.ts';

const interviewed = { when: 'visit', answer: 'consent', in: ['yes'] } as const;
// Where goods stand on shelves before the customer; yards, offices, sites and online sellers have no facings to count.
const hasShelves = {
  when: 'visit',
  answer: 'outlet_type',
  in: ['street_stall', 'small_shop', 'large_shop', 'supermarket'],
} as const;

/** One brand of one product at one outlet. */
export const competitorForm = defineVisitPart(visitForm, {
  id: 'competitor',
  version: 1,
  role: 'survey',
  repeat: { parent: 'visit', group: 'competitor_brand' },
  closed: { when: 'visit', answer: 'consent', in: ['no'] },
  sections: ['brand', 'shelf', 'packaging', 'trade', 'verdict', 'evidence', 'record'],
  fields: {
    competitor_id: ownId,
    product_id: { ...askedOne, section: 'brand', choices: { register: 'product' } },
    brand_id: {
      ...askedOne,
      section: 'brand',
      choices: { register: 'brand', plus: ['other'] },
      constraints: [
        {
          rule: 'unique',
          fields: ['product_id', 'brand_id', 'brand_other', 'item_spec'],
          severity: 'stop',
        },
      ],
    },
    brand_other: {
      kind: 'text',
      ...asked,
      section: 'brand',
      shown: { when: 'answer', field: 'brand_id', in: ['other'] },
      constraints: [{ rule: 'length', min: 1, severity: 'stop' }],
    },
    manufacturer: { kind: 'text', ...optional, section: 'brand' },
    origin_country: {
      ...askedOne,
      section: 'brand',
      choices: { register: 'origin', plus: ['unknown'] },
    },
    importer_name: {
      kind: 'text',
      ...optional,
      section: 'brand',
      constraints: [{ rule: 'length', max: 120, severity: 'stop' }],
    },
    item_spec: {
      kind: 'text',
      ...asked,
      section: 'brand',
      suggest: 'same_product',
      constraints: [{ rule: 'length', min: 3, severity: 'stop' }],
    },
    quality_grade: { ...askedOne, section: 'brand', choices: { codelist: 'quality_grade' } },
    price_quote_ref: { ...optionalOne, section: 'brand', choices: { records: 'price' } },
    shelf_facings: {
      kind: 'integer',
      ...optional,
      section: 'shelf',
      shown: hasShelves,
      unit: { in: { name: 'count' } },
      constraints: [{ rule: 'range', min: '0', max: '500', severity: 'stop' }],
    },
    category_facings: {
      kind: 'integer',
      ...asked,
      section: 'shelf',
      shown: { when: 'answered', field: 'shelf_facings' },
      unit: { in: { name: 'count' } },
      constraints: [
        {
          rule: 'compare',
          is: '>=',
          to: { of: 'answer', field: 'shelf_facings' },
          severity: 'stop',
        },
        { rule: 'same', fields: ['product_id'], severity: 'stop' },
      ],
    },
    sales_share_pct: {
      kind: 'integer',
      ...mayTell,
      section: 'shelf',
      unit: { in: { name: 'percent' } },
      constraints: [
        { rule: 'range', min: '0', max: '100', severity: 'stop' },
        { rule: 'sum', fields: ['product_id'], max: '100', severity: 'stop' },
      ],
    },
    sales_rank: {
      kind: 'integer',
      ...mayTell,
      section: 'shelf',
      constraints: [
        { rule: 'range', min: '1', max: '20', severity: 'stop' },
        { rule: 'unique', fields: ['product_id', 'sales_rank'], severity: 'stop' },
      ],
    },
    sales_trend: { ...toldOne, section: 'shelf', choices: { codelist: 'sales_trend' } },
    packaging_type: { ...askedOne, section: 'packaging', choices: { codelist: 'packaging_type' } },
    packaging_rating: { ...askedOne, section: 'packaging', choices: { codelist: 'likert5' } },
    label_languages: { ...optionalMany, section: 'packaging', choices: { codelist: 'language' } },
    label_items: { ...optionalMany, section: 'packaging', choices: { codelist: 'label_item' } },
    promotion_types: {
      ...askedMany,
      section: 'trade',
      choices: { codelist: 'promotion_type' },
      constraints: [{ rule: 'alone', codes: ['none'], severity: 'stop' }],
    },
    trade_discount_pct: {
      kind: 'decimal',
      ...mayTell,
      section: 'trade',
      shown: interviewed,
      unit: { in: { name: 'percent' } },
      constraints: [{ rule: 'range', min: '0', max: '90', severity: 'stop' }],
    },
    trade_payment_terms: {
      ...mayTellOne,
      section: 'trade',
      shown: interviewed,
      choices: { codelist: 'payment_terms' },
    },
    distribution_channel: {
      ...mayTellMany,
      section: 'trade',
      choices: { codelist: 'distribution_channel' },
    },
    warranty_months: {
      kind: 'integer',
      ...optional,
      section: 'trade',
      unit: { in: { name: 'month' } },
      shown: {
        when: 'item',
        item: { of: 'item', register: 'product', field: 'product_id', property: 'is_durable' },
        in: ['yes'],
      },
      constraints: [{ rule: 'range', min: '0', max: '240', severity: 'stop' }],
    },
    strengths: {
      ...askedMany,
      section: 'verdict',
      choices: { codelist: 'sw_factor' },
      constraints: [
        { rule: 'count', min: 1, max: 3, severity: 'stop' },
        { rule: 'alone', codes: ['none'], severity: 'stop' },
        { rule: 'disjoint', field: 'weaknesses', except: ['none'], severity: 'stop' },
      ],
    },
    weaknesses: {
      ...askedMany,
      section: 'verdict',
      choices: { codelist: 'sw_factor' },
      constraints: [
        { rule: 'count', min: 1, max: 3, severity: 'stop' },
        { rule: 'alone', codes: ['none'], severity: 'stop' },
      ],
    },
    competitor_photo: {
      kind: 'image',
      ...optional,
      section: 'evidence',
      longestSide: 1600,
      place: 'drop',
      constraints: [
        { rule: 'count', max: 6, severity: 'stop' },
        { rule: 'captions', severity: 'stop' },
      ],
    },
    info_source: { ...askedMany, section: 'evidence', choices: { codelist: 'info_source' } },
    competitor_confidence: {
      ...askedOne,
      section: 'evidence',
      choices: { codelist: 'confidence' },
    },
  },
});
