import type { Sha256 } from '#shared/core/ids.ts';
import type { RuleCases } from './rule-case.ts';
import { stop, warn } from './rule-case.ts';

const photo = { sha256: 'a'.repeat(64) as Sha256 };
const visit = {
  consent: 'yes',
  country: 'IRQ',
  outlet_type: 'small_shop',
  market_level: 'retail',
  fx_usd_buy: '1310',
  fx_usd_sell: '1310',
} as const;

/** Cases of the rules on choices, photos and sibling records. */
export const choiceCases: RuleCases<
  | 'count'
  | 'alone'
  | 'disjoint'
  | 'must_be'
  | 'not'
  | 'item_matches'
  | 'captions'
  | 'unique'
  | 'same'
  | 'sum'
> = {
  count: [
    {
      form: 'demand',
      field: 'buying_factors',
      broken: { buying_factors: ['price', 'quality'] },
      kept: { buying_factors: ['price', 'quality', 'brand'] },
      kind: 'too_few',
      ...stop,
    },
    {
      form: 'demand',
      field: 'peak_months',
      broken: { peak_months: ['m01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07'] },
      kept: { peak_months: ['m01'] },
      kind: 'too_many',
      ...stop,
    },
    {
      form: 'visit',
      field: 'outlet_photo',
      broken: { outlet_photo: [photo, photo, photo, photo] },
      kept: { outlet_photo: [photo, photo, photo] },
      kind: 'too_many',
      ...stop,
    },
  ],
  alone: [
    {
      form: 'demand',
      field: 'certificates_required',
      broken: { certificates_required: ['dont_know', 'halal'] },
      kept: { certificates_required: ['dont_know'] },
      kind: 'alone',
      ...stop,
    },
  ],
  disjoint: [
    {
      form: 'competitor',
      field: 'strengths',
      broken: { strengths: ['price'], weaknesses: ['price', 'brand'] },
      kept: { strengths: ['none'], weaknesses: ['none'] },
      kind: 'disjoint',
      ...stop,
    },
  ],
  must_be: [
    {
      form: 'visit',
      field: 'consent',
      broken: { interview_mode: 'observation', consent: 'yes' },
      kept: { interview_mode: 'observation', consent: 'not_applicable' },
      kind: 'must_be',
      ...stop,
    },
  ],
  not: [
    {
      form: 'visit',
      field: 'market_id',
      broken: { market_id: 'other' },
      kept: { market_id: 'erbil' },
      kind: 'not',
      context: { stage: 'approval' },
      ...stop,
    },
  ],
  item_matches: [
    {
      form: 'visit',
      field: 'admin1_pcode',
      broken: { country: 'AFG', admin1_pcode: 'IQG11' },
      kept: { country: 'IRQ', admin1_pcode: 'IQG11' },
      kind: 'item_matches',
      ...stop,
    },
    {
      form: 'visit',
      field: 'market_id',
      broken: { admin1_pcode: 'IQG06', market_id: 'erbil' },
      kept: { admin1_pcode: 'IQG06', market_id: 'other' },
      kind: 'item_matches',
      ...stop,
    },
  ],
  captions: [
    {
      form: 'competitor',
      field: 'competitor_photo',
      broken: { competitor_photo: [{ ...photo, caption: 'جلو' }, photo] },
      kept: { competitor_photo: [{ ...photo, caption: 'جلو' }] },
      kind: 'captions',
      ...stop,
    },
  ],
  unique: [
    {
      form: 'competitor',
      field: 'brand_id',
      broken: { product_id: 'rice', brand_id: 'brand_a', item_spec: 'كيسه ۱۰ کیلویی' },
      kept: { product_id: 'rice', brand_id: 'brand_b', item_spec: 'کیسه 10 کیلویی' },
      kind: 'unique',
      context: {
        siblings: [{ product_id: 'rice', brand_id: 'brand_a', item_spec: 'کیسه 10 کیلویی' }],
      },
      ...stop,
    },
    {
      form: 'competitor',
      field: 'sales_rank',
      broken: { product_id: 'rice', sales_rank: 1 },
      kept: { product_id: 'floor_tile', sales_rank: 1 },
      kind: 'unique',
      context: { siblings: [{ product_id: 'rice', sales_rank: 1 }] },
      ...stop,
    },
    {
      form: 'demand',
      field: 'product_id',
      broken: { product_id: 'rice' },
      kept: { product_id: 'new_product', new_product_text: 'پنیر پیتزا' },
      kind: 'unique',
      context: {
        siblings: [{ product_id: 'rice' }, { product_id: 'new_product', new_product_text: 'کره' }],
      },
      ...warn,
    },
  ],
  same: [
    {
      form: 'competitor',
      field: 'category_facings',
      broken: { product_id: 'rice', shelf_facings: 2, category_facings: 30 },
      kept: { product_id: 'rice', shelf_facings: 2, category_facings: 40 },
      kind: 'same',
      context: {
        visit,
        siblings: [
          { product_id: 'rice', category_facings: 40 },
          { product_id: 'floor_tile', category_facings: 7 },
        ],
      },
      ...stop,
    },
  ],
  sum: [
    {
      form: 'competitor',
      field: 'sales_share_pct',
      broken: { product_id: 'rice', sales_share_pct: 41 },
      kept: { product_id: 'rice', sales_share_pct: 40 },
      kind: 'sum',
      context: {
        siblings: [
          { product_id: 'rice', sales_share_pct: 60 },
          { product_id: 'floor_tile', sales_share_pct: 90 },
          { product_id: 'rice' },
        ],
      },
      ...stop,
    },
  ],
};
