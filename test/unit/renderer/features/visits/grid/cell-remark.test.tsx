import { act } from 'react';
import { expect, test } from 'vitest';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { CellRemark } from '../../../../../../renderer/features/visits/grid/cell-remark.tsx';
import { CellView } from '../../../../../../renderer/features/visits/grid/cell-view.tsx';
import { focusRemark } from '../../../../../../renderer/features/visits/grid/focus-rest.ts';
import { gridColumns } from '../../../../../../renderer/features/visits/grid/grid-columns.ts';
import type { GridTools } from '../../../../../../renderer/features/visits/grid/grid-context.ts';
import { GridContext } from '../../../../../../renderer/features/visits/grid/grid-context.ts';
import type { GridRow } from '../../../../../../renderer/features/visits/grid/grid-row.ts';
import { createGridState } from '../../../../../../renderer/features/visits/grid/grid-state.ts';
import { emptyContent } from '../../../../../../renderer/forms/form-content.ts';
import { find, mount } from '../../../../../support/mount.tsx';
import { pressKey, typeText } from '../../../forms/type-answer.ts';

const row = { id: 'row', content: emptyContent, isLocked: false } as unknown as GridRow;
const remarked = {
  ...row,
  content: { ...emptyContent, remarks: { brand_id: 'on the sack' } },
} as GridRow;

async function showPanel(shown: GridRow) {
  const state = createGridState(new Set());
  state.setState({ at: { row: row.id, column: 'price_amount' } });
  const noted: unknown[] = [];
  let backs = 0;
  const tools = {
    session: {
      state,
      columns: gridColumns(formOf('price')),
      acts: { remark: (...note: unknown[]) => noted.push(note) },
    },
    labelOf: ({ name }: { readonly name: string }) => name,
  } as unknown as GridTools;
  await mount(
    <GridContext value={tools}>
      <CellRemark
        row={shown}
        onBack={() => {
          backs += 1;
        }}
      />
    </GridContext>,
  );
  return { state, noted, backs: () => backs };
}

test('the remark on the cell with the keyboard opens when asked for, and Enter and Esc lead back', async () => {
  const { state, noted, backs } = await showPanel(row);
  expect(document.querySelector('input')).toBeNull();
  await act(async () => focusRemark({ state }, document.body));
  const field = find('input') as HTMLInputElement;
  expect(document.activeElement).toBe(field);
  expect(field.ariaLabel).toContain('price_amount');
  await typeText(field, 'with the sack');
  expect(noted.at(-1)).toEqual(['row', 'price_amount', 'with the sack']);
  await pressKey(field, 'Enter');
  await pressKey(field, 'Escape');
  expect(backs()).toBe(2);
});

test('a remark that was written stands beside the grid while the keyboard is in its cell', async () => {
  const { state } = await showPanel(remarked);
  expect(document.querySelector('input')).toBeNull();
  await act(async () => state.setState({ at: { row: row.id, column: 'brand_id' } }));
  expect((find('input') as HTMLInputElement).value).toBe('on the sack');
});

test('a cell says that it has a remark', async () => {
  const look = { text: '85', look: 'plain', isNumber: true, width: 6, last: undefined } as const;
  const { show } = await mount(<CellView {...look} isCommented={false} isRemarked={false} />);
  expect(document.querySelector('svg')).toBeNull();
  await show(<CellView {...look} isCommented={false} isRemarked />);
  expect(document.querySelector('svg')).not.toBeNull();
});
