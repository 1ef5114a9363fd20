import type { RecordId } from '#shared/core/ids.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { IndexDatabase } from './database.ts';
import type { IndexBatch } from './index-batch.ts';
import { groupByRecord } from './group-by-record.ts';
import { entryKey } from './index-batch.ts';
import type { JournalRow } from './rows.ts';
import { subjectsOf } from './subjects-of.ts';

/** Reads what the records speak of, inside the transaction that will write it. */
export async function loadBatch(
  db: IndexDatabase,
  records: readonly JournalRecord[],
  journal: JournalRow | undefined,
): Promise<IndexBatch> {
  const subjects = subjectsOf(records);
  const { photos, judged, withdrawn } = subjects;
  const known = judged.length > 0 ? present(await db.entries.bulkGet(judged)) : [];
  const stated = unique([...subjects.written, ...known.map((entry) => entry.record)]);
  const refolded = recordsOf(withdrawn, [...known, ...subjects.entries]);
  const [states, outgoing, feeds, photoRows, withdrawnRows, histories] = await Promise.all([
    stated.length > 0 ? db.states.bulkGet([...stated]) : [],
    readOutgoing(db, subjects.speaksOfServer, stated),
    subjects.speaksOfFeeds ? db.feeds.toArray() : [],
    photos.length > 0 ? db.photos.bulkGet([...photos]) : [],
    judged.length > 0 ? db.withdrawn.where('record').anyOf(stated).toArray() : [],
    refolded.length > 0 ? db.entries.where('record').anyOf(refolded).toArray() : [],
  ]);
  return {
    entries: new Map(),
    known: new Map(known.map((entry) => [entryKey(entry.feed, entry.seq), entry])),
    histories: groupByRecord(histories),
    withdrawn: new Map(withdrawnRows.map((row) => [entryKey(row.feed, row.seq), row])),
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

// What the server confirms settles any record; an own entry concerns its record alone.
async function readOutgoing(
  db: IndexDatabase,
  speaksOfServer: boolean,
  records: readonly RecordId[],
) {
  if (speaksOfServer) return db.outgoing.toArray();
  return records.length > 0 ? db.outgoing.bulkGet([...records]) : [];
}

function recordsOf(keys: readonly string[], entries: readonly Entry[]): readonly RecordId[] {
  if (keys.length === 0) return [];
  const wanted = new Set(keys);
  return unique(
    entries.filter(({ feed, seq }) => wanted.has(entryKey(feed, seq))).map(({ record }) => record),
  );
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}

/** The rows that were found. */
export function present<T>(rows: readonly (T | undefined)[]): readonly T[] {
  return rows.filter((row) => row !== undefined);
}
