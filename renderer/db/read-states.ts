import type { RecordId } from '#shared/core/ids.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { foldEntry } from '#shared/records/fold.ts';
import { unpackState } from '#shared/records/packed-state.ts';
import type { IndexDatabase } from './database.ts';

/**
 * The states of records, inside a transaction of `states`, `records` and `entries`; those that do not exist are left out. A state that one
 * entry made is kept nowhere but in that entry: most records have no other, and a fourth of all that is written is saved.
 */
export async function readStates(
  db: IndexDatabase,
  records: readonly RecordId[],
): Promise<readonly RecordState[]> {
  if (records.length === 0) return [];
  const packed = await db.states.bulkGet([...records]);
  const unread = records.filter((_, at) => packed[at] === undefined);
  return [
    ...packed.flatMap((state) => (state === undefined ? [] : [unpackState(state)])),
    ...(await readSingles(db, unread)),
  ];
}

async function readSingles(
  db: IndexDatabase,
  records: readonly RecordId[],
): Promise<readonly RecordState[]> {
  if (records.length === 0) return [];
  const rows = await db.records.bulkGet([...records]);
  const keys = rows.flatMap((row) => (row?.only === undefined ? [] : [row.only]));
  if (keys.length === 0) return [];
  const entries = await db.entries.bulkGet(keys);
  return entries.map((entry) => {
    // The index is made anew from the journal, as for any other damage.
    if (!entry) throw new Error('a record whose one entry is not there');
    return foldEntry(undefined, entry);
  });
}
