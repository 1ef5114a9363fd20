import type { JSX } from 'react';
import { act, useMemo, useState } from 'react';
import { expect, test } from 'vitest';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { CellEditor } from '../../../../../../renderer/features/visits/grid/cell-editor.tsx';
import { gridColumns } from '../../../../../../renderer/features/visits/grid/grid-columns.ts';
import type { GridTools } from '../../../../../../renderer/features/visits/grid/grid-context.ts';
import { GridContext } from '../../../../../../renderer/features/visits/grid/grid-context.ts';
import type { GridRow } from '../../../../../../renderer/features/visits/grid/grid-row.ts';
import { createGridState } from '../../../../../../renderer/features/visits/grid/grid-state.ts';
import { createOptionSource } from '../../../../../../renderer/forms/option-source.ts';
import { createRegisters } from '../../../../../../renderer/forms/registers.ts';
import { makeContext } from '../../../../../support/form-context.ts';
import { find, mount } from '../../../../../support/mount.tsx';
import { pressKey, typeText } from '../../../forms/type-answer.ts';
import type { RecordView } from '#shared/records/record.ts';

const row = { id: 'row', content: { answers: {}, raw: {}, carried: [] } } as unknown as GridRow;

function brand(code: string, name: string): RecordView {
  return { id: `brand/${code}`, answers: { name_local: name } } as unknown as RecordView;
}

/** The cell of the brand, open while a sync brings brands. */
function OpenCell({ heard }: { readonly heard: unknown[] }): JSX.Element {
  const [count, setCount] = useState(0);
  const column = gridColumns(formOf('price')).find(({ name }) => name === 'brand_id');
  const tools = useMemo(() => {
    const brands = Array.from({ length: count }, (_, at) => brand(`b${at}`, `Golha ${at}`));
    return {
      session: {
        state: createGridState(new Set()),
        reader: { status: () => ({ context: makeContext() }) },
        editing: { set: () => undefined },
        acts: {
          type: (typed: unknown) => heard.push(typed),
          give: (given: unknown) => heard.push(given),
        },
      },
      optionsOf: createOptionSource(createRegisters({ brand: brands }), 'en', []),
      specsOf: () => [],
    } as unknown as GridTools;
  }, [count, heard]);
  if (!column) throw new Error('the grid has no brand');
  return (
    <GridContext value={tools}>
      <CellEditor row={row} column={column} label="Brand" />
      <button type="button" onClick={() => setCount((before) => before + 7)}>
        next page
      </button>
    </GridContext>
  );
}

test('an open cell keeps the keyboard, what is typed and what is marked while a sync brings its register', async () => {
  const heard: unknown[] = [];
  await mount(<OpenCell heard={heard} />);
  const field = find('input') as HTMLInputElement;
  expect(document.activeElement).toBe(field);
  await typeText(field, 'Golha');
  await act(async () => find('button').click());
  await pressKey(field, 'ArrowDown');
  await pressKey(field, 'ArrowDown');
  const marked = field.getAttribute('aria-activedescendant');
  const name = marked === null ? undefined : document.getElementById(marked)?.textContent;
  await act(async () => find('button').click());
  expect(find('input')).toBe(field);
  expect(document.activeElement).toBe(field);
  expect(field.value).toBe('Golha');
  await pressKey(field, 'Enter');
  expect(name).toMatch(/^Golha \d$/);
  expect(heard.at(-1)).toMatchObject({ field: 'brand_id', value: name?.replace('Golha ', 'b') });
});
