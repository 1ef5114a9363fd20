import type { Collection } from 'dexie';
import type { FeedId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { IndexDatabase } from './database.ts';

/** Entries of a feed that this laptop holds, from a number on, in order. */
export function entriesFrom(
  db: IndexDatabase,
  feed: FeedId,
  seq: number,
): Collection<Entry, [FeedId, number]> {
  return db.entries.where('[feed+seq]').between([feed, seq], [feed, Number.MAX_SAFE_INTEGER]);
}

/** The last entry of a feed that this laptop holds. */
export function lastOf(db: IndexDatabase, feed: FeedId): PromiseLike<Entry | undefined> {
  return entriesFrom(db, feed, 0).last();
}
