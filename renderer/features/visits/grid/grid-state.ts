import { createStore } from 'zustand/vanilla';
import type { RecordId } from '#shared/core/ids.ts';
import type { CellAt, GridRow } from './grid-row.ts';

/** What the grid shows; the rows subscribe to their own part of it. */
export interface GridState {
  readonly order: readonly RecordId[];
  readonly rows: Readonly<Record<RecordId, GridRow>>;
  /** The cell with the keyboard. */
  readonly at: CellAt | undefined;
  /** The other corner of what is selected, where that is more than one cell. */
  readonly anchor: CellAt | undefined;
  /** The row whose open questions beside the grid were asked for. */
  readonly asksRest: RecordId | undefined;
  /** Whether the remark on the cell with the keyboard was asked for. */
  readonly asksRemark: boolean;
  /** Counts what changed a cell from outside of its editor, which then begins anew. */
  readonly epoch: number;
  /** Columns whose answer a new row takes over from the row before. */
  readonly pins: ReadonlySet<string>;
  /** What was said of questions of the rows, by row and question. */
  readonly talk: RowsTalk;
}

/** Comments by record, then by question. */
export type RowsTalk = Readonly<
  Partial<Record<RecordId, Readonly<Partial<Record<string, readonly string[]>>>>>
>;

/** The state of an open grid. */
export type GridStateStore = ReturnType<typeof createGridState>;

export function createGridState(pins: ReadonlySet<string>) {
  return createStore<GridState>(() => ({
    order: [],
    rows: {},
    at: undefined,
    anchor: undefined,
    asksRest: undefined,
    asksRemark: false,
    epoch: 0,
    pins,
    talk: {},
  }));
}

/** The row where the work goes on: the first that is not finished, else the new one. */
export function beginsAt({ order, rows }: GridState): RecordId {
  return order.find((id) => rows[id]?.hasDraft) ?? order.at(-1) ?? ('' as RecordId);
}

/** The state with one of its rows changed. */
export function withRow(state: GridState, row: GridRow): GridState {
  return { ...state, rows: { ...state.rows, [row.id]: row } };
}
