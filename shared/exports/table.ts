/** What a column holds; a cell is always the canonical text of it, so that no file format can bend a value. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'date' | 'datetime';

/** A column: `name` is the machine's, the same in every language; `header` is what the file shows. */
export interface Column {
  readonly name: string;
  readonly header: string;
  readonly type: ColumnType;
}

/**
 * A text as it is, digits of a whole number, a decimal, a day `YYYY-MM-DD` or a moment with its offset; null where
 * there is no value.
 */
export type Cell = string | null;

/** One value for each column, in their order. */
export type Row = readonly Cell[];

/** Typed columns and their rows, independent of any file format; `title` heads it where people read it. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<Row>;
}
