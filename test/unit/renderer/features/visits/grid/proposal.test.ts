import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { GridRow } from '../../../../../../renderer/features/visits/grid/grid-row.ts';
import { proposalOf } from '../../../../../../renderer/features/visits/grid/proposal.ts';
import { emptyContent } from '../../../../../../renderer/forms/form-content.ts';
import { freshMemory } from '../../../../../../renderer/forms/settle-content.ts';

function makeRow(id: string, answers: Answers): GridRow {
  return {
    id: id as RecordId,
    form: formOf('price'),
    content: { ...emptyContent, answers },
    memory: freshMemory,
    record: undefined,
    hasDraft: false,
    isLocked: false,
    isFinishing: false,
    retyped: {},
  };
}

/** What the last of some rows proposes in a column. */
function proposed(column: string, ...contents: readonly Answers[]): string | undefined {
  const rows = contents.map((answers, at) => makeRow(String(at), answers));
  const order = rows.map(({ id }) => id);
  const state = { order, rows: Object.fromEntries(rows.map((row) => [row.id, row])) };
  const last = rows.at(-1);
  return last && proposalOf(state, last, column, (product) => [`last of ${product}`]);
}

const rice = { product_id: 'rice', item_spec: 'برنج', brand_id: 'mahmood' };

test('an empty row proposes the product of the row above, and a first row nothing', () => {
  expect(proposed('product_id', rice, {})).toBe('rice');
  expect(proposed('product_id', {})).toBeUndefined();
});

test('a product proposes the description given last for it', () => {
  expect(proposed('item_spec', rice, { product_id: 'rice' })).toBe('last of rice');
  expect(proposed('item_spec', rice, {})).toBeUndefined();
});

test('the brand of the same thing is proposed, not that of another thing', () => {
  const same = { product_id: 'rice', item_spec: 'برنج' };
  expect(proposed('brand_id', rice, { product_id: 'tea', item_spec: 'چای' }, same)).toBe('mahmood');
  expect(proposed('brand_id', rice, { ...same, item_spec: 'نیم‌دانه' })).toBeUndefined();
});

test('a cell that has an answer, or a question of another kind, proposes nothing', () => {
  expect(proposed('product_id', rice, { product_id: 'tea' })).toBeUndefined();
  expect(proposed('price_amount', { ...rice, price_amount: '85' }, rice)).toBeUndefined();
});
