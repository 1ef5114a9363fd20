import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import { gridColumns } from '../../../../../../renderer/features/visits/grid/grid-columns.ts';
import {
  commentedCells,
  nextCommented,
  rowsTalk,
} from '../../../../../../renderer/features/visits/grid/rows-talk.ts';

const columns = gridColumns(formOf('price'));
const order = ['a', 'b', 'c'] as RecordId[];

/** Comments as the store lists them: the latest first. */
function comments(
  ...said: readonly (readonly [record: string, field: string | undefined, text: string])[]
): readonly RecordView[] {
  return said.map(
    ([on_record, on_field, text]) =>
      ({ answers: { on_record, text, ...(on_field && { on_field }) } }) as unknown as RecordView,
  );
}

const talk = rowsTalk(
  comments(
    ['c', 'item_spec', 'later'],
    ['c', 'item_spec', 'first'],
    ['a', 'price_amount', 'ten bags?'],
    ['b', undefined, 'on the record as a whole'],
    ['b', 'stock_days', 'a question without a cell'],
  ),
);

test('what was said stands with its question, in the order it was said', () => {
  expect(talk['c' as RecordId]?.['item_spec']).toEqual(['first', 'later']);
  expect(talk['a' as RecordId]?.['price_amount']).toEqual(['ten bags?']);
});

test('cells are marked; a record as a whole and questions without a cell are not', () => {
  expect(commentedCells({ order, talk }, columns)).toEqual([
    { row: 'a', column: 'price_amount' },
    { row: 'c', column: 'item_spec' },
  ]);
});

test('the key goes from one to the next, and from the last to the first', () => {
  function next(row: string, column: string) {
    return nextCommented({ order, talk, at: { row: row as RecordId, column } }, columns);
  }
  expect(nextCommented({ order, talk, at: undefined }, columns)?.row).toBe('a');
  expect(next('a', 'product_id')?.row).toBe('a');
  expect(next('a', 'price_amount')?.row).toBe('c');
  expect(next('c', 'item_spec')?.row).toBe('a');
  expect(nextCommented({ order, talk: {}, at: undefined }, columns)).toBeUndefined();
});
