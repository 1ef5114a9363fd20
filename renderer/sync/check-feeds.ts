import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { FeedProgress } from '../db/stores.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';

/**
 * Asks how far the server has each feed of this person. What it has forgotten is sent again. A feed of which it has more
 * than this laptop is of a laptop that was put back to an earlier day: it is not continued. Nothing is taken for
 * confirmed here: only the answer to a push says what was refused.
 */
export async function checkFeeds(context: SyncContext): Promise<Result<null, SyncStop>> {
  for (const feed of await context.store.sync.feeds()) {
    const checked = await checkFeed(context, feed);
    if (!checked.ok) return checked;
  }
  return ok(null);
}

async function checkFeed(
  context: SyncContext,
  { feed, confirmed, last }: FeedProgress,
): Promise<Result<null, SyncStop>> {
  const { store, transport, epoch, identity, nowMs } = context;
  const state = await unlessStopped(context, transport.feedState(feed));
  if (!state.ok) return state;
  if (epoch.isNew(state.value.epoch)) epoch.adopt(state.value.epoch);
  const held = state.value.confirmed;
  if (held < confirmed) {
    return store.sync.confirm({ feed, confirmed: held, refused: [], atMs: nowMs() });
  }
  // What is not confirmed may be among what the server has: pushing it tells, and only what is not there is said again.
  return held > last && confirmed === last && feed === identity.feed
    ? store.sync.restate(feed)
    : ok(null);
}
