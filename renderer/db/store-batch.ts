import type { Table } from 'dexie';
import type { FeedId, RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import { isOfOneEntry } from '#shared/records/fold.ts';
import { packState } from '#shared/records/packed-state.ts';
import type { IndexDatabase } from './database.ts';
import { findOutgoing } from './find-outgoing.ts';
import type { IndexBatch } from './index-batch.ts';
import { entriesFrom } from './last-of.ts';
import { present } from './load-batch.ts';
import { withOwnEntry } from './outgoing.ts';
import { readStates } from './read-states.ts';
import type { OutgoingRow } from './rows.ts';
import { rowOf } from './rows.ts';

/** Writes what the batch changed since it was `loaded`. */
export async function storeBatch(
  db: IndexDatabase,
  batch: IndexBatch,
  loaded: Pick<IndexBatch, 'outgoing' | 'feeds' | 'withdrawn' | 'states'>,
): Promise<void> {
  const states = [...batch.touched].flatMap((record) => batch.states.get(record) ?? []);
  const singles = singlesOf(batch);
  const folded = states.filter(({ record }) => !singles.has(record));
  const unfolded = states.filter(({ record }) => singles.has(record) && loaded.states.has(record));
  const emptied = [...batch.touched].filter((record) => !batch.states.has(record));
  const gone = [...batch.gone.values()].map(({ feed, seq }): [FeedId, number] => [feed, seq]);
  const meta = [batch.identity, batch.cursor].filter((row) => row !== undefined);
  await Promise.all([
    gone.length > 0 ? db.entries.bulkDelete(gone) : undefined,
    putAll(db.entries, [...batch.entries.values()]),
    putAll(db.states, folded.map(packState)),
    unfolded.length > 0 ? db.states.bulkDelete(unfolded.map(({ record }) => record)) : undefined,
    putAll(
      db.records,
      states.map((state) => rowOf(state, singles.get(state.record))),
    ),
    storeWithdrawn(db, batch, loaded),
    storeOutgoing(db, batch, loaded),
    putOrDelete(db.feeds, changed(batch.feeds, loaded.feeds)),
    putOrDelete(db.drafts, batch.drafts),
    putOrDelete(db.photos, batch.photos),
    putAll(db.named, [...batch.named.values()]),
    putAll(db.receipts, [...batch.receipts.values()]),
    putAll(db.settings, [...batch.settings.values()]),
    putAll(db.meta, meta),
  ]);
  if (emptied.length > 0) {
    await Promise.all([db.states.bulkDelete(emptied), db.records.bulkDelete(emptied)]);
  }
  for (const feed of batch.reopened)
    await reopenFeed(db, feed, batch.feeds.get(feed)?.confirmed ?? 0);
}

/** The entries of this batch that alone make the state of their record. */
function singlesOf({ entries, states }: IndexBatch): ReadonlyMap<RecordId, Entry> {
  return new Map(
    [...entries.values()].flatMap((entry): [RecordId, Entry][] => {
      const state = states.get(entry.record);
      const isSingle = state && isOfOneEntry(state) && state.created.stamp === entry.stamp;
      return isSingle ? [[entry.record, entry]] : [];
    }),
  );
}

function changed<K, T>(rows: ReadonlyMap<K, T>, before: ReadonlyMap<K, T>): ReadonlyMap<K, T> {
  return new Map([...rows].filter(([key, row]) => before.get(key) !== row));
}

async function putAll<T, K>(table: Table<T, K>, rows: readonly T[]): Promise<void> {
  if (rows.length > 0) await table.bulkPut(rows);
}

async function putOrDelete<T, K>(
  table: Table<T, K>,
  rows: ReadonlyMap<K, T | null>,
): Promise<void> {
  const gone = [...rows].flatMap(([key, row]) => (row === null ? [key] : []));
  await putAll(
    table,
    [...rows.values()].filter((row) => row !== null),
  );
  if (gone.length > 0) await table.bulkDelete(gone);
}

async function storeWithdrawn(
  db: IndexDatabase,
  batch: IndexBatch,
  loaded: Pick<IndexBatch, 'withdrawn'>,
): Promise<void> {
  const rows = changed(batch.withdrawn, loaded.withdrawn);
  const gone = [...rows].flatMap(([key, row]): [FeedId, number][] => {
    const before = row === null ? loaded.withdrawn.get(key) : undefined;
    return before ? [[before.feed, before.seq]] : [];
  });
  await putAll(db.withdrawn, present([...rows.values()]));
  if (gone.length > 0) await db.withdrawn.bulkDelete(gone);
}

/** A row is kept under the last entry of its record: one that moved or is settled leaves its old place first. */
async function storeOutgoing(
  db: IndexDatabase,
  batch: IndexBatch,
  loaded: Pick<IndexBatch, 'outgoing' | 'feeds'>,
): Promise<void> {
  const rows = changed(batch.outgoing, loaded.outgoing);
  const left = new Set(
    [...rows].flatMap(([record, row]) => {
      const before = loaded.outgoing.get(record);
      return before && (before.feed !== row?.feed || before.seq !== row.seq) ? [before] : [];
    }),
  );
  // To delete one after the other costs most of what a confirmation costs, and the next waits for it.
  for (const [feed, { confirmed }] of changed(batch.feeds, loaded.feeds)) {
    const settled = [...loaded.outgoing.values()].filter(
      (row) => row?.feed === feed && row.seq <= confirmed,
    );
    if (settled.length === 0 || !settled.every((row) => row && left.has(row))) continue;
    for (const row of settled) if (row) left.delete(row);
    await db.outgoing
      .where('[feed+seq]')
      .between([feed, 0], [feed, confirmed + 1])
      .delete();
  }
  if (left.size > 0) {
    await db.outgoing.bulkDelete([...left].map(({ feed, seq }): [FeedId, number] => [feed, seq]));
  }
  await putAll(
    db.outgoing,
    [...rows.values()].filter((row) => row !== null),
  );
}

/** Lets every record with an entry after `confirmed` wait again; what was refused and not answered stays refused. */
async function reopenFeed(db: IndexDatabase, feed: FeedId, confirmed: number): Promise<void> {
  const entries = await entriesFrom(db, feed, confirmed + 1).toArray();
  const ids = [...new Set(entries.map((entry) => entry.record))];
  const states = new Map((await readStates(db, ids)).map((state) => [state.record, state]));
  const before = await findOutgoing(db, ids);
  const rows = new Map<RecordId, OutgoingRow>();
  for (const entry of entries) {
    const state = states.get(entry.record);
    if (state) rows.set(entry.record, withOwnEntry(rows.get(entry.record), entry, state));
  }
  for (const row of before) if (row.refused.length > 0) rows.set(row.record, row);
  await db.outgoing.bulkDelete(before.map(({ feed: of, seq }): [FeedId, number] => [of, seq]));
  await putAll(db.outgoing, [...rows.values()]);
}
