import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './grid-row.ts';

/** What the live field of the grid is given. */
export interface EditorProps {
  readonly row: GridRow;
  readonly column: GridColumn;
  /** The name of the field: its column, and the number of its row. */
  readonly label: string;
}
