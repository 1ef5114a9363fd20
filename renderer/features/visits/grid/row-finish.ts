import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { Acting } from '../../../services/acting.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { LocalStore, RecordChange } from '../../../db/stores.ts';
import { keptReasons, keptRemarks } from '../../../forms/form-status.ts';
import type { FinishedForm } from '../../../forms/use-open-form.ts';
import {
  changeOf,
  creationOf,
  mayChange,
  reviewAfterChange,
} from '../../../services/record-change.ts';
import { contentOf } from '../../../services/part-content.ts';
import type { GridRow } from './grid-row.ts';
import type { GridStateStore } from './grid-state.ts';
import { holdsDraft } from './has-draft.ts';
import { keptWarnings } from '../../../forms/warned.ts';
import type { RowReader } from './row-status.ts';
import type { RowSaver } from './row-saver.ts';

/** Makes records of rows. */
export interface RowFinish {
  /** Finishes those of the rows that are complete and were never finished. */
  readonly finishNew: (rows: readonly RecordId[]) => Promise<Result<unknown, Failure>>;
  /** Finishes changes of finished rows, with the reason for them. */
  readonly finishChanges: (
    rows: readonly RecordId[],
    why: string,
  ) => Promise<Result<unknown, Failure>>;
  /** Takes in records of the visit as the index has them now: what came from elsewhere while nothing was typed in its row. */
  readonly takeIn: (records: readonly RecordView[]) => void;
}

interface FinishSetup {
  readonly state: GridStateStore;
  readonly reader: RowReader;
  readonly saver: RowSaver;
  readonly store: Pick<LocalStore, 'records'>;
  readonly identity: Acting;
  readonly visit: RecordId;
  readonly append: (record: RecordView) => void;
  /** Hears of rows that were changed while their record was being written, and left before it was. */
  readonly onLateChange: (rows: readonly RecordId[]) => void;
}

// A journal append takes a thousand pieces; each row is an entry and the end of a draft.
const MAX_AT_ONCE = 200;

/** What a row is to say as a record. */
export function finishedRow(row: GridRow, reader: RowReader): FinishedForm {
  const status = reader.status(row);
  return {
    answers: status.record,
    reasons: keptReasons(row.content, status),
    warnings: keptWarnings(row.content, status.noticed),
    remarks: keptRemarks(row.content),
  };
}

export function createRowFinish(setup: FinishSetup): RowFinish {
  const { state, reader, saver, store, identity, visit, append, onLateChange } = setup;

  function change(id: RecordId, next: (row: GridRow) => GridRow): void {
    state.setState((now) => {
      const row = now.rows[id];
      return row === undefined ? now : { rows: { ...now.rows, [id]: next(row) } };
    });
  }
  async function write(
    rows: readonly GridRow[],
    changeOfRow: (row: GridRow) => RecordChange,
  ): Promise<Result<unknown, Failure>> {
    for (let from = 0; from < rows.length; from += MAX_AT_ONCE) {
      const some = rows.slice(from, from + MAX_AT_ONCE);
      const written = await writeSome(some, some.map(changeOfRow));
      if (!written.ok) return written;
    }
    return ok(null);
  }
  async function writeSome(rows: readonly GridRow[], changes: readonly RecordChange[]) {
    const ids = rows.map(({ id }) => id);
    for (const id of ids) change(id, (row) => ({ ...row, isFinishing: true }));
    const written = await store.records.write(changes, ids);
    for (const [at, before] of rows.entries()) {
      const view = written.ok ? written.value[at] : undefined;
      if (view) saver.forget(before.id);
      change(before.id, (row) =>
        view ? settled(row, before, view) : { ...row, isFinishing: false },
      );
      saver.touch(before.id);
    }
    const { at, rows: now } = state.getState();
    const late = written.ok ? ids.filter((id) => id !== at?.row && now[id]?.hasDraft) : [];
    if (late.length > 0) onLateChange(late);
    return written;
  }
  /** What was typed while the record was being written is a change of it. */
  function settled(row: GridRow, written: GridRow, record: RecordView): GridRow {
    const wasTyped = row.content !== written.content;
    const content = wasTyped
      ? row.content
      : contentOf({ answers: record.answers as Answers, record, draft: undefined });
    const isLocked = !mayChange(record, identity);
    const next = { ...row, record, content, isLocked, isFinishing: false, retyped: {} };
    return { ...next, hasDraft: wasTyped && holdsDraft(next) };
  }
  function rowsOf(ids: readonly RecordId[], isWanted: (row: GridRow) => boolean) {
    const { rows } = state.getState();
    return ids.flatMap((id) => {
      const row = rows[id];
      return row && row.hasDraft && !row.isFinishing && isWanted(row) ? [row] : [];
    });
  }

  return {
    finishNew(ids) {
      const rows = rowsOf(ids, (row) => reader.state(row).is === 'ready');
      return write(rows, (row) =>
        creationOf({ record: row.id, form: row.form, visit }, finishedRow(row, reader)),
      );
    },
    finishChanges(ids, why) {
      const rows = rowsOf(ids, (row) => reader.state(row).is === 'changed');
      return write(rows, (row) => {
        // Only rows with a record are changed ones.
        const record = row.record as RecordView;
        const review = reviewAfterChange(record, identity);
        return changeOf(record, { form: row.form }, finishedRow(row, reader), { why, review });
      });
    },
    takeIn(records) {
      for (const record of records) {
        const row = state.getState().rows[record.id];
        if (!row) append(record);
        else if (!row.hasDraft && !row.isFinishing && row.record?.changedAt !== record.changedAt) {
          change(record.id, (now) => settled(now, now, record));
        }
      }
    },
  };
}
