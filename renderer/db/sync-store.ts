import type { FeedId } from '#shared/core/ids.ts';
import { err, ok } from '#shared/core/result.ts';
import { storageLevel } from '#shared/desktop/storage-limits.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { ActIndex } from './act-index.ts';
import { buildTakeIn } from './build-take-in.ts';
import { buildRestatement } from './build-restatement.ts';
import type { IndexDatabase } from './database.ts';
import { readMeta } from './database.ts';
import type { JournalWriter } from './journal-writer.ts';
import { entriesFrom, lastOf } from './last-of.ts';
import { noteOf } from './photo-store.ts';
import type { FeedRow } from './rows.ts';
import type { FeedProgress, SyncStore } from './stores.ts';

export function createSyncStore(
  writer: JournalWriter,
  index: Pick<ActIndex, 'read'>,
  parts: Pick<SyncStore, 'noteServerTime' | 'onWork'> & {
    readonly newFeed: () => FeedId;
    readonly freeBytes: () => Promise<number | null>;
  },
): SyncStore {
  function note(...records: readonly JournalRecord[]) {
    return writer.act<null>(async () => ok({ frames: [records], answer: null }));
  }

  return {
    noteServerTime: parts.noteServerTime,
    onWork: parts.onWork,
    async feeds() {
      const person = writer.work().identity?.person;
      return index.read(async (db) => {
        const rows = await db.feeds.toArray();
        const own = rows.filter((row) => row.person === person);
        return Promise.all(own.map((row) => feedProgress(db, row)));
      });
    },
    restate: (feed) => writer.act(buildRestatement(feed, index, parts.newFeed)),
    async entriesFrom(feed, seq, limit) {
      const entries = await index.read((db) => entriesFrom(db, feed, seq).limit(limit).toArray());
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
    takeIn: async (page) => {
      const freeBytes = page.entries.length > 0 ? await parts.freeBytes() : null;
      // The last of the disk is for what the person of this laptop does.
      if (freeBytes !== null && storageLevel(freeBytes) === 'journal-only') {
        return err({ kind: 'sync/no-room', freeBytes });
      }
      return writer.act(buildTakeIn(page, index));
    },
    allPhotos: async () => (await index.read((db) => db.photos.toArray())).map(noteOf),
    photoSent: (sha256) => note({ is: 'photo-sent', sha256 }),
  };
}

async function feedProgress(
  db: IndexDatabase,
  { feed, confirmed }: FeedRow,
): Promise<FeedProgress> {
  const last = await lastOf(db, feed);
  return { feed, confirmed, last: last?.seq ?? 0 };
}
