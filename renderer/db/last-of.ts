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

/** The feeds of other laptops of which there is something here, each with the number of its last entry. */
export async function othersFeeds(
  db: IndexDatabase,
): Promise<readonly { readonly feed: FeedId; readonly last: number }[]> {
  const own = new Set((await db.feeds.toArray()).map(({ feed }) => feed));
  const others: { feed: FeedId; last: number }[] = [];
  let before = '' as FeedId;
  for (;;) {
    // The first entry of the next feed: a step for each feed, not for each entry.
    const [next] = await db.entries
      .where('[feed+seq]')
      .between([before, Number.MAX_SAFE_INTEGER], ['\uFFFF', 0])
      .limit(1)
      .toArray();
    if (!next) return others;
    before = next.feed;
    const last = await entriesFrom(db, before, 0).last();
    if (last && !own.has(before)) others.push({ feed: before, last: last.seq });
  }
}
