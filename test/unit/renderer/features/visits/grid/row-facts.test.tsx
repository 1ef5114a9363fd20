import { act } from 'react';
import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import { gridColumns } from '../../../../../../renderer/features/visits/grid/grid-columns.ts';
import type { GridTools } from '../../../../../../renderer/features/visits/grid/grid-context.ts';
import { GridContext } from '../../../../../../renderer/features/visits/grid/grid-context.ts';
import type { GridRow } from '../../../../../../renderer/features/visits/grid/grid-row.ts';
import { createGridState } from '../../../../../../renderer/features/visits/grid/grid-state.ts';
import { RowFacts } from '../../../../../../renderer/features/visits/grid/row-facts.tsx';
import { emptyContent } from '../../../../../../renderer/forms/form-content.ts';
import { createRegisters } from '../../../../../../renderer/forms/registers.ts';
import { makeContext } from '../../../../../support/form-context.ts';
import { find, mount } from '../../../../../support/mount.tsx';

const row = {
  id: 'row' as RecordId,
  content: emptyContent,
  hasDraft: false,
} as unknown as GridRow;

async function showFacts(record: Readonly<Record<string, string>>): Promise<void> {
  const tools = {
    session: {
      state: createGridState(new Set()),
      columns: gridColumns(formOf('price')),
      reader: {
        status: () => ({ record, context: { ...makeContext(), answers: record }, noticed: [] }),
      },
      lastVisit: () => undefined,
    },
    reader: { registers: createRegisters({}), language: 'fa' },
  } as unknown as GridTools;
  await mount(
    <GridContext value={tools}>
      <RowFacts row={row} />
    </GridContext>,
  );
}

const priced = { price_amount: '420', price_currency: 'AFN', unit_price_usd: '6' };

test('the rate a price in dollars rests on stands beside the row with its kind, its source and its day', async () => {
  await showFacts({
    ...priced,
    fx_rate: '70',
    fx_kind: 'market',
    fx_source: 'visit',
    fx_date: '2026-11-25',
  });
  const text = document.body.textContent;
  expect(text).toContain('۷۰');
  expect(text).toContain('نوشته‌شده در همین بازدید');
  expect(text).toContain('بازار');
  expect(text).toContain('۱۴۰۵');
});

test('the book of rates is one key away in the grid as well', async () => {
  await showFacts(priced);
  const key = { code: 'KeyR', key: 'r', altKey: true, bubbles: true, cancelable: true };
  await act(async () => {
    find('a').dispatchEvent(new KeyboardEvent('keydown', key));
  });
  expect(location.pathname).toBe('/rates');
});
