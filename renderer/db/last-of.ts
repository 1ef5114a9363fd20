import type { FeedId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { IndexDatabase } from './database.ts';

/** The last entry of a feed that this laptop holds. */
export function lastOf(db: IndexDatabase, feed: FeedId): PromiseLike<Entry | undefined> {
  return db.entries.where('[feed+seq]').between([feed, 0], [feed, Number.MAX_SAFE_INTEGER]).last();
}
