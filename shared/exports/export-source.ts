import type { RecordId } from '../core/ids.ts';
import type { RegisterName } from '../forms/choices.ts';
import type { SurveyFormId } from '../forms/definitions/catalogue.ts';
import type { RecordView } from '../records/record.ts';

/** Where an export reads from. */
export interface ExportSource {
  /**
   * The records of a form that are to be exported, in a fixed order and one after the other: they are asked for twice,
   * once for each file format, and never held together.
   */
  records(form: SurveyFormId): AsyncIterable<RecordView>;
  /** Any visit, also one that is not exported itself: its place and day stand beside its records. */
  visit(visit: RecordId): RecordView | undefined;
  /** Whether a visit is exported itself. */
  hasVisit(visit: RecordId): boolean;
  /** The name of a register's item in the language of the export; undefined for an item that is not known. */
  itemLabel(register: RegisterName, code: string): string | undefined;
}

/** Whether a record belongs in an export at all: deleted ones never do, nor what belongs to a deleted visit. */
export function isExportable(record: RecordView, visit: RecordView | undefined): boolean {
  return !record.deleted && record.review !== undefined && visit?.deleted !== true;
}
