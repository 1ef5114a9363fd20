import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import { gridColumns } from '../../../../../../renderer/features/visits/grid/grid-columns.ts';
import type { GridRow } from '../../../../../../renderer/features/visits/grid/grid-row.ts';
import { createRowReader } from '../../../../../../renderer/features/visits/grid/row-status.ts';
import { emptyContent } from '../../../../../../renderer/forms/form-content.ts';
import { freshMemory } from '../../../../../../renderer/forms/settle-content.ts';
import { makeContext } from '../../../../../support/form-context.ts';
import { priceAnswers } from '../../../../../support/price-answers.ts';

test('a finished row shows the questions it asks without being held against other prices again', () => {
  let asked = 0;
  const reader = createRowReader(() =>
    makeContext({
      references: {
        noticed() {
          asked += 1;
          return [];
        },
      },
    }),
  );
  const row: GridRow = {
    id: 'row' as RecordId,
    form: formOf('price'),
    content: { ...emptyContent, answers: priceAnswers('visit' as RecordId, 1) },
    memory: freshMemory,
    record: {} as RecordView,
    hasDraft: false,
    isLocked: false,
    isFinishing: false,
    retyped: {},
  };
  const shown = reader.shown(row);
  expect(asked).toBe(0);
  const checked = reader.status({ ...row, hasDraft: true }).shown;
  const cells = gridColumns(row.form).map(({ name }) => name);
  expect(cells.filter((name) => shown.has(name))).toEqual(
    cells.filter((name) => checked.has(name)),
  );
  expect(asked).toBeGreaterThan(0);
});
