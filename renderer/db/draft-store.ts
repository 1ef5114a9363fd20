import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Draft } from '#shared/records/draft.ts';
import { draftSchema } from '#shared/records/draft.ts';
import type { ActIndex } from './act-index.ts';
import type { ActBuilder } from './build-group.ts';
import type { DraftBases } from './draft-bases.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { DraftStore } from './stores.ts';

interface WaitingDraft {
  readonly draft: Draft;
  readonly saved: Promise<Result<null, Failure>>;
}

export function createDraftStore(
  writer: JournalWriter,
  index: Pick<ActIndex, 'read'>,
  bases: DraftBases,
  laptopMs: () => number,
  onDraftEnd: () => void,
): DraftStore {
  // Drafts that wait for the disk: only the newest of each record, so that fast typing does not fill the journal.
  const waiting = new Map<RecordId, WaitingDraft>();

  function buildSave(record: RecordId): ActBuilder<null> {
    return async (known) => {
      const draft = waiting.get(record)?.draft;
      waiting.delete(record);
      if (!draft || isLate(draft, known.work.endedDrafts.get(record), laptopMs()))
        return ok({ frames: [], answer: null });
      const base = await bases.begin(record, known);
      if (!base.ok) return base;
      const kept: Draft = base.value === undefined ? draft : { ...draft, base: base.value };
      return ok({ frames: [[{ is: 'draft', draft: kept }]], answer: null });
    };
  }

  return {
    find: (record) => index.read((db) => db.drafts.get(record)),
    async list() {
      const drafts = await index.read((db) => db.drafts.toArray());
      return drafts.toSorted(latestFirst);
    },
    async listOfVisit(visit) {
      const drafts = await index.read((db) => db.drafts.where('visit').equals(visit).toArray());
      return drafts.toSorted(latestFirst);
    },
    idsOfVisit: (visit) => index.read((db) => db.drafts.where('visit').equals(visit).primaryKeys()),
    save(draft) {
      const parsed = draftSchema.safeParse(draft);
      if (!parsed.success) {
        const field = (parsed.error.issues[0]?.path ?? []).map(String).join('.');
        const { record } = draft;
        return Promise.resolve(
          err({ kind: 'record/bad-answer', record, field, problem: 'not-storable' }),
        );
      }
      const saved = waiting.get(draft.record)?.saved ?? writer.act(buildSave(draft.record));
      waiting.set(draft.record, { draft, saved });
      return saved;
    },
    async remove(record) {
      const removed = await writer.act<null>(async () =>
        ok({ frames: [[{ is: 'draft-removed', record }]], answer: null }),
      );
      if (removed.ok) {
        bases.forget(record);
        onDraftEnd();
      }
      return removed;
    },
  };
}

/**
 * Whether a draft was typed before it was ended. On a clock that was set back since, nobody can tell: then it is kept,
 * for a draft too many is a nuisance, and one too few is lost work.
 */
function isLate({ savedMs }: Draft, endedMs: number | undefined, nowMs: number): boolean {
  return endedMs !== undefined && savedMs <= endedMs && endedMs <= nowMs;
}

function latestFirst(a: Draft, b: Draft): number {
  return b.savedMs - a.savedMs;
}
