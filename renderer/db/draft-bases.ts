import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Entry } from '#shared/records/entry.ts';
import { basesOf } from '#shared/records/fold.ts';
import type { ActIndex } from './act-index.ts';
import type { Known } from './build-group.ts';

/** What a draft's author had before their eyes; undefined where the record did not exist yet. */
export type DraftBase = Entry['base'] | undefined;

/** Keeps of every draft what its author saw when it was begun: others' edits that arrive later were not seen. */
export interface DraftBases {
  /** As noted when the draft was begun; begins it with what the record shows now where there is none. */
  begin(record: RecordId, known: Known): Promise<Result<DraftBase, Failure>>;
  /** As noted when the draft was begun; undefined where there is no draft, or none of a change. */
  of(record: RecordId): Promise<DraftBase>;
  forget(record: RecordId): void;
}

export function createDraftBases(index: Pick<ActIndex, 'read'>): DraftBases {
  const noted = new Map<RecordId, DraftBase>();

  async function readDraft(record: RecordId) {
    return index.read((db) => db.drafts.get(record)).catch(() => undefined);
  }

  return {
    async begin(record, known) {
      if (noted.has(record)) return ok(noted.get(record));
      const draft = await readDraft(record);
      if (draft) {
        noted.set(record, draft.base);
        return ok(draft.base);
      }
      const states = await known.states([record]);
      if (!states.ok) return states;
      const state = states.value.get(record);
      const base = state && basesOf(state, Object.keys(state.paths));
      noted.set(record, base);
      return ok(base);
    },
    of: async (record) => (noted.has(record) ? noted.get(record) : (await readDraft(record))?.base),
    forget: (record) => void noted.delete(record),
  };
}
