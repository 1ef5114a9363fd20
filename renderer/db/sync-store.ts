import type { FeedId } from '#shared/core/ids.ts';
import { ok } from '#shared/core/result.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { ActIndex } from './act-index.ts';
import type { BuiltAct } from './build-group.ts';
import type { IndexDatabase } from './database.ts';
import { readMeta } from './database.ts';
import type { JournalWriter } from './journal-writer.ts';
import { noteOf } from './photo-store.ts';
import type { PendingFeed, SyncStore } from './stores.ts';

// A frame holds 16 MiB and an entry has at most 200 kB.
const ENTRIES_PER_FRAME = 80;
const LAST = Number.MAX_SAFE_INTEGER;

export function createSyncStore(
  writer: JournalWriter,
  index: Pick<ActIndex, 'read'>,
  clock: Pick<SyncStore, 'noteServerTime'>,
  onWork: SyncStore['onWork'],
): SyncStore {
  function note(...records: readonly JournalRecord[]) {
    return writer.act<null>(async () => ok({ frames: [records], answer: null }));
  }

  return {
    ...clock,
    onWork,
    async pendingFeeds() {
      const feeds = await index.read(async (db) => {
        const rows = await db.feeds.toArray();
        return Promise.all(rows.map((row) => feedState(db, row.feed)));
      });
      return feeds.filter(({ confirmed, last }) => last > confirmed);
    },
    feed: (feed) => index.read((db) => feedState(db, feed)),
    async entriesFrom(feed, seq, limit) {
      const entries = await index.read((db) =>
        db.entries.where('[feed+seq]').between([feed, seq], [feed, LAST]).limit(limit).toArray(),
      );
      const gap = entries.findIndex((entry, at) => entry.seq !== seq + at);
      return gap < 0 ? entries : entries.slice(0, gap);
    },
    confirm: ({ feed, confirmed, refused, atMs }) =>
      note(...refused.map((one) => ({ is: 'refused', feed, ...one }) as const), {
        is: 'confirmed',
        feed,
        seq: confirmed,
        atMs,
      }),
    cursor: () => index.read((db) => readMeta(db, 'cursor')),
    takeIn: ({ entries, epoch, cursor, atMs }) =>
      writer.act<number>(async () => {
        const fresh = await withoutKnown(index, entries);
        const frames: JournalRecord[][] = pieces(fresh, ENTRIES_PER_FRAME).map((piece) =>
          piece.map((entry) => ({ is: 'entry', entry })),
        );
        // Last, so that a cursor is never durable before what it stands for.
        const last = frames.pop() ?? [];
        const act: BuiltAct<number> = {
          frames: [...frames, [...last, { is: 'cursor', epoch, cursor, atMs }]],
          answer: fresh.length,
        };
        return ok(act);
      }),
    allPhotos: async () => (await index.read((db) => db.photos.toArray())).map(noteOf),
    photoSent: (sha256) => note({ is: 'photo-sent', sha256 }),
  };
}

async function feedState(db: IndexDatabase, feed: FeedId): Promise<PendingFeed> {
  const [row, last] = await Promise.all([
    db.feeds.get(feed),
    db.entries.where('[feed+seq]').between([feed, 0], [feed, LAST]).last(),
  ]);
  return { feed, confirmed: row?.confirmed ?? 0, last: last?.seq ?? 0 };
}

/** Entries the index has not; all of them where it cannot be asked, for taking one in twice changes nothing. */
async function withoutKnown(
  index: Pick<ActIndex, 'read'>,
  entries: readonly Entry[],
): Promise<readonly Entry[]> {
  if (entries.length === 0) return entries;
  const keys = entries.map(({ feed, seq }): [FeedId, number] => [feed, seq]);
  const known = await index.read((db) => db.entries.bulkGet(keys)).catch(() => []);
  return entries.filter((_, at) => known[at] === undefined);
}

function pieces<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
