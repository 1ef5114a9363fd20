import type { FeedId, RecordId } from '#shared/core/ids.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { IndexDatabase } from './database.ts';
import type { IndexBatch } from './index-batch.ts';
import { entryKey } from './index-batch.ts';
import type { JournalRow } from './rows.ts';

/** Reads what the records speak of, inside the transaction that will write it. */
export async function loadBatch(
  db: IndexDatabase,
  records: readonly JournalRecord[],
  journal: JournalRow | undefined,
): Promise<IndexBatch> {
  const touched = [
    ...new Set(records.flatMap((one) => (one.is === 'entry' ? [one.entry.record] : []))),
  ];
  const refused = records.flatMap((one): [FeedId, number][] =>
    one.is === 'refused' ? [[one.feed, one.seq]] : [],
  );
  const photos = records.flatMap((one) => {
    if (one.is === 'photo') return [one.photo.sha256];
    return one.is === 'photo-sent' ? [one.sha256] : [];
  });
  const speaksOfFeeds = records.some(({ is }) =>
    ['entry', 'confirmed', 'refused', 'identity'].includes(is),
  );
  const speaksOfServer = records.some(({ is }) => is === 'confirmed' || is === 'refused');
  const known = refused.length > 0 ? present(await db.entries.bulkGet(refused)) : [];
  const stated = [...new Set([...touched, ...known.map((entry) => entry.record)])];
  const [states, outgoing, feeds, photoRows] = await Promise.all([
    stated.length > 0 ? db.states.bulkGet(stated) : [],
    speaksOfServer ? db.outgoing.toArray() : outgoingOf(db, touched),
    speaksOfFeeds ? db.feeds.toArray() : [],
    photos.length > 0 ? db.photos.bulkGet(photos) : [],
  ]);
  return {
    entries: new Map(),
    known: new Map(known.map((entry) => [entryKey(entry.feed, entry.seq), entry])),
    states: new Map(present(states).map((state) => [state.record, state])),
    touched: new Set(),
    outgoing: new Map(present(outgoing).map((row) => [row.record, row])),
    feeds: new Map(feeds.map((row) => [row.feed, row])),
    drafts: new Map(),
    photos: new Map(present(photoRows).map((row) => [row.sha256, row])),
    settings: new Map(),
    reopened: new Set(),
    identity: undefined,
    cursor: undefined,
    latest: journal?.latest,
    unknownInFeed: journal?.unknownInFeed ?? 0,
  };
}

async function outgoingOf(db: IndexDatabase, records: readonly RecordId[]) {
  return records.length > 0 ? db.outgoing.bulkGet([...records]) : [];
}

/** The rows that were found. */
export function present<T>(rows: readonly (T | undefined)[]): readonly T[] {
  return rows.filter((row) => row !== undefined);
}
