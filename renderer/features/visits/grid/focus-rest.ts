import { flushSync } from 'react-dom';
import type { RecordId } from '#shared/core/ids.ts';
import { moveFocus } from '../../../forms/focus-order.ts';
import type { GridSession } from './grid-session.ts';
import { restOf, unclearOf } from './row-rest.ts';

/** Leads to the remark on the cell with the keyboard. */
export function focusRemark(
  { state }: Pick<GridSession, 'state'>,
  panel: HTMLElement | null,
): void {
  flushSync(() => state.setState({ asksRemark: true }));
  panel?.querySelector<HTMLElement>('[data-remark] input')?.focus();
}

/** Leads to what keeps a row from being finished: a cell of it, else the questions beside the grid. */
export function focusRest(
  { state, reader, columns, cursor }: GridSession,
  id: RecordId,
  panel: HTMLElement | null,
): void {
  const row = state.getState().rows[id];
  if (!row) return;
  const [issue] = restOf(reader.issues(row), columns, reader.status(row)).cells;
  if (issue && !unclearOf(row, columns)) {
    cursor.moveTo({ row: id, column: issue.field });
    return;
  }
  flushSync(() => state.setState({ asksRest: id }));
  const at = document.activeElement;
  // The keyboard goes to the first question, wherever it was in the panel before.
  if (at instanceof HTMLElement) at.blur();
  if (panel) moveFocus(panel, 1);
}
