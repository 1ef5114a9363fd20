import type { RecordId } from '#shared/core/ids.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridSession } from './grid-session.ts';
import type { ReadCell } from './read-cell.ts';

/** Takes what is typed into a cell: the field shows it by itself, what follows from it comes after. */
export function useCellTyping(
  session: GridSession,
  row: RecordId,
  { name }: GridColumn,
  read: (text: string) => ReadCell,
): (text: string) => void {
  const { editing, typing, autosave, acts } = session;
  return (text) => {
    editing.set(true);
    autosave.touch();
    typing.soon(() => acts.type({ row, field: name, ...read(text) }));
  };
}
