import type { RecordId } from '#shared/core/ids.ts';
import type { GridColumn } from './grid-columns.ts';
import type { CellAt, GridRow } from './grid-row.ts';
import { isBlank, nextOpenColumn } from './grid-row.ts';
import type { GridStateStore } from './grid-state.ts';
import type { RowReader } from './row-status.ts';

/** Where Enter leads to beyond the cells of a row. */
export type RowEnd = { readonly is: 'open' | 'changed' | 'done'; readonly row: RecordId };

/** Moves the keyboard from cell to cell. */
export interface GridCursor {
  readonly moveTo: (cell: CellAt, options?: { readonly extends?: boolean }) => void;
  /** So many rows and columns on, as far as there are any; skipped questions are stepped over. */
  readonly moveBy: (
    rows: number,
    columns: number,
    options?: { readonly extends?: boolean },
  ) => void;
  /** The next cell or the one before, across rows; false at either end of the grid. */
  readonly step: (by: 1 | -1) => boolean;
  /** To the cell that waits for an answer next; at the end of the row says how it ends, and stays. */
  readonly next: () => RowEnd | undefined;
  /** Back along the path that `next` took. */
  readonly back: () => void;
  /** To the first open cell of the next row that has one. */
  readonly nextRow: (after: RecordId) => void;
  /** To the first open cell of a row. */
  readonly begin: (row: RecordId) => void;
  /** To the new row at the end. */
  readonly newRow: () => void;
}

interface CursorSetup {
  readonly state: GridStateStore;
  readonly reader: RowReader;
  readonly columns: readonly GridColumn[];
  readonly onLeaveCell: () => void;
  readonly onLeaveRow: (row: RecordId) => void;
  readonly onEnterRow: (row: GridRow) => void;
}

export function createGridCursor(setup: CursorSetup): GridCursor {
  const { state, reader, columns, onLeaveCell, onLeaveRow, onEnterRow } = setup;
  const path: CellAt[] = [];
  const names = columns.map(({ name }) => name);

  function rowAt(index: number): GridRow | undefined {
    const { order, rows } = state.getState();
    const id = order[index];
    return id === undefined ? undefined : rows[id];
  }
  function indexOf(row: RecordId): number {
    return state.getState().order.indexOf(row);
  }
  function isShown(row: GridRow, name: string | undefined): name is string {
    return name !== undefined && (isBlank(row) || reader.status(row).shown.has(name));
  }
  function moveTo(cell: CellAt, { extends: isLonger = false } = {}): void {
    const { at, anchor } = state.getState();
    onLeaveCell();
    state.setState({
      at: cell,
      anchor: isLonger ? (anchor ?? at) : undefined,
      asksRest: undefined,
      asksRemark: false,
    });
    if (at?.row === cell.row) return;
    if (at) onLeaveRow(at.row);
    const row = state.getState().rows[cell.row];
    if (row) onEnterRow(row);
  }
  function moveBy(rows: number, steps: number, options = {}): void {
    const { at, order } = state.getState();
    if (!at) return;
    const index = Math.min(Math.max(indexOf(at.row) + rows, 0), order.length - 1);
    const row = rowAt(index);
    if (!row) return;
    if (steps === 0) return moveTo({ row: row.id, column: at.column }, options);
    const direction = Math.sign(steps);
    const last = direction > 0 ? names.length - 1 : 0;
    let column = names.indexOf(at.column);
    for (let left = Math.abs(steps); left > 0 && column !== last;) {
      column += direction;
      if (isShown(row, names[column])) left -= 1;
    }
    const name = names[column];
    if (isShown(row, name)) moveTo({ row: row.id, column: name }, options);
  }
  function step(by: 1 | -1): boolean {
    const { at } = state.getState();
    if (!at) return false;
    let index = indexOf(at.row);
    let column = names.indexOf(at.column) + by;
    for (let row = rowAt(index); row; row = rowAt(index)) {
      for (; column >= 0 && column < names.length; column += by) {
        const name = names[column];
        if (!isShown(row, name)) continue;
        moveTo({ row: row.id, column: name });
        return true;
      }
      index += by;
      column = by > 0 ? 0 : names.length - 1;
    }
    return false;
  }
  function next(): RowEnd | undefined {
    const { at } = state.getState();
    const row = at && state.getState().rows[at.row];
    if (!row) return undefined;
    const column = nextOpenColumn(row, reader.status(row), columns, at.column);
    if (column !== undefined) {
      path.push(at);
      moveTo({ row: row.id, column });
      return undefined;
    }
    if (!row.hasDraft) return { is: 'done', row: row.id };
    if (reader.issues(row).length > 0) return { is: 'open', row: row.id };
    return { is: row.record ? 'changed' : 'done', row: row.id };
  }
  function nextRow(after: RecordId): void {
    const { at, order } = state.getState();
    for (let index = indexOf(after) + 1; index < order.length; index++) {
      const row = rowAt(index);
      const column = row && firstOpen(row);
      if (!row || column === undefined) continue;
      if (at) path.push(at);
      return moveTo({ row: row.id, column });
    }
    return undefined;
  }
  function firstOpen(row: GridRow): string | undefined {
    if (isBlank(row) && Object.keys(row.content.answers).length === 0) return names[0];
    return row.isLocked ? undefined : nextOpenColumn(row, reader.status(row), columns, undefined);
  }
  return {
    moveTo,
    moveBy,
    step,
    next,
    back() {
      const before = path.pop();
      if (before && state.getState().rows[before.row]) moveTo(before);
      else step(-1);
    },
    nextRow,
    begin(id) {
      const row = state.getState().rows[id];
      const column = row && firstOpen(row);
      if (row && column !== undefined) moveTo({ row: id, column });
    },
    newRow() {
      const { order, at } = state.getState();
      const last = order.at(-1);
      if (at) path.push(at);
      if (last !== undefined) moveTo({ row: last, column: names[0] ?? '' });
    },
  };
}
