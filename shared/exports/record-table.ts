import { createSha256, utf8 } from '../core/hash.ts';
import type { Sha256 } from '../core/ids.ts';
import type { SurveyFormId } from '../forms/definitions/catalogue.ts';
import { formTitle } from '../forms/form-labels.ts';
import type { RecordView } from '../records/record.ts';
import type { ExportSource } from './export-source.ts';
import type { FormCount } from './manifest.ts';
import type { ExportOrder } from './record-columns.ts';
import { recordColumns } from './record-columns.ts';
import type { Row, Table } from './table.ts';

/** What a table has given out so far: how much, and a sum over which records in which state. */
export interface Tally {
  readonly count: FormCount;
  readonly digest: Sha256;
}

/** A table of a form's records whose rows are read as they are written; ask for the tally when they are all out. */
export interface RecordTable {
  readonly table: Table;
  tally(): Tally;
}

/** The records of one form as a table. `onRecord` is called for each. */
export function openRecordTable(
  form: SurveyFormId,
  source: ExportSource,
  order: ExportOrder,
  onRecord?: () => void,
): RecordTable {
  const columns = recordColumns(form, source, order);
  const versions = new Set<number>();
  const hash = createSha256();
  let records = 0;
  let withoutTheirVisit = 0;

  function count(record: RecordView): void {
    records += 1;
    versions.add(record.form);
    if (record.visit !== undefined && !source.hasVisit(record.visit)) withoutTheirVisit += 1;
    hash.update(utf8(`${record.id} ${record.changedAt}\n`));
    onRecord?.();
  }
  async function* rows(): AsyncGenerator<Row> {
    for await (const record of source.records(form)) {
      count(record);
      yield columns.map((column) => column.read(record));
    }
  }
  return {
    table: { name: form, title: formTitle(form)[order.choices.language], columns, rows: rows() },
    tally: () => ({
      count: {
        records,
        formVersions: [...versions].toSorted((a, b) => a - b),
        withoutTheirVisit,
      },
      digest: hash.digest(),
    }),
  };
}
