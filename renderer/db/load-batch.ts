import type { RecordId } from '#shared/core/ids.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';
import type { IndexDatabase } from './database.ts';
import type { IndexBatch } from './index-batch.ts';
import { findOutgoing } from './find-outgoing.ts';
import { groupByRecord } from './group-by-record.ts';
import { entryKey, namedKey } from './index-batch.ts';
import { entriesFrom } from './last-of.ts';
import type { IndexCache } from './index-cache.ts';
import { readStates } from './read-states.ts';
import type { FeedRow, JournalRow, OutgoingRow } from './rows.ts';
import type { Subjects } from './subjects-of.ts';
import { subjectsOf } from './subjects-of.ts';

/** Reads what the records speak of, inside the transaction that will write it; not what `cache` has. */
export async function loadBatch(
  db: IndexDatabase,
  records: readonly JournalRecord[],
  journal: JournalRow | undefined,
  cache: IndexCache | undefined,
): Promise<IndexBatch> {
  const subjects = subjectsOf(records);
  const { photos, named, judged, refolding, restated } = subjects;
  const saidAgain = await readRestated(db, subjects);
  const judgedEntries = [
    ...(judged.length > 0 ? present(await db.entries.bulkGet(judged)) : []),
    ...saidAgain,
  ];
  const stated = unique([...subjects.written, ...judgedEntries.map((entry) => entry.record)]);
  const refolded = unique([
    ...recordsOf(refolding, [...judgedEntries, ...subjects.entries]),
    ...saidAgain.map(({ record }) => record),
    ...(restated.length > 0 ? subjects.written : []),
  ]);
  const feeds = subjects.speaksOfFeeds ? (cache?.feeds() ?? (await db.feeds.toArray())) : [];
  const outgoing = await readOutgoing(db, subjects, judgedEntries, feeds, cache);
  const answered = answeredOf(subjects, outgoing, judgedEntries);
  const [states, photoRows, namedRows, withdrawnRows, histories] = await Promise.all([
    readUncached(db, unique([...stated, ...answered]), cache),
    photos.length > 0 ? db.photos.bulkGet([...photos]) : [],
    named.length > 0 ? db.named.bulkGet([...named]) : [],
    judged.length + restated.length + answered.length > 0
      ? db.withdrawn
          .where('record')
          .anyOf(unique([...stated, ...answered]))
          .toArray()
      : [],
    findHistories(db, unique([...refolded, ...answered])),
  ]);
  return {
    entries: new Map(),
    gone: new Map(),
    known: new Map(judgedEntries.map((entry) => [entryKey(entry.feed, entry.seq), entry])),
    histories: groupByRecord(histories),
    withdrawn: new Map(withdrawnRows.map((row) => [entryKey(row.feed, row.seq), row])),
    states: new Map(states.map((state) => [state.record, state])),
    touched: new Set(),
    outgoing: new Map(outgoing.map((row) => [row.record, row])),
    speaksOfFeeds: subjects.speaksOfFeeds,
    feeds: new Map(feeds.map((row) => [row.feed, row])),
    drafts: new Map(),
    photos: new Map(present(photoRows).map((row) => [row.sha256, row])),
    named: new Map(present(namedRows).map((row) => [namedKey(row.sha256, row.record), row])),
    settings: new Map(),
    receipts: new Map(),
    reopened: new Set(),
    identity: undefined,
    cursor: undefined,
    latest: journal?.latest,
    unknownInFeed: journal?.unknownInFeed ?? 0,
  };
}

/** Records of which the server confirms what was refused and said again: without what was refused they are folded anew. */
function answeredOf(
  { confirmed, entries }: Subjects,
  outgoing: readonly OutgoingRow[],
  judged: readonly Entry[],
): readonly RecordId[] {
  if (confirmed.length === 0) return [];
  const own = new Set(confirmed.map(({ feed }) => feed));
  const refused = outgoing.filter((row) => row.refused.length > 0);
  const judgedHere = [...judged, ...entries].filter(
    ({ feed }) => judged.length > 0 && own.has(feed),
  );
  return unique([...refused, ...judgedHere].map(({ record }) => record));
}

async function findHistories(
  db: IndexDatabase,
  records: readonly RecordId[],
): Promise<readonly Entry[]> {
  return records.length === 0 ? [] : db.entries.where('record').anyOf(records).toArray();
}

async function readRestated(db: IndexDatabase, { restated }: Subjects): Promise<readonly Entry[]> {
  const found = await Promise.all(
    restated.map(({ feed, from }) => entriesFrom(db, feed, from).toArray()),
  );
  return found.flat();
}

async function readUncached(
  db: IndexDatabase,
  records: readonly RecordId[],
  cache: IndexCache | undefined,
): Promise<readonly RecordState[]> {
  const unread = records.filter((record) => cache?.state(record) === undefined);
  const read = await readStates(db, unread);
  return [...known(records.map((record) => cache?.state(record))), ...read];
}

// What the server confirms settles the records of a feed up to there; an own entry concerns its record alone, and another's none.
async function readOutgoing(
  db: IndexDatabase,
  { confirmed, entries, opens }: Subjects,
  judged: readonly Entry[],
  feeds: readonly FeedRow[],
  cache: IndexCache | undefined,
): Promise<readonly OutgoingRow[]> {
  const own = new Set([...feeds.map(({ feed }) => feed), ...opens]);
  const concerned = [...entries.filter(({ feed }) => own.has(feed)), ...judged];
  const records = unique(concerned.map(({ record }) => record));
  const unread = records.filter((record) => cache?.outgoing(record) === undefined);
  const [read, ...settled] = await Promise.all([
    findOutgoing(db, unread),
    ...confirmed.map(({ feed, seq }) =>
      db.outgoing
        .where('[feed+seq]')
        .between([feed, 0], [feed, seq + 1])
        .toArray(),
    ),
  ]);
  const cached = known(records.map((record) => cache?.outgoing(record)));
  return [...settled.flat(), ...cached, ...read];
}

function known<T extends object>(rows: readonly (T | 'none' | undefined)[]): readonly T[] {
  return rows.filter((row) => row !== undefined && row !== 'none');
}

function recordsOf(keys: readonly string[], entries: readonly Entry[]): readonly RecordId[] {
  if (keys.length === 0) return [];
  const wanted = new Set(keys);
  return unique(
    entries.filter(({ feed, seq }) => wanted.has(entryKey(feed, seq))).map(({ record }) => record),
  );
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

/** The rows that were found. */
export function present<T>(rows: readonly (T | null | undefined)[]): readonly T[] {
  return rows.filter((row) => row !== undefined && row !== null);
}
