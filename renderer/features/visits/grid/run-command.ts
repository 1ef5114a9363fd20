import { flushSync } from 'react-dom';
import type { RecordId } from '#shared/core/ids.ts';
import type { RowAnswer } from './grid-acts.ts';
import type { GridTools } from './grid-context.ts';
import type { GridCommand } from './grid-keys.ts';
import { rangeOf } from './grid-range.ts';
import type { CellAt, GridRow } from './grid-row.ts';
import { correctionOf } from '../../../forms/warned.ts';
import { nextCode } from './missing-code.ts';
import { proposalOf } from './proposal.ts';
import { unclearOf } from './row-rest.ts';
import { nextCommented } from './rows-talk.ts';

/** What the grid asks of the screen around it. */
export interface GridHost {
  /** A row cannot be finished as it is: what is left is asked beside the grid. */
  readonly askRest: (row: RecordId) => void;
  /** The remark on the cell with the keyboard is written beside the grid. */
  readonly askRemark: () => void;
  readonly askWhy: (rows: readonly RecordId[]) => void;
  readonly togglePanel: () => void;
  /** The unit of a row is weighed. */
  readonly weigh: (row: RecordId) => void;
  readonly togglePin: (column: string) => void;
  /** The keyboard leaves the cells, and the grid itself has it. */
  readonly leaveCells: () => void;
}

/** Runs commands on the grid; answers whether it could. */
export type RunCommand = (command: GridCommand) => boolean;

// What a judgement of one price is never taken over with the rest of the row above.
const ownAnswers: ReadonlySet<string> = new Set(['price_amount', 'outlier_reason']);

export function createRunCommand({ session, specsOf }: GridTools, host: GridHost): RunCommand {
  const { state, cursor, acts, columns, editing, typing } = session;

  function here(): { readonly at: CellAt; readonly row: GridRow } | undefined {
    const { at, rows } = state.getState();
    const row = at && rows[at.row];
    return row && { at, row };
  }
  function above(id: RecordId): GridRow | undefined {
    const { order, rows } = state.getState();
    const over = order[order.indexOf(id) - 1];
    return over === undefined ? undefined : rows[over];
  }
  function copyOf(from: GridRow, to: RecordId, field: string): readonly RowAnswer[] {
    const { answers, raw } = from.content;
    const isEmpty = answers[field] === undefined && raw[field] === undefined;
    return isEmpty ? [] : [{ row: to, field, value: answers[field], raw: raw[field] }];
  }
  function fillDown(): void {
    const range = rangeOf(state.getState(), columns);
    const [first, ...others] = range.rows;
    if (first === undefined) return;
    const isBlock = others.length > 0;
    const from = isBlock ? state.getState().rows[first] : above(first);
    if (!from) return;
    const to = isBlock ? others : [first];
    acts.give(to.flatMap((id) => range.columns.flatMap(({ name }) => copyOf(from, id, name))));
    if (!isBlock && range.columns.length === 1) goOn();
  }
  /** The cells of the row that are open, as they are in the row above. */
  function fillRow(): void {
    const row = here()?.row;
    const from = row && above(row.id);
    if (!from) return;
    const open = columns.filter(
      ({ name }) => !ownAnswers.has(name) && row.content.answers[name] === undefined,
    );
    acts.give(open.flatMap(({ name }) => copyOf(from, row.id, name)));
    goOn();
  }
  function repeatLast(): void {
    const cell = here();
    if (!cell) return;
    const { order, rows } = state.getState();
    const column = cell.at.column;
    const earlier = order
      .slice(0, order.indexOf(cell.row.id))
      .toReversed()
      .map((id) => rows[id])
      .find(
        (row) =>
          row && !row.content.carried.includes(column) && copyOf(row, row.id, column).length > 0,
      );
    if (!earlier) return;
    acts.give(copyOf(earlier, cell.row.id, column));
    goOn();
  }
  function clear(): void {
    const { rows, columns: cleared } = rangeOf(state.getState(), columns);
    acts.give(
      rows.flatMap((row) => cleared.map(({ name }) => ({ row, field: name, value: undefined }))),
    );
  }
  /** An empty cell that Enter is pressed in gets what stands in it as a proposal. */
  function takeProposal(): void {
    const cell = here();
    if (!cell || editing.isTyped()) return;
    const { row, at } = cell;
    const value = proposalOf(state.getState(), row, at.column, specsOf);
    if (value !== undefined) {
      acts.give([{ row: row.id, field: at.column, value, isCarried: true }]);
    }
  }
  function goOn(): void {
    const cell = here();
    if (cell && unclearOf(cell.row, columns)?.column.name === cell.at.column) {
      host.askRest(cell.row.id);
      return;
    }
    const end = cursor.next();
    if (end?.is === 'open') host.askRest(end.row);
    else if (end?.is === 'changed') host.askWhy([end.row]);
    else if (end) cursor.nextRow(end.row);
  }
  function follow(fields: readonly string[] | undefined, row: RecordId | undefined): void {
    const column = columns.find(({ name }) => fields?.includes(name))?.name;
    if (row !== undefined && column !== undefined) cursor.moveTo({ row, column });
  }
  function edit(): void {
    const field = document.activeElement;
    if (!(field instanceof HTMLInputElement)) return;
    editing.set(true);
    field.setSelectionRange(field.value.length, field.value.length);
    field.click();
  }
  function cancel(): void {
    if (editing.isTyped()) acts.cancel();
    else host.leaveCells();
    editing.set(false);
  }
  /** What is typed in the cell is settled: going back in it would take the remark along. */
  function remark(): void {
    acts.settle();
    editing.set(false);
    host.askRemark();
  }
  /** Takes the first correction offered for the row. */
  function correct(): void {
    const row = here()?.row;
    const offered = row && correctionOf(session.reader.status(row).noticed);
    if (row && offered) acts.correct(row.id, offered);
  }
  function code(): void {
    const cell = here();
    const column = columns.find(({ name }) => name === cell?.at.column);
    if (!cell || !column) return;
    acts.give(nextCode(cell.row, column).map((answer) => ({ row: cell.row.id, ...answer })));
  }

  return (command) => {
    // Whoever types fast presses the key before the last letter was taken in.
    typing.flush();
    // A choice that is only marked in its list is taken when its cell is left.
    if (command.do !== 'cancel' && command.do !== 'edit') settleField();
    switch (command.do) {
      case 'move':
        cursor.moveBy(command.rows, command.columns, { extends: command.extends });
        break;
      case 'step':
        return cursor.step(command.by);
      case 'next':
        takeProposal();
        goOn();
        break;
      case 'back':
        cursor.back();
        break;
      case 'new-row':
        cursor.newRow();
        break;
      case 'fill-down':
        fillDown();
        break;
      case 'fill-row':
        fillRow();
        break;
      case 'repeat-last':
        repeatLast();
        break;
      case 'edit':
        edit();
        break;
      case 'code':
        code();
        break;
      case 'correct':
        correct();
        break;
      case 'cancel':
        cancel();
        break;
      case 'undo':
      case 'redo': {
        const [change] = acts[command.do]() ?? [];
        follow(change && Object.keys(change.before), change?.row);
        break;
      }
      case 'clear':
        clear();
        break;
      case 'clear-row':
        if (here()?.row.record === undefined) acts.clearRow(here()?.row.id ?? ('' as RecordId));
        break;
      case 'panel':
        host.togglePanel();
        break;
      case 'weigh': {
        const row = here()?.row;
        if (row) host.weigh(row.id);
        break;
      }
      case 'remark':
        remark();
        break;
      case 'next-comment': {
        const cell = nextCommented(state.getState(), columns);
        if (cell) cursor.moveTo(cell);
        break;
      }
      case 'pin':
        host.togglePin(command.column ?? here()?.at.column ?? '');
        break;
      case 'first-row':
        cursor.moveBy(-Number.MAX_SAFE_INTEGER, 0);
        break;
      case 'last-row':
        cursor.moveBy(Number.MAX_SAFE_INTEGER, 0);
        break;
    }
    return true;
  };

  function settleField(): void {
    const field = document.activeElement;
    if (
      field instanceof HTMLInputElement &&
      field.ariaExpanded === 'true' &&
      !field.dataset['list']
    ) {
      flushSync(() => field.blur());
    }
  }
}
