import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { nextBatch } from '#shared/sync/batch.ts';
import { hashForSegment } from '#shared/sync/segment.ts';
import type { FeedProgress } from '../db/stores.ts';
import { checkFeeds } from './check-feeds.ts';
import { isAboutFork, isAboutSize } from './failure-groups.ts';
import type { PartEnd, SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';

/** Sends what the server has not confirmed of the feeds of this person, batch after batch. */
export async function pushFeeds(context: SyncContext): Promise<Result<PartEnd, SyncStop>> {
  const feeds = await context.store.sync.feeds();
  const pending = feeds.filter(({ confirmed, last }) => last > confirmed);
  const total = pending.reduce((sum, { confirmed, last }) => sum + last - confirmed, 0);
  let sent = 0;
  for (const feed of pending) {
    let { confirmed } = feed;
    while (confirmed < feed.last) {
      context.tell({ kind: 'sending', sent, total });
      const step = await pushBatch(context, feed, confirmed + 1);
      if (!step.ok || step.value === 'again') return step.ok ? ok('again') : step;
      sent += Math.max(0, step.value - confirmed);
      confirmed = step.value;
    }
  }
  return ok('done');
}

/** Sends the batch that begins at `seq`; answers up to where the feed is confirmed then. */
async function pushBatch(
  context: SyncContext,
  { feed, last }: FeedProgress,
  seq: number,
): Promise<Result<number | 'again', SyncStop>> {
  const { store, transport, identity, pushSize, epoch } = context;
  const entries = await store.sync.entriesFrom(feed, seq, pushSize.limit());
  // An entry that the journal lost leaves a hole: what stands behind it goes on under other numbers.
  if (entries.length === 0) return afterwards(store.sync.restate(feed), 'again');
  const batch = nextBatch(identity.project, entries.map(hashForSegment), pushSize.limit());

  const answer = await unlessStopped(context, transport.push(batch));
  if (!answer.ok) return afterFailure(context, feed, seq, answer.error);
  pushSize.passed();
  const { confirmed, refused, epoch: from, serverMs } = answer.value;
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
  if (isOther) return afterwards(store.sync.restate(feed), 'again');
  if (epoch.isNew(from)) return afterwards(checkFeeds(context), 'again');
  // A server that confirms less than it was sent and says no more would be asked for ever.
  return confirmed >= seq ? ok(confirmed) : err({ kind: 'server/internal' });
}

async function afterFailure(
  { store, pushSize, nowMs }: SyncContext,
  feed: FeedProgress['feed'],
  seq: number,
  failure: SyncStop,
): Promise<Result<number | 'again', SyncStop>> {
  if (failure.kind === 'sync/cancelled') return err(failure);
  if (failure.kind === 'sync/gap' && failure.expectedSeq < seq) {
    const confirmed = failure.expectedSeq - 1;
    const receipt = { feed, confirmed, refused: [], atMs: nowMs() };
    return afterwards(store.sync.confirm(receipt), 'again');
  }
  const canShrink = isAboutSize(failure) && pushSize.failed();
  return canShrink && failure.kind === 'server/too-large' ? ok('again') : err(failure);
}

async function afterwards<T>(
  act: Promise<Result<null, SyncStop>>,
  value: T,
): Promise<Result<T, SyncStop>> {
  const acted = await act;
  return acted.ok ? ok(value) : acted;
}
