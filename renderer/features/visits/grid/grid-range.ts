import type { RecordId } from '#shared/core/ids.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridState } from './grid-state.ts';

/** The places of the first and the last column of something. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What is selected, row by row and column by column: the cell with the keyboard alone, or the block up to the other corner. */
export interface GridRange {
  readonly rows: readonly RecordId[];
  readonly columns: readonly GridColumn[];
}

export function rangeOf(state: GridState, columns: readonly GridColumn[]): GridRange {
  const { at, anchor = at, order } = state;
  if (!at || !anchor) return { rows: [], columns: [] };
  const rows = [order.indexOf(at.row), order.indexOf(anchor.row)];
  const { from, to } = spanOf(state, columns);
  return {
    rows: order.slice(Math.min(...rows), Math.max(...rows) + 1),
    columns: columns.slice(from, to + 1),
  };
}

const spans = new Map<string, Span>();

/** The columns that are selected in a row, where more than one cell is; the same object for the same span. */
export function selectedIn(
  state: GridState,
  row: RecordId,
  columns: readonly GridColumn[],
): Span | undefined {
  const { at, anchor, order } = state;
  if (!at || !anchor) return undefined;
  const [index, one, other] = [row, at.row, anchor.row].map((id) => order.indexOf(id)) as [
    number,
    number,
    number,
  ];
  if (index < Math.min(one, other) || index > Math.max(one, other)) return undefined;
  const span = spanOf(state, columns);
  const key = `${span.from} ${span.to}`;
  const known = spans.get(key) ?? span;
  spans.set(key, known);
  return known;
}

function spanOf({ at, anchor = at }: GridState, columns: readonly GridColumn[]): Span {
  const places = [at, anchor].map((cell) => columns.findIndex(({ name }) => name === cell?.column));
  return { from: Math.min(...places), to: Math.max(...places) };
}
