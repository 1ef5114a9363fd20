import type { RecordId } from '#shared/core/ids.ts';
import type { AnswerValue } from '#shared/forms/answers.ts';
import type { Noticed } from '#shared/forms/context.ts';
import type { FormContent } from '../../../forms/form-content.ts';
import { emptyContent, without } from '../../../forms/form-content.ts';
import { settleContent } from '../../../forms/settle-content.ts';
import { corrected, withNoticed } from '../../../forms/warned.ts';
import type { RowChange } from './cell-change.ts';
import { changeBetween, withCells } from './cell-change.ts';
import type { GridRow } from './grid-row.ts';
import type { GridStateStore } from './grid-state.ts';
import { withRow } from './grid-state.ts';
import { holdsDraft } from './has-draft.ts';
import type { RowReader } from './row-status.ts';
import type { UndoLog, UndoStep } from './undo-log.ts';
import { emptyLog, redone, undone, withStep } from './undo-log.ts';

/** An answer for a question of a row: a value, or a text that is none yet. */
export interface RowAnswer {
  readonly row: RecordId;
  readonly field: string;
  readonly value: AnswerValue | undefined;
  readonly raw?: string | undefined;
  /** Whether it is taken over from another row; alone it makes no draft. */
  readonly isCarried?: boolean;
}

/** What can be done to the contents of the rows. */
export interface GridActs {
  /** Takes what is being typed, letter by letter: one step of undoing until `settle`. */
  readonly type: (answer: RowAnswer) => void;
  /** Ends the step that typing began. */
  readonly settle: () => void;
  /** Notes what is noticed about a row as it stands, to be kept with its record whatever is typed after. */
  readonly notice: (row: RecordId) => void;
  /** Puts the row that is being typed in back to what it was. */
  readonly cancel: () => void;
  /** Gives several answers at once, as one step. */
  readonly give: (answers: readonly RowAnswer[]) => void;
  readonly giveReason: (row: RecordId, field: string, reason: string) => void;
  readonly remark: (row: RecordId, field: string, text: string) => void;
  readonly retype: (row: RecordId, field: string, text: string) => void;
  /** Puts the answers of a correction in place of those typed, as one step. */
  readonly correct: (row: RecordId, noticed: Noticed) => void;
  readonly clearRow: (row: RecordId) => void;
  /** Goes a step back or forward; answers what it changed. */
  readonly undo: () => UndoStep | undefined;
  readonly redo: () => UndoStep | undefined;
  /** Goes on with the log of an earlier session, where nothing was done yet in this one. */
  readonly resume: (log: UndoLog) => void;
}

interface ActsSetup {
  readonly state: GridStateStore;
  readonly reader: Pick<RowReader, 'context' | 'status'>;
  /** What a row takes over after an answer: what is known of the chosen item. */
  readonly offer: (row: GridRow, field: string) => GridRow;
  /** A row that is not there any more, to be undone back into. */
  readonly revive: (row: RecordId) => GridRow;
  readonly onChange: (row: RecordId) => void;
  readonly onLog: (log: UndoLog) => void;
}

export function createGridActs(setup: ActsSetup): GridActs {
  const { state, reader, offer, revive, onChange, onLog } = setup;
  let log = emptyLog;
  let typing: { readonly row: RecordId; readonly before: FormContent } | undefined;

  function rowOf(id: RecordId): GridRow | undefined {
    const row = state.getState().rows[id];
    return row?.isLocked ? undefined : row;
  }
  function put(row: GridRow): void {
    state.setState((now) => withRow(now, { ...row, hasDraft: holdsDraft(row) }));
    onChange(row.id);
  }
  function keep(next: UndoLog): void {
    log = next;
    onLog(log);
  }
  function note(changes: readonly (RowChange | undefined)[]): void {
    const step = changes.filter((each) => each !== undefined);
    if (step.length > 0) keep(withStep(log, step));
  }
  /** The editor of a cell shows what was changed from outside of it. */
  function renewEditor(): void {
    state.setState(({ epoch }) => ({ epoch: epoch + 1 }));
  }
  function answered(
    row: GridRow,
    { field, value, raw, isCarried = false }: Omit<RowAnswer, 'row'>,
  ): GridRow {
    const { content, memory, form } = row;
    const next = {
      ...content,
      answers: { ...content.answers, [field]: value },
      raw: raw === undefined ? without(content.raw, field) : { ...content.raw, [field]: raw },
      carried: [...content.carried.filter((name) => name !== field), ...(isCarried ? [field] : [])],
    };
    const settled = settleContent(form, { content: next, memory }, reader.context(row));
    return offer({ ...row, ...settled }, field);
  }
  function settle(): void {
    if (!typing) return;
    const { row, before } = typing;
    typing = undefined;
    const now = rowOf(row);
    if (now) note([changeBetween(row, before, now.content)]);
  }
  function go(step: UndoStep, side: 'before' | 'after'): void {
    for (const { row: id, [side]: cells } of step) {
      const row = state.getState().rows[id] ?? revive(id);
      if (!row.isLocked) put({ ...row, content: withCells(row.content, cells) });
    }
    renewEditor();
  }
  function change(id: RecordId, next: (row: GridRow) => GridRow): RowChange | undefined {
    const row = rowOf(id);
    if (!row) return undefined;
    const changed = next(row);
    put(changed);
    return changeBetween(id, row.content, changed.content);
  }

  return {
    type(answer) {
      const row = rowOf(answer.row);
      if (!row) return;
      if (typing?.row !== row.id) settle();
      typing ??= { row: row.id, before: row.content };
      put(answered(row, answer));
    },
    settle,
    notice(id) {
      const row = rowOf(id);
      if (!row?.hasDraft) return;
      const content = withNoticed(row.content, reader.status(row).noticed);
      if (content !== row.content) put({ ...row, content });
    },
    cancel() {
      if (!typing) return;
      const { row: id, before } = typing;
      typing = undefined;
      const row = rowOf(id);
      if (row) put({ ...row, content: before });
      renewEditor();
    },
    give(answers) {
      settle();
      const ids = [...new Set(answers.map(({ row }) => row))];
      note(
        ids.map((id) =>
          change(id, (row) => answers.filter((answer) => answer.row === id).reduce(answered, row)),
        ),
      );
      renewEditor();
    },
    giveReason(id, field, reason) {
      const row = rowOf(id);
      if (!row) return;
      const { content } = row;
      put({ ...row, content: { ...content, reasons: { ...content.reasons, [field]: reason } } });
    },
    remark(id, field, text) {
      const row = rowOf(id);
      if (!row) return;
      const { content } = row;
      put({ ...row, content: { ...content, remarks: { ...content.remarks, [field]: text } } });
    },
    retype(id, field, text) {
      const row = rowOf(id);
      if (row) put({ ...row, retyped: { ...row.retyped, [field]: text } });
    },
    correct(id, noticed) {
      settle();
      note([
        change(id, (row) => {
          const { form, memory } = row;
          const content = corrected(row.content, noticed);
          return { ...row, ...settleContent(form, { content, memory }, reader.context(row)) };
        }),
      ]);
      renewEditor();
    },
    clearRow(id) {
      settle();
      note([change(id, (row) => ({ ...row, content: emptyContent }))]);
      renewEditor();
    },
    undo() {
      settle();
      const moved = undone(log);
      if (!moved) return undefined;
      go(moved.step, 'before');
      keep(moved.log);
      return moved.step;
    },
    redo() {
      settle();
      const moved = redone(log);
      if (!moved) return undefined;
      go(moved.step, 'after');
      keep(moved.log);
      return moved.step;
    },
    resume(earlier) {
      if (log === emptyLog) log = earlier;
    },
  };
}
