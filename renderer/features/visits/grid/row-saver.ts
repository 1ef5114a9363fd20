import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { LocalStore } from '../../../db/stores.ts';
import type { Autosave } from '../../../forms/autosave.ts';
import { draftOf } from '../../../services/part-content.ts';
import type { GridRow } from './grid-row.ts';
import { isBlank } from './grid-row.ts';
import type { GridStateStore } from './grid-state.ts';

/** Keeps the rows that change as drafts, while typing goes on. */
export interface RowSaver {
  readonly touch: (row: RecordId) => void;
  /** Says that a row's draft is on the disk, or has no place there any more. */
  readonly forget: (row: RecordId) => void;
}

interface SaverSetup {
  readonly state: GridStateStore;
  readonly store: Pick<LocalStore, 'drafts'>;
  readonly visit: RecordId;
  readonly nowMs: () => number;
  readonly autosave: Autosave;
  /** Hears that rows are about to be saved. */
  readonly onSave: () => void;
  /** What is saved together with them. */
  readonly saveMore: () => Promise<Result<unknown, Failure>>;
}

export function createRowSaver(setup: SaverSetup): RowSaver {
  const { state, store, visit, nowMs, autosave, onSave, saveMore } = setup;
  const waiting = new Set<RecordId>();
  /** Rows that may have a draft on the disk. */
  const kept = new Set<RecordId>(
    Object.values(state.getState().rows)
      .filter(({ hasDraft }) => hasDraft)
      .map(({ id }) => id),
  );

  function save(row: GridRow): Promise<Result<unknown, Failure>> {
    if (row.hasDraft) {
      kept.add(row.id);
      const { id: record, form } = row;
      const subject = { record, form, visit, isChange: row.record !== undefined };
      return store.drafts.save(draftOf(subject, row.content, nowMs()));
    }
    return kept.has(row.id) ? remove(row.id) : Promise.resolve(ok(null));
  }

  async function remove(id: RecordId): Promise<Result<unknown, Failure>> {
    const removed = await store.drafts.remove(id);
    if (removed.ok) kept.delete(id);
    return removed;
  }

  async function saveWaiting(): Promise<Result<unknown, Failure>> {
    onSave();
    const { rows } = state.getState();
    const ids = [...waiting];
    waiting.clear();
    const results = await Promise.all(
      ids.map(async (id) => {
        const row = rows[id];
        // A row that is being written as a record is saved again once that is done.
        const saved = row && !row.isFinishing ? await save(row) : ok(null);
        if (!saved.ok || row?.isFinishing) waiting.add(id);
        return saved;
      }),
    );
    const more = await saveMore();
    return results.find((result) => !result.ok) ?? more;
  }
  autosave.saveBy(saveWaiting);

  return {
    touch(id) {
      const row = state.getState().rows[id];
      if (!row || (isBlank(row) && !kept.has(id))) return;
      waiting.add(id);
      autosave.touch();
    },
    forget(id) {
      waiting.delete(id);
      kept.delete(id);
    },
  };
}
