import type { FeedId } from '#shared/core/ids.ts';
import { isFarAhead } from '#shared/core/stamp.ts';
import { err, ok } from '#shared/core/result.ts';
import { storageLevel } from '#shared/desktop/storage-limits.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { ActIndex } from './act-index.ts';
import type { Entry } from '#shared/records/entry.ts';
import { buildBundledTakeIn, buildTakeIn } from './build-take-in.ts';
import { buildRestatement } from './build-restatement.ts';
import type { IndexDatabase } from './database.ts';
import { readMeta } from './database.ts';
import type { JournalWriter } from './journal-writer.ts';
import { entriesFrom, lastOf, othersFeeds } from './last-of.ts';
import { present } from './load-batch.ts';
import { photosToSend } from './named-photos.ts';
import { noteOf } from './photo-store.ts';
import {
  buildCarriedVerdict,
  buildSettlement,
  buildUnsettled,
  buildVerdict,
  readUnsettled,
} from './build-verdict.ts';
import { buildTrust, readCoverage } from './coverage.ts';
import { forgottenNote } from './forgotten-note.ts';
import type { FeedRow } from './rows.ts';
import { readTries, withTry } from './sync-tries.ts';
import type { FeedProgress, SyncStore } from './stores.ts';

export function createSyncStore(
  writer: JournalWriter,
  index: Pick<ActIndex, 'read' | 'isBehind'>,
  parts: Pick<SyncStore, 'noteServerTime' | 'onWork'> & {
    readonly newFeed: () => FeedId;
    readonly nowMs: () => number;
    readonly freeBytes: () => Promise<number | null>;
  },
): SyncStore {
  function note(...records: readonly JournalRecord[]) {
    return writer.act<null>(async () => ok({ frames: [records], answer: null }));
  }

  /** Why entries of others are not taken in now. */
  async function hindrance(entries: readonly Entry[], atMs: number) {
    const freeBytes = entries.length > 0 ? await parts.freeBytes() : null;
    // The last of the disk is for what the person of this laptop does.
    if (freeBytes !== null && storageLevel(freeBytes) === 'journal-only') {
      return err({ kind: 'sync/no-room', freeBytes } as const);
    }
    // This laptop's next stamp would lie behind it, and so would everybody's.
    const ahead = entries.find(({ stamp }) => isFarAhead(stamp, atMs));
    return ahead && err({ kind: 'record/clock-ahead', record: ahead.record } as const);
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
    othersFeeds: () =>
      index.read(async (db) => {
        const feeds = await othersFeeds(db);
        return Promise.all(
          feeds.map(async (one) => ({ ...one, count: await entriesFrom(db, one.feed, 0).count() })),
        );
      }),
    async numbersOf(feed) {
      const keys = await index.read((db) => entriesFrom(db, feed, 0).primaryKeys());
      return keys.map(([, seq]) => seq);
    },
    async entriesAt(feed, seqs) {
      const keys = seqs.map((seq): [FeedId, number] => [feed, seq]);
      return present(await index.read((db) => db.entries.bulkGet(keys)));
    },
    receiptWithin: (feed, first, last) =>
      index.read((db) =>
        db.receipts
          .where('[feed+seq]')
          .between([feed, first], [feed, last + 1])
          .last(),
      ),
    confirm: ({ receipt, refused, atMs, hasForgotten = false }) =>
      note(
        ...refused.map((one) => ({ is: 'refused', feed: receipt.feed, ...one }) as const),
        ...forgottenNote(hasForgotten, atMs),
        { is: 'receipt', receipt, atMs },
      ),
    takeVerdict: (confirmation) => writer.act(buildVerdict(confirmation, index)),
    unsettle: () => writer.act(buildUnsettled(index)),
    unsettled: () => index.read(readUnsettled),
    settle: (receipts) => writer.act(buildSettlement(receipts, index)),
    reopen: ({ feed, seq, atMs, hasForgotten }) =>
      note(...forgottenNote(hasForgotten, atMs), { is: 'confirmed', feed, seq, atMs }),
    coverage: () => index.read(readCoverage),
    trustServer: (key) => writer.act(buildTrust(key, index)),
    cursor: () => index.read((db) => readMeta(db, 'cursor')),
    tries: () => index.read(readTries),
    noteTry: async (tried) => {
      await index.read(async (db) => {
        const tries = withTry(await readTries(db), tried);
        await db.meta.put({ key: 'tries', tries });
      });
    },
    takeIn: async ({ entries, ...position }) =>
      (await hindrance(entries, position.atMs)) ??
      writer.act(buildTakeIn(entries, position, index)),
    takeInBundled: async (entries, judge) =>
      (await hindrance(entries, parts.nowMs())) ??
      writer.act(buildBundledTakeIn(entries, judge, index)),
    takeCarriedVerdict: (receipt) => writer.act(buildCarriedVerdict(receipt, index)),
    async uncoveredPhotos(epoch) {
      const rows = await index.read(async (db) => {
        const photos = await db.photos.toArray();
        return photosToSend(
          db,
          photos.filter(({ receipt }) => receipt?.epoch !== epoch),
        );
      });
      return rows.map(noteOf);
    },
    photoSent: (receipt, atMs) => note({ is: 'photo-receipt', receipt, atMs }),
  };
}

async function feedProgress(
  db: IndexDatabase,
  { feed, confirmed }: FeedRow,
): Promise<FeedProgress> {
  const [last, row] = await Promise.all([lastOf(db, feed), db.receipts.get([feed, confirmed])]);
  return { feed, confirmed, last: last?.seq ?? 0, receipt: row };
}
