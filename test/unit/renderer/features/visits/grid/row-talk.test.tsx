import 'fake-indexeddb/auto';
import { act } from 'react';
import { expect, test } from 'vitest';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { gridColumns } from '../../../../../../renderer/features/visits/grid/grid-columns.ts';
import type { GridTools } from '../../../../../../renderer/features/visits/grid/grid-context.ts';
import { GridContext } from '../../../../../../renderer/features/visits/grid/grid-context.ts';
import { createGridState } from '../../../../../../renderer/features/visits/grid/grid-state.ts';
import { RowTalk } from '../../../../../../renderer/features/visits/grid/row-talk.tsx';
import { createRegisters } from '../../../../../../renderer/forms/registers.ts';
import type { AppServices } from '../../../../../../renderer/services/services.ts';
import { ServicesContext } from '../../../../../../renderer/services/use-services.ts';
import { createDevice } from '../../../../../support/device.ts';
import { expectOk } from '../../../../../support/expect-ok.ts';
import { makePrice } from '../../../../../support/make-record.ts';
import { mount } from '../../../../../support/mount.tsx';

test('what a supervisor wrote stands beside the row, first of the cell with the keyboard', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const row = device.newId();
  expectOk(await store.records.write([makePrice(row)]));
  for (const [on_field, text] of [
    ['item_spec', 'کدام برنج؟'],
    ['price_amount', 'ده برابر است؟'],
    [undefined, 'از همین دکان باز هم بپرسید'],
  ] as const) {
    const set = { on_record: row, text, ...(on_field === undefined ? {} : { on_field }) };
    const change = { record: device.newId(), kind: 'comment', form: 1, set };
    expectOk(await store.records.write([change]));
  }
  const state = createGridState(new Set());
  state.setState({ at: { row, column: 'price_amount' } });
  const tools = {
    session: { state, columns: gridColumns(formOf('price')) },
    reader: { registers: createRegisters({}), language: 'fa' },
    labelOf: ({ name }: { readonly name: string }) => name,
  } as unknown as GridTools;
  await mount(
    <ServicesContext value={{ store } as AppServices}>
      <GridContext value={tools}>
        <RowTalk record={row} />
      </GridContext>
    </ServicesContext>,
  );
  await act(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  });
  const sections = [...document.querySelectorAll('section')].map((each) => each.textContent);
  expect(sections[0]).toContain('ده برابر است؟');
  expect(sections[1]).toContain('کدام برنج؟');
  expect(document.body.textContent).toContain('از همین دکان');
});
