import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { entryHash, feedGenesis } from '#shared/records/entry.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { packRanges } from '#shared/records/receipt.ts';
import type { FeedState, RefusedSeq } from '#shared/sync/http-api.ts';
import type { FeedProgress } from '../db/stores.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';
import { verifyReceipt } from './verify-receipt.ts';

/**
 * Asks how far the server has each feed of this person, and notes the receipt for it. What it has forgotten is sent again,
 * and told where it had signed for it. A feed of which it has more than this laptop is of a laptop that was put back to
 * an earlier day: it is not continued.
 */
export async function checkFeeds(context: SyncContext): Promise<Result<null, SyncStop>> {
  for (const feed of await context.store.sync.feeds()) {
    const checked = await checkFeed(context, feed);
    if (!checked.ok) return checked;
  }
  return ok(null);
}

/** The same for one feed. */
export async function checkFeed(
  context: SyncContext,
  progress: FeedProgress,
): Promise<Result<null, SyncStop>> {
  const { store, transport, epoch, identity, told, nowMs } = context;
  const { feed, confirmed, last, receipt: known } = progress;
  const state = await unlessStopped(context, transport.feedState(feed));
  if (!state.ok) return state;
  const read = await readState(context, progress, state.value);
  if (!read.ok) return read;
  const { receipt, refused } = read.value;
  if (epoch.isNew(receipt.epoch)) epoch.adopt(receipt.epoch);
  const hash = await hashAt(context, progress, receipt.seq);
  const isOurs = hash === receipt.hash;
  const isOther = hash !== undefined && !isOurs && receipt.seq <= confirmed;
  // A database never holds less than it has signed for; one that was restored is another.
  const hasForgotten = known?.epoch === receipt.epoch && (receipt.seq < known.seq || isOther);
  if (hasForgotten) told.push({ kind: 'sync/server-forgot', feed, seq: confirmed });
  function confirm(): Promise<Result<null, SyncStop>> {
    return store.sync.takeVerdict({ receipt, refused, atMs: nowMs(), hasForgotten });
  }
  if (isOurs) return receipt.seq === 0 && confirmed === 0 ? ok(null) : confirm();
  // Where the two part is told by pushing from the beginning.
  if (isOther) return store.sync.reopen({ feed, seq: 0, atMs: nowMs(), hasForgotten });
  if (receipt.seq < confirmed) {
    return store.sync.reopen({ feed, seq: receipt.seq, atMs: nowMs(), hasForgotten });
  }
  const isOld = feed !== identity.feed;
  // All that stands behind the hole came back from the server, and what it refused did not come with it.
  if (isOld && receipt.seq > last && (await hasHole(context, progress))) return confirm();
  // What is not confirmed may be among what the server has: pushing it tells, and only what is not there is said again.
  return receipt.seq > last && confirmed === last && !isOld ? store.sync.restate(feed) : ok(null);
}

/** The receipt of an answer, if it is one for what the answer says. */
async function readState(
  { identity }: SyncContext,
  { feed }: FeedProgress,
  { receipt, refused = [], confirmed, epoch }: FeedState,
): Promise<
  Result<{ readonly receipt: Receipt; readonly refused: readonly RefusedSeq[] }, SyncStop>
> {
  if (!receipt) return err({ kind: 'sync/server-outdated' });
  const verified = await verifyReceipt(receipt, { identity, epoch, feed });
  if (!verified.ok) return verified;
  if (receipt.seq !== confirmed) return err({ kind: 'sync/wrong-receipt', problem: 'seq' });
  const isTold = packRanges(refused.map(({ seq }) => seq)) === receipt.refused;
  return isTold
    ? ok({ receipt, refused })
    : err({ kind: 'sync/wrong-receipt', problem: 'refused' });
}

/** The hash of a feed at a number as this laptop has it; undefined where it has no such entry. */
async function hashAt(
  { store }: SyncContext,
  { feed }: FeedProgress,
  seq: number,
): Promise<Sha256 | undefined> {
  if (seq === 0) return feedGenesis(feed);
  const [entry] = await store.sync.entriesFrom(feed, seq, 1);
  return entry && entryHash(entry);
}

/** True where the laptop has entries of a feed, but not the one that is to be sent next. */
async function hasHole(
  { store }: SyncContext,
  { feed, confirmed, last }: FeedProgress,
): Promise<boolean> {
  return last > confirmed && (await store.sync.entriesFrom(feed, confirmed + 1, 1)).length === 0;
}
