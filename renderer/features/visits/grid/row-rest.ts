import { parseAmount } from '#shared/core/parse-amount.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import type { FormStatus, Issue } from '../../../forms/form-status.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './grid-row.ts';

/** A number that can be read in two ways, and both readings. */
export interface Unclear {
  readonly column: GridColumn;
  readonly readings: readonly [Decimal, Decimal];
}

/** The first number of a row of which the person must say how it was meant. */
export function unclearOf(
  { content }: GridRow,
  columns: readonly GridColumn[],
): Unclear | undefined {
  for (const column of columns) {
    const raw = column.field.kind === 'decimal' ? content.raw[column.name] : undefined;
    const parsed = raw === undefined ? undefined : parseAmount(raw);
    if (parsed?.kind === 'unclear') {
      return { column, readings: [parsed.asDecimal, parsed.asGrouped] };
    }
  }
  return undefined;
}

/** What is left of a row when its cells are filled: questions that have no cell, and warnings that ask for an answer. */
export interface RowRest {
  readonly questions: readonly string[];
  readonly warned: readonly string[];
  /** Issues of cells: what is missing or cannot be. */
  readonly cells: readonly Issue[];
}

export function restOf(
  issues: readonly Issue[],
  columns: readonly GridColumn[],
  status: FormStatus,
): RowRest {
  const isCell = new Set(columns.map(({ name }) => name));
  const warned = issues.filter(({ kind }) => kind === 'no-reason' || kind === 'not-retyped');
  const others = issues.filter((issue) => !warned.includes(issue));
  return {
    questions: [...new Set(others.map(({ field }) => field))].filter(
      (field) => !isCell.has(field) && status.shown.has(field),
    ),
    warned: [...new Set(warned.map(({ field }) => field))],
    cells: others.filter(({ field }) => isCell.has(field)),
  };
}
