import type { RecordId } from '#shared/core/ids.ts';
import { isGiven } from '#shared/forms/answers.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { FormContent } from '../../../forms/form-content.ts';
import type { FormStatus } from '../../../forms/form-status.ts';
import type { FormMemory } from '../../../forms/settle-content.ts';
import type { GridColumn } from './grid-columns.ts';

/** A price record as a row of the grid; a new object whenever anything of it changes. */
export interface GridRow {
  readonly id: RecordId;
  readonly form: Form;
  readonly content: FormContent;
  readonly memory: FormMemory;
  /** What was finished, as it was when the person began to change it. */
  readonly record: RecordView | undefined;
  /** Whether it holds something that is not in the record. */
  readonly hasDraft: boolean;
  readonly isLocked: boolean;
  /** Whether it is being written as a record at this moment. */
  readonly isFinishing: boolean;
  /** Warned numbers that were typed a second time, by field. */
  readonly retyped: Readonly<Record<string, string>>;
}

/** The place of a cell: a row, and the name of a column. */
export interface CellAt {
  readonly row: RecordId;
  readonly column: string;
}

/** Where a row stands, as its last column tells it. */
export type RowState =
  | {
      readonly is:
        | 'empty'
        | 'ready'
        | 'warned'
        | 'changed'
        | 'finishing'
        | 'finished'
        | 'conflict'
        | 'returned'
        | 'locked';
    }
  | { readonly is: 'missing'; readonly count: number };

/** A row that nothing was typed into: it is no draft, and goes when the grid is left. */
export function isBlank({ record, hasDraft }: GridRow): boolean {
  return record === undefined && !hasDraft;
}

/** What the person noted on a question of a row; empty where that is nothing. */
export function remarkOf({ content }: Pick<GridRow, 'content'>, field: string): string {
  return content.remarks?.[field] ?? '';
}

/** Whether a cell waits for an answer: what is typed there is none yet, or nothing is. */
export function isOpenCell(
  { content }: GridRow,
  { shown }: FormStatus,
  column: GridColumn,
): boolean {
  if (!shown.has(column.name)) return false;
  if (content.raw[column.name] !== undefined) return true;
  return column.field.required && !isGiven(content.answers[column.name]);
}

/**
 * The cell that Enter leads to within a row: the next one that waits for an answer, then those before it; undefined where
 * none does.
 */
export function nextOpenColumn(
  row: GridRow,
  status: FormStatus,
  columns: readonly GridColumn[],
  after: string | undefined,
): string | undefined {
  const from = columns.findIndex(({ name }) => name === after);
  const inOrder = [...columns.slice(from + 1), ...columns.slice(0, Math.max(from, 0))];
  return inOrder.find((column) => isOpenCell(row, status, column))?.name;
}
