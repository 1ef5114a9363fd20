import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { checkFeeds } from './check-feeds.ts';
import { pinServer } from './pin-server.ts';
import { pullEntries } from './pull-entries.ts';
import { pushFeeds } from './push-feeds.ts';
import { relayFeeds } from './relay-feeds.ts';
import { sendPhotos } from './send-photos.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { indexLag } from './sync-context.ts';

// A restored server, a restored laptop and a hole in a feed each begin it anew once; more than that is no progress.
const MOST_ROUNDS = 10;

/**
 * One sync: entries first, then photos, then what others wrote. Each exchange may be repeated without harm, so it may
 * end anywhere. Answers what a person is to hear of though all else went well.
 */
export async function runSync(
  context: SyncContext,
  mustCheckFeeds: boolean,
): Promise<Result<Failure | undefined, SyncStop>> {
  const lag = indexLag(context);
  if (lag) return lag;
  const pinned = await pinServer(context);
  if (!pinned.ok) return pinned;
  if (mustCheckFeeds) {
    const checked = await checkFeeds(pinned.value);
    if (!checked.ok) return checked;
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    // A round may have put the laptop on a new feed.
    const identity = await context.store.identity();
    if (!identity) return err({ kind: 'account/signed-out' });
    const at = { ...context, identity };
    const mayBeJudgedAnew = (mustCheckFeeds || at.epoch.wasAdopted()) && (await hasUnsent(at));
    const pushed = await pushFeeds(at);
    if (!pushed.ok) return pushed;
    if (pushed.value === 'again') continue;
    if (mayBeJudgedAnew) {
      // What came to a restored server another way first may have been judged otherwise than this laptop was told before.
      const judged = await checkFeeds(at);
      if (!judged.ok) return judged;
    }
    const relayed = await relayFeeds(at);
    if (!relayed.ok) return relayed;
    const photos = await sendPhotos(at);
    if (!photos.ok) return photos;
    const pulled = await pullEntries(at);
    if (!pulled.ok) return pulled;
    if (pulled.value === 'done') return ok(photos.value ?? context.told[0]);
  }
  return err({ kind: 'server/internal' });
}

async function hasUnsent({ store }: SyncContext): Promise<boolean> {
  return (await store.sync.feeds()).some(({ confirmed, last }) => last > confirmed);
}
