import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { Noticed } from '#shared/forms/context.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { createGridActs } from '../../../../../../renderer/features/visits/grid/grid-acts.ts';
import type { GridRow } from '../../../../../../renderer/features/visits/grid/grid-row.ts';
import {
  createGridState,
  withRow,
} from '../../../../../../renderer/features/visits/grid/grid-state.ts';
import { createRowReader } from '../../../../../../renderer/features/visits/grid/row-status.ts';
import { emptyContent } from '../../../../../../renderer/forms/form-content.ts';
import { freshMemory } from '../../../../../../renderer/forms/settle-content.ts';
import { keptWarnings } from '../../../../../../renderer/forms/warned.ts';
import { makeContext } from '../../../../../support/form-context.ts';

const id = 'row' as RecordId;

function openRow() {
  const reader = createRowReader(() =>
    makeContext({
      references: {
        noticed: ({ answers }): readonly Noticed[] =>
          answers['price_amount'] === '840' ? [{ name: 'zero', field: 'price_amount' }] : [],
      },
    }),
  );
  const state = createGridState(new Set());
  const row: GridRow = {
    id,
    form: formOf('price'),
    content: {
      ...emptyContent,
      answers: { product_id: 'rice', item_spec: 'rice', availability: 'wide' },
    },
    memory: freshMemory,
    record: undefined,
    hasDraft: true,
    isLocked: false,
    isFinishing: false,
    retyped: {},
  };
  state.setState((now) => withRow(now, row));
  const acts = createGridActs({
    state,
    reader,
    offer: (same) => same,
    revive: () => row,
    onChange: () => undefined,
    onLog: () => undefined,
  });
  function content() {
    return state.getState().rows[id]?.content ?? emptyContent;
  }
  return { acts, content };
}

test('a price that was warned of when its cell was left, and typed otherwise, keeps that it was changed', () => {
  const { acts, content } = openRow();
  acts.type({ row: id, field: 'price_amount', value: '840' });
  acts.settle();
  acts.notice(id);
  acts.type({ row: id, field: 'price_amount', value: '84' });
  acts.settle();
  acts.notice(id);
  expect(keptWarnings(content(), [])).toMatchObject([
    { name: 'zero', outcome: 'changed', typed: { price_amount: '840' } },
  ]);
});

test('a row of which nothing is noticed stays the same object, so that nothing is saved or drawn for it', () => {
  const { acts, content } = openRow();
  acts.type({ row: id, field: 'price_amount', value: '84' });
  acts.settle();
  const before = content();
  acts.notice(id);
  expect(content()).toBe(before);
});
