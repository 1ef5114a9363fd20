import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { ok } from '#shared/core/result.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { GridRow } from '../../../../../../renderer/features/visits/grid/grid-row.ts';
import {
  createGridState,
  withRow,
} from '../../../../../../renderer/features/visits/grid/grid-state.ts';
import { createRowFinish } from '../../../../../../renderer/features/visits/grid/row-finish.ts';
import type { RowReader } from '../../../../../../renderer/features/visits/grid/row-status.ts';
import type { RecordStore } from '../../../../../../renderer/db/stores.ts';
import { emptyContent } from '../../../../../../renderer/forms/form-content.ts';
import { freshMemory } from '../../../../../../renderer/forms/settle-content.ts';
import { makeIdentity } from '../../../../../support/device.ts';

const id = 'row' as RecordId;
const next = 'next' as RecordId;

/** Finishes a row, in which something is done before its record is on the disk; answers whose change was told as late. */
async function finishWhile(
  act: (state: ReturnType<typeof createGridState>) => void,
): Promise<readonly RecordId[]> {
  const answers = { product_id: 'rice', price_amount: '85' };
  const row: GridRow = {
    id,
    form: formOf('price'),
    content: { ...emptyContent, answers },
    memory: freshMemory,
    record: undefined,
    hasDraft: true,
    isLocked: false,
    isFinishing: false,
    retyped: {},
  };
  const state = createGridState(new Set());
  state.setState({ order: [id], rows: { [id]: row }, at: { row: next, column: 'product_id' } });
  const view = { id, answers, reasons: {}, remarks: {}, warnings: [], review: 'none' };
  const late: RecordId[] = [];
  const finish = createRowFinish({
    state,
    reader: {
      state: () => ({ is: 'ready' }),
      status: () => ({ record: answers, findings: new Map(), noticed: [] }),
    } as unknown as RowReader,
    saver: { touch: () => undefined, forget: () => undefined },
    store: {
      records: {
        write: async () => {
          act(state);
          return ok([view as unknown as RecordView]);
        },
      } as unknown as RecordStore,
    },
    identity: makeIdentity(),
    visit: 'visit' as RecordId,
    append: () => undefined,
    onLateChange: (rows) => late.push(...rows),
  });
  await finish.finishNew([id]);
  return late;
}

function type(state: ReturnType<typeof createGridState>): void {
  const row = state.getState().rows[id];
  if (!row) throw new Error('the row is gone');
  const answers = { ...row.content.answers, price_amount: '86' };
  state.setState((now) => withRow(now, { ...row, content: { ...row.content, answers } }));
}

test('a change typed and left while its row is being written is asked its reason at once', async () => {
  expect(await finishWhile(type)).toEqual([id]);
});

test('nothing is asked where nothing was changed meanwhile, or the keyboard is still there', async () => {
  expect(await finishWhile(() => undefined)).toEqual([]);
  const stays = await finishWhile((state) => {
    type(state);
    state.setState({ at: { row: id, column: 'price_amount' } });
  });
  expect(stays).toEqual([]);
});
