import type { FeedId } from '#shared/core/ids.ts';
import type { FeedProgress, LocalStore } from '../../renderer/db/stores.ts';

/** Where a feed of this laptop stands. */
export async function progressOf(store: LocalStore, feed: FeedId): Promise<FeedProgress> {
  const feeds = await store.sync.feeds();
  return (
    feeds.find((one) => one.feed === feed) ?? { feed, confirmed: 0, last: 0, receipt: undefined }
  );
}

/** Feeds of which the server does not hold every entry. */
export async function pendingOf(store: LocalStore): Promise<readonly FeedProgress[]> {
  return (await store.sync.feeds()).filter(({ confirmed, last }) => last > confirmed);
}
