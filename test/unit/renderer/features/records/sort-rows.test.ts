import { expect, test } from 'vitest';
import { sortRows } from '../../../../../renderer/features/records/sort-rows.ts';
import type { TableColumn } from '../../../../../renderer/features/records/table-columns.tsx';
import { makeRecord } from '../../../../support/export-records.ts';

const rows = ['۲ کیلو', '۱۰ کیلو', '', 'آرد', 'ببر'].map((spec, i) => ({
  record: makeRecord('price', `r${i}`, {
    item_spec: spec,
    price_amount: [3, 20, 1, 100, undefined][i] ?? null,
  }),
  visit: undefined,
}));
const columns: readonly TableColumn[] = [
  {
    id: 'spec',
    header: '',
    cell: () => '',
    sortBy: ({ record }) => record.answers['item_spec'] as string,
  },
  {
    id: 'amount',
    header: '',
    cell: () => '',
    sortBy: ({ record }) => (record.answers['price_amount'] ?? undefined) as number | undefined,
  },
];
function ids(column: string, direction: 'ascending' | 'descending'): string {
  return sortRows(rows, columns, { column, direction }, 'fa')
    .map(({ record }) => record.id)
    .join(' ');
}

test('numbers are sorted as numbers, and rows without one come last in both directions', () => {
  expect(ids('amount', 'ascending')).toBe('r2 r0 r1 r3 r4');
  expect(ids('amount', 'descending')).toBe('r3 r1 r0 r2 r4');
});

test('texts are sorted by the Persian alphabet, numbers in them by their size', () => {
  expect(ids('spec', 'ascending')).toBe('r0 r1 r3 r4 r2');
});

test('without an order rows stay as they came', () => {
  expect(sortRows(rows, columns, undefined, 'fa')).toBe(rows);
});
