import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import {
  changeBetween,
  withCells,
} from '../../../../../../renderer/features/visits/grid/cell-change.ts';
import type { FormContent } from '../../../../../../renderer/forms/form-content.ts';

const row = 'row' as RecordId;
const before: FormContent = {
  answers: { product_id: 'rice', sale_unit: 'kg' },
  raw: { price_amount: 'ten' },
  reasons: {},
  warned: {},
  carried: ['sale_unit'],
  remarks: { price_amount: 'as the neighbour says', brand_id: '' },
};
const after: FormContent = {
  answers: { product_id: 'rice', sale_unit: 't', price_amount: '10' },
  raw: {},
  reasons: { price_amount: 'asked twice' },
  warned: {},
  carried: [],
  remarks: { price_amount: '', brand_id: 'on the sack' },
};

test('a change puts a content back to exactly what it was, and forward again', () => {
  const change = changeBetween(row, before, after);
  expect(change && withCells(after, change.before)).toEqual(before);
  expect(change && withCells(before, change.after)).toEqual(after);
});

test('contents that say the same make no change', () => {
  expect(changeBetween(row, before, { ...before })).toBeUndefined();
});

test('a remark written after an answer stays when the answer is undone', () => {
  const change = changeBetween(row, before, { ...after, remarks: before.remarks });
  const remarked = { ...after, remarks: { price_amount: 'without the sack' } };
  expect(change && withCells(remarked, change.before).remarks).toEqual(remarked.remarks);
});
