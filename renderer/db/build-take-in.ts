import type { FeedId } from '#shared/core/ids.ts';
import { canonicalJson } from '#shared/core/json.ts';
import { ok } from '#shared/core/result.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry } from '#shared/records/entry.ts';
import { foldEntry } from '#shared/records/fold.ts';
import { viewRecord } from '#shared/records/record.ts';
import { linkedRecord } from '#shared/rules/check-write.ts';
import type { ActIndex } from './act-index.ts';
import type { ActBuilder, BuiltAct } from './build-group.ts';
import { indexBehind } from './build-verdict.ts';
import type { IndexDatabase } from './database.ts';
import type { EntryJudge, TakenIn } from './entry-judge.ts';
import { lastOf } from './last-of.ts';
import { entryKey } from './index-batch.ts';
import { present } from './load-batch.ts';
import { pieces, RECORDS_PER_FRAME } from './pieces.ts';
import { readStates } from './read-states.ts';

/** How far the server has been asked, and when it answered by its own clock. */
export interface PullPosition {
  readonly epoch: string;
  readonly cursor: number;
  readonly atMs: number;
}

/** Takes in what is new of a bundle; what `judge` refuses is withdrawn in the same frame, so that it is never of account for a moment. */
export function buildBundledTakeIn(
  entries: readonly Entry[],
  judge: EntryJudge,
  index: Pick<ActIndex, 'read' | 'isBehind'>,
): ActBuilder<TakenIn> {
  return async () => {
    if (index.isBehind()) return indexBehind;
    const fresh = await withoutKnown(index, entries);
    const heldBack = await index.read((db) => findHeldBack(db, fresh, judge));
    const frames = pieces(fresh, RECORDS_PER_FRAME).map((some) =>
      some.flatMap((entry): readonly JournalRecord[] => {
        const { feed, seq } = entry;
        const withdrawn = { is: 'withdrawn', feed, seq } as const;
        return [{ is: 'entry', entry }, ...(heldBack.has(entry) ? [withdrawn] : [])];
      }),
    );
    return ok({ frames, answer: { added: fresh.length, heldBack: heldBack.size } });
  };
}

/** What a bundle brought before and was kept apart: the server gives out what it took. */
async function takenAfterAll(
  index: Pick<ActIndex, 'read'>,
  entries: readonly Entry[],
): Promise<readonly JournalRecord[]> {
  const keys = entries.map(({ feed, seq }): [FeedId, number] => [feed, seq]);
  const apart = await index.read((db) => db.withdrawn.bulkGet(keys)).catch(() => []);
  return present(apart).map(({ feed, seq }) => ({ is: 'taken', feed, seq }) as const);
}

async function findHeldBack(
  db: IndexDatabase,
  entries: readonly Entry[],
  judge: EntryJudge,
): Promise<ReadonlySet<Entry>> {
  const linked = entries.flatMap((entry) => linkedRecord(entry) ?? []);
  const records = [...new Set([...entries.map(({ record }) => record), ...linked])];
  const read = await readStates(db, records);
  const states = new Map(read.map((state) => [state.record, state]));
  const heldBack = new Set<Entry>();
  for (const entry of entries) {
    const state = states.get(entry.record);
    const failure = judge(entry, state && viewRecord(state), (record) => {
      const found = states.get(record);
      return found && { kind: found.kind, owner: found.created.author };
    });
    if (failure) heldBack.add(entry);
    else states.set(entry.record, foldEntry(state, entry));
  }
  return heldBack;
}

/** Takes in what is new of others' entries that the server gave; answers how many that is. */
export function buildTakeIn(
  entries: readonly Entry[],
  position: PullPosition,
  index: Pick<ActIndex, 'read'>,
): ActBuilder<number> {
  return async () => {
    const fresh = await withoutKnown(index, entries);
    const records: readonly JournalRecord[] = [
      ...fresh.map((entry) => ({ is: 'entry', entry }) as const),
      ...(fresh.length < entries.length ? await takenAfterAll(index, entries) : []),
      // Last, so that a cursor is never durable before what it stands for.
      { is: 'cursor', ...position },
    ];
    const frames = pieces(records, RECORDS_PER_FRAME);
    return ok<BuiltAct<number>>({ frames, answer: fresh.length });
  };
}

/**
 * Entries the index has not, or has another under the number of. All of them where it cannot be asked, for taking one in
 * twice changes nothing.
 */
async function withoutKnown(
  index: Pick<ActIndex, 'read'>,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  if (entries.length === 0) return entries;
  const known = await index.read((db) => findKnown(db, entries)).catch(() => new Map());
  return entries.filter((entry) => {
    const other = known.get(entryKey(entry.feed, entry.seq));
    return other === undefined || canonicalJson(other) !== canonicalJson(entry);
  });
}

// What is behind the last entry of its feed is new without being looked for, and most of a pull is.
async function findKnown(
  db: IndexDatabase,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, Entry>> {
  const feeds = [...new Set(entries.map(({ feed }) => feed))];
  const lasts = await Promise.all(feeds.map((feed) => lastOf(db, feed)));
  const lastSeq = new Map(feeds.map((feed, at) => [feed, lasts[at]?.seq ?? 0]));
  const keys = entries
    .filter(({ feed, seq }) => seq <= (lastSeq.get(feed) ?? 0))
    .map(({ feed, seq }): [FeedId, number] => [feed, seq]);
  const found = keys.length > 0 ? present(await db.entries.bulkGet(keys)) : [];
  return new Map(found.map((entry) => [entryKey(entry.feed, entry.seq), entry]));
}
