import { expect, onTestFinished, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { GridTools } from '../../../../../../renderer/features/visits/grid/grid-context.ts';
import type { GridSession } from '../../../../../../renderer/features/visits/grid/grid-session.ts';
import { createRunCommand } from '../../../../../../renderer/features/visits/grid/run-command.ts';
import { openGrid, priced } from './open-grid.ts';

async function openKeyboard(prices: Parameters<typeof openGrid>[0] = []) {
  const session = await openGrid(prices);
  const calls: string[] = [];
  function note(name: string) {
    return () => void calls.push(name);
  }
  const run = createRunCommand({ session, specsOf: () => [] } as unknown as GridTools, {
    askRest: note('rest'),
    askRemark: note('remark'),
    askWhy: note('why'),
    togglePanel: note('panel'),
    weigh: note('weigh'),
    togglePin: note('pin'),
    leaveCells: note('leave'),
  });
  return { session, run, calls };
}

/** The empty row at the end. */
function blankOf({ state }: GridSession): RecordId {
  const id = state.getState().order.at(-1);
  if (id === undefined) throw new Error('the grid has no row');
  return id;
}

function answersOf({ state }: GridSession, id: RecordId) {
  return state.getState().rows[id]?.content.answers ?? {};
}

/** Types an answer as in a cell, and begins the next row. */
function typeRow(session: GridSession, answers: Readonly<Record<string, string>>): RecordId {
  const row = blankOf(session);
  session.acts.give(Object.entries(answers).map(([field, value]) => ({ row, field, value })));
  return row;
}

test('Ctrl+; repeats what was typed last in the column, over rows that took theirs over', async () => {
  const { session, run } = await openKeyboard();
  typeRow(session, { product_id: 'rice', item_spec: 'long grain' });
  const between = blankOf(session);
  session.acts.give([
    { row: between, field: 'product_id', value: 'floor_tile' },
    { row: between, field: 'item_spec', value: 'taken over', isCarried: true },
  ]);
  const last = blankOf(session);
  session.cursor.moveTo({ row: last, column: 'item_spec' });
  run({ do: 'repeat-last' });
  expect(answersOf(session, last)['item_spec']).toBe('long grain');
});

test('Ctrl+Shift+D fills the open cells of a row from the row above, and no price with them', async () => {
  const { session, run } = await openKeyboard();
  const over = typeRow(session, {
    product_id: 'rice',
    item_spec: 'long grain',
    availability: 'wide',
    price_amount: '420',
  });
  expect(answersOf(session, over)['price_amount']).toBe('420');
  const row = blankOf(session);
  session.acts.give([{ row, field: 'item_spec', value: 'broken' }]);
  session.cursor.moveTo({ row, column: 'item_spec' });
  run({ do: 'fill-row' });
  expect(answersOf(session, row)).toMatchObject({
    product_id: 'rice',
    item_spec: 'broken',
    availability: 'wide',
  });
  expect(answersOf(session, row)['price_amount']).toBeUndefined();
});

test('F2 changes the text of a cell, with the caret at its end', async () => {
  const { session, run } = await openKeyboard();
  const field = document.body.appendChild(document.createElement('input'));
  onTestFinished(() => field.remove());
  field.value = '420';
  field.focus();
  field.select();
  run({ do: 'edit' });
  expect(session.editing.isTyped()).toBe(true);
  expect([field.selectionStart, field.selectionEnd]).toEqual([3, 3]);
});

test('Esc takes back what is typed in a cell, and leaves the cells when pressed again', async () => {
  const { session, run, calls } = await openKeyboard();
  const row = typeRow(session, { product_id: 'rice', item_spec: 'long grain' });
  session.cursor.moveTo({ row, column: 'item_spec' });
  session.editing.set(true);
  session.acts.type({ row, field: 'item_spec', value: 'b' });
  run({ do: 'cancel' });
  expect(answersOf(session, row)['item_spec']).toBe('long grain');
  expect(calls).toEqual([]);
  run({ do: 'cancel' });
  expect(calls).toEqual(['leave']);
});

test('Esc after a remark takes no remark along', async () => {
  const { session, run, calls } = await openKeyboard();
  const row = typeRow(session, { product_id: 'rice' });
  session.cursor.moveTo({ row, column: 'item_spec' });
  session.editing.set(true);
  session.acts.type({ row, field: 'item_spec', value: 'long grain' });
  run({ do: 'remark' });
  expect(calls).toEqual(['remark']);
  session.acts.remark(row, 'item_spec', 'as on the sack');
  run({ do: 'cancel' });
  const content = session.state.getState().rows[row]?.content;
  expect(content?.remarks).toEqual({ item_spec: 'as on the sack' });
  expect(content?.answers['item_spec']).toBe('long grain');
});

test('Ctrl+Delete empties a row that is no record yet, to be undone in one step with its remarks', async () => {
  const { session, run } = await openKeyboard();
  const row = typeRow(session, { product_id: 'rice', item_spec: 'long grain' });
  session.acts.remark(row, 'item_spec', 'as on the sack');
  session.cursor.moveTo({ row, column: 'item_spec' });
  run({ do: 'clear-row' });
  expect(answersOf(session, row)).toEqual({});
  run({ do: 'undo' });
  expect(answersOf(session, row)).toMatchObject({ product_id: 'rice', item_spec: 'long grain' });
  const { remarks } = session.state.getState().rows[row]?.content ?? {};
  expect(remarks).toEqual({ item_spec: 'as on the sack' });
});

test('Ctrl+Delete leaves a finished row as it is', async () => {
  const { session, run } = await openKeyboard([priced('AFN')]);
  const [row] = session.state.getState().order;
  if (row === undefined) throw new Error('the grid has no row');
  session.cursor.moveTo({ row, column: 'item_spec' });
  run({ do: 'clear-row' });
  expect(answersOf(session, row)).toMatchObject({ price_amount: '420' });
});
