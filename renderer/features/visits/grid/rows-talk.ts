import type { RecordId } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { GridColumn } from './grid-columns.ts';
import type { CellAt } from './grid-row.ts';
import type { GridState, RowsTalk } from './grid-state.ts';

/** What comments say of questions of records; those on a record as a whole are no question's. */
export function rowsTalk(comments: readonly RecordView[]): RowsTalk {
  const talk: Partial<Record<RecordId, Partial<Record<string, readonly string[]>>>> = {};
  for (const comment of comments.toReversed()) {
    const answers = comment.answers as Answers;
    const [record, field, text] = ['on_record', 'on_field', 'text'].map((name) =>
      textAnswer(answers[name]),
    );
    if (record === undefined || field === undefined || text === undefined) continue;
    const ofRecord = (talk[record as RecordId] ??= {});
    ofRecord[field] = [...(ofRecord[field] ?? []), text];
  }
  return talk;
}

/** The cells something was said of, in the order of the grid. */
export function commentedCells(
  { order, talk }: Pick<GridState, 'order' | 'talk'>,
  columns: readonly GridColumn[],
): readonly CellAt[] {
  return order.flatMap((row) =>
    columns.flatMap(({ name }) => (talk[row]?.[name] ? [{ row, column: name }] : [])),
  );
}

/** The next of them after the cell with the keyboard, from the first again after the last; undefined where there is none. */
export function nextCommented(
  state: Pick<GridState, 'order' | 'talk' | 'at'>,
  columns: readonly GridColumn[],
): CellAt | undefined {
  const cells = commentedCells(state, columns);
  const { at, order } = state;
  if (!at) return cells[0];
  function placeOf({ row, column }: CellAt): number {
    return order.indexOf(row) * columns.length + columns.findIndex(({ name }) => name === column);
  }
  return cells.find((cell) => placeOf(cell) > placeOf(at)) ?? cells[0];
}
