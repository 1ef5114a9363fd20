import type { FeedId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { PushResponse } from '#shared/sync/http-api.ts';
import type { FeedProgress } from '../db/stores.ts';
import { checkFeeds } from './check-feeds.ts';
import { isAboutFork, isAboutSize } from './failure-groups.ts';
import type { Parcel } from './make-parcel.ts';
import { makeParcel } from './make-parcel.ts';
import type { PartEnd, SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';

/** Sends what the server has not confirmed of the feeds of this person, batch after batch. */
export async function pushFeeds(context: SyncContext): Promise<Result<PartEnd, SyncStop>> {
  const feeds = await context.store.sync.feeds();
  const pending = feeds.filter(({ confirmed, last }) => last > confirmed);
  const total = pending.reduce((sum, { confirmed, last }) => sum + last - confirmed, 0);
  let sent = 0;
  for (const feed of pending) {
    const pushed = await pushFeed(context, feed, (confirmed) => {
      context.tell({ kind: 'sending', sent: sent + confirmed - feed.confirmed, total });
    });
    if (!pushed.ok || pushed.value === 'again') return pushed;
    sent += feed.last - feed.confirmed;
  }
  return ok('done');
}

/**
 * Sends one feed. While a batch is on its way the next one is made ready, and where its answer is the expected one it is
 * written down while the next is on its way: laptop and server work at the same time.
 */
async function pushFeed(
  context: SyncContext,
  feed: FeedProgress,
  tell: (confirmed: number) => void,
): Promise<Result<PartEnd, SyncStop>> {
  let { confirmed } = feed;
  let noting: Promise<Result<PartEnd, SyncStop>> = Promise.resolve(ok('done'));
  let parcel = await makeParcel(context, feed, confirmed + 1);
  while (parcel) {
    tell(confirmed);
    const [answer, noted, prepared]: readonly [
      Result<PushResponse, SyncStop>,
      Result<PartEnd, SyncStop>,
      Parcel | undefined,
    ] = await Promise.all([
      unlessStopped(context, context.transport.push(parcel)),
      noting,
      makeParcel(context, feed, parcel.last + 1),
    ]);
    if (!noted.ok) return noted;
    if (!answer.ok) return afterFailure(context, feed.feed, parcel.first, answer.error);
    context.pushSize.passed();
    noting = noteAnswer(context, feed, answer.value);
    if (isExpected(context, parcel, answer.value)) {
      confirmed = parcel.last;
      parcel = prepared;
      continue;
    }
    const ended = await noting;
    if (!ended.ok || ended.value === 'again') return ended;
    // A server that confirms less than it was sent and says no more would be asked for ever.
    if (answer.value.confirmed < parcel.first) return err({ kind: 'server/internal' });
    ({ confirmed } = answer.value);
    parcel = await makeParcel(context, feed, confirmed + 1);
  }
  const last = await noting;
  // An entry that the journal lost leaves a hole: what stands behind it goes on under other numbers.
  return last.ok && confirmed < feed.last ? restate(context, feed.feed) : last;
}

/** True for an answer after which the feed goes on behind the batch, whatever of it was refused. */
function isExpected(
  { epoch }: SyncContext,
  { last }: Parcel,
  { confirmed, refused, epoch: from }: PushResponse,
): boolean {
  return (
    confirmed === last && !epoch.isNew(from) && !refused.some(({ failure }) => isAboutFork(failure))
  );
}

/** Writes down what the server answered to a batch. */
async function noteAnswer(
  context: SyncContext,
  { feed, last }: FeedProgress,
  { confirmed, refused, epoch: from, serverMs }: PushResponse,
): Promise<Result<PartEnd, SyncStop>> {
  const { store, epoch } = context;
  await store.sync.noteServerTime(serverMs);
  const fork = refused.find(({ failure }) => isAboutFork(failure))?.seq;
  const isOther = fork !== undefined || confirmed > last;
  const own = Math.min(confirmed, last, (fork ?? Infinity) - 1);
  const noted = await store.sync.confirm({
    feed,
    confirmed: own,
    refused: refused.filter((one) => one.seq <= own),
    atMs: serverMs,
  });
  if (!noted.ok) return noted;
  if (isOther) return restate(context, feed);
  return epoch.isNew(from) ? again(checkFeeds(context)) : ok('done');
}

async function afterFailure(
  { store, pushSize, nowMs }: SyncContext,
  feed: FeedId,
  seq: number,
  failure: SyncStop,
): Promise<Result<PartEnd, SyncStop>> {
  if (failure.kind === 'sync/cancelled') return err(failure);
  if (failure.kind === 'sync/gap' && failure.expectedSeq < seq) {
    const confirmed = failure.expectedSeq - 1;
    return again(store.sync.confirm({ feed, confirmed, refused: [], atMs: nowMs() }));
  }
  const canShrink = isAboutSize(failure) && pushSize.failed();
  return canShrink && failure.kind === 'server/too-large' ? ok('again') : err(failure);
}

function restate({ store }: SyncContext, feed: FeedId): Promise<Result<PartEnd, SyncStop>> {
  return again(store.sync.restate(feed));
}

async function again(act: Promise<Result<null, SyncStop>>): Promise<Result<PartEnd, SyncStop>> {
  const acted = await act;
  return acted.ok ? ok('again') : acted;
}
