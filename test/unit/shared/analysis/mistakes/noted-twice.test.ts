import { describe, expect, test } from 'vitest';
import { notedTwice } from '#shared/analysis/mistakes/noted-twice.ts';

const quotation = {
  product_id: 'sugar',
  item_spec: 'شکر، فله',
  brand_id: 'unbranded',
  price_amount: '55',
  price_currency: 'AFN',
  quality_grade: 'standard',
};

describe('a quotation', () => {
  test('that stands in its visit already is noticed, whatever keyboard its specification was typed on', () => {
    const other = { ...quotation, item_spec: 'شكر، فله ', quality_grade: 'premium' };
    expect(notedTwice({ answers: quotation, siblings: [{}, other] })).toEqual([
      { name: 'duplicate', field: 'price_amount' },
    ]);
  });

  test.each([
    { product_id: 'rice' },
    { item_spec: 'شکر، بسته' },
    { brand_id: 'brand_a' },
    { price_amount: '56' },
    { price_currency: 'IRR' },
  ])('that differs in %o is another one', (change) => {
    const siblings = [{ ...quotation, ...change }];
    expect(notedTwice({ answers: quotation, siblings })).toEqual([]);
  });

  test('whose price nobody knows is not like another of the kind', () => {
    const unknown = { ...quotation, price_amount: { missing: 'dont_know' } as const };
    expect(notedTwice({ answers: unknown, siblings: [unknown] })).toEqual([]);
  });
});
