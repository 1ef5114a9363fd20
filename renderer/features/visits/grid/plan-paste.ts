import type { RecordId } from '#shared/core/ids.ts';
import { languages } from '#shared/core/language.ts';
import { searchKey } from '#shared/core/search-key.ts';
import type { AnswerValue } from '#shared/forms/answers.ts';
import { shownFields } from '#shared/forms/hidden-answers.ts';
import { fieldTexts } from '#shared/forms/form-labels.ts';
import type { RowAnswer } from './grid-acts.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridTools } from './grid-context.ts';
import type { GridRow } from './grid-row.ts';
import type { Block } from './read-block.ts';
import { readCell } from './read-cell.ts';

/** What becomes of a pasted cell. `unread`: its text is kept, it is no answer yet; `left-out`: not asked in its row. */
export interface PlannedCell {
  readonly column: GridColumn;
  readonly text: string;
  readonly value: AnswerValue | undefined;
  readonly fate: 'answer' | 'unread' | 'empty' | 'left-out';
}

export interface PlannedRow {
  readonly row: GridRow;
  readonly cells: readonly PlannedCell[];
  /** Whether its item counts as on sale because it has a price, and nothing said so. */
  readonly isTakenAsOnSale: boolean;
}

/** What a block would do to the grid. */
export interface PastePlan {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly PlannedRow[];
  /** Heads of columns that no question of the form is called by. */
  readonly unknownHeads: readonly string[];
  readonly hasHead: boolean;
}

interface Matched {
  readonly columns: readonly (GridColumn | undefined)[];
  readonly hasHead: boolean;
}

/** Plans a paste: columns by their heads where the first row names them, else in order from the cell with the keyboard. */
export function planPaste(
  block: Block,
  from: string,
  rowAt: (index: number) => GridRow,
  tools: GridTools,
): PastePlan {
  const { columns, hasHead } = matchColumns(block, from, tools);
  const body = hasHead ? block.slice(1) : block;
  return {
    columns: columns.filter((column) => column !== undefined),
    rows: body.map((texts, index) => planRow(rowAt(index), texts, columns, tools)),
    unknownHeads: hasHead
      ? (block[0] ?? []).filter((head, at) => columns[at] === undefined && head.trim() !== '')
      : [],
    hasHead,
  };
}

/** The answers a plan gives, row by row. */
export function plannedAnswers({ rows }: PastePlan): readonly RowAnswer[] {
  return rows.flatMap(({ row, cells, isTakenAsOnSale }) => [
    ...(isTakenAsOnSale ? [onSale(row.id)] : []),
    ...cells.flatMap(({ column, text, value, fate }): readonly RowAnswer[] => {
      if (fate === 'answer') return [{ row: row.id, field: column.name, value }];
      return fate === 'unread'
        ? [{ row: row.id, field: column.name, value: undefined, raw: text }]
        : [];
    }),
  ]);
}

function onSale(row: RecordId): RowAnswer {
  return { row, field: 'availability', value: 'wide' };
}

function matchColumns(block: Block, from: string, tools: GridTools): Matched {
  const { columns } = tools.session;
  const [head = []] = block;
  const named = head.map((text) => columns.find((column) => isNamed(column, text, tools)));
  const filled = head.filter((text) => text.trim() !== '').length;
  const known = named.filter((column) => column !== undefined).length;
  if (known > 0 && known * 2 >= filled) return { columns: named, hasHead: true };
  const start = columns.findIndex(({ name }) => name === from);
  const width = Math.max(...block.map((row) => row.length));
  return {
    columns: Array.from({ length: width }, (_, at) => columns[start + at]),
    hasHead: false,
  };
}

function isNamed(column: GridColumn, text: string, { labelOf }: GridTools): boolean {
  const texts = fieldTexts('price', column.name);
  const names = [column.name, labelOf(column), ...languages.map((language) => texts?.[language])];
  const key = searchKey(text);
  return key !== '' && names.some((name) => name !== undefined && searchKey(name) === key);
}

function planRow(
  row: GridRow,
  texts: readonly string[],
  columns: readonly (GridColumn | undefined)[],
  { session, optionsOf }: GridTools,
): PlannedRow {
  const { context } = session.reader.status(row);
  const given = texts.flatMap((text, at) => {
    const column = columns[at];
    return column === undefined ? [] : [{ column, text: text.trim() }];
  });
  const saysPrice = given.some(({ column, text }) => column.name === 'price_amount' && text !== '');
  const isTakenAsOnSale =
    saysPrice &&
    row.content.answers['availability'] === undefined &&
    !given.some(({ column, text }) => column.name === 'availability' && text !== '');
  let answers = isTakenAsOnSale
    ? { ...row.content.answers, availability: 'wide' }
    : row.content.answers;
  // A unit is read among those of its product, so what is asked first is read first.
  const inOrder = session.columns.flatMap(
    (column) => given.find((cell) => cell.column.name === column.name) ?? [],
  );
  const cells = inOrder.map(({ column, text }): PlannedCell => {
    const here = { ...context, answers };
    const options = optionsOf(column.name, column.field, here);
    const { value, raw } = readCell(column, text, options);
    const isShown = shownFields(row.form, answers, here).includes(column.name);
    if (text === '') return { column, text, value, fate: 'empty' };
    if (!isShown) return { column, text, value, fate: 'left-out' };
    answers = { ...answers, [column.name]: value };
    return { column, text, value, fate: raw === undefined ? 'answer' : 'unread' };
  });
  return { row, cells, isTakenAsOnSale };
}
