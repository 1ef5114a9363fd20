import type { FeedId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { readRanges } from '#shared/records/receipt.ts';
import type { PushResponse } from '#shared/sync/http-api.ts';
import type { FeedProgress } from '../db/stores.ts';
import { checkFeed, checkFeeds } from './check-feeds.ts';
import { isAboutFork, isAboutSize } from './failure-groups.ts';
import type { Parcel } from './make-parcel.ts';
import { makeParcel } from './make-parcel.ts';
import { signPush } from './sign-head.ts';
import type { PartEnd, SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';
import { verifyReceipt } from './verify-receipt.ts';

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

// The server has something to do while the laptop makes the second ready; on a slow link an exchange costs more than it gains.
const FIRST_ENTRIES = 100;

/**
 * Sends one feed, a batch at a time: so much is sent again where the line breaks. While one is on its way the next is made ready, and
 * where the answer before was the expected one it is written down: laptop and server work at the same time.
 */
async function pushFeed(
  context: SyncContext,
  feed: FeedProgress,
  tell: (confirmed: number) => void,
): Promise<Result<PartEnd, SyncStop>> {
  let { confirmed } = feed;
  let noting: Promise<Result<PartEnd, SyncStop>> = Promise.resolve(ok('done'));
  let next = prepare(
    context,
    feed,
    confirmed + 1,
    context.pace.isFast() ? FIRST_ENTRIES : Infinity,
  );
  for (let parcel = await next; parcel; parcel = await next) {
    tell(confirmed);
    const sent = sendParcel(context, feed, parcel);
    next = prepare(context, feed, parcel.last + 1);
    const [answer, noted] = await Promise.all([sent, noting]);
    if (!noted.ok) return noted;
    if (!answer.ok) return afterFailure(context, parcel.first, answer.error);
    context.pushSize.passed();
    noting = noteAnswer(context, feed, parcel, answer.value);
    if (isExpected(context, parcel, answer.value)) {
      confirmed = parcel.last;
      continue;
    }
    const ended = await noting;
    if (!ended.ok || ended.value === 'again') return ended;
    confirmed = answer.value.receipt?.seq ?? confirmed;
    next = prepare(context, feed, confirmed + 1);
  }
  const last = await noting;
  return last.ok && confirmed < feed.last ? overHole(context, feed.feed) : last;
}

function prepare(
  context: SyncContext,
  feed: FeedProgress,
  seq: number,
  most = Infinity,
): Promise<Parcel | undefined> {
  const parcel = makeParcel(context, feed, seq, Math.min(context.pushSize.limit(), most));
  // Where the sync ends before it is waited for nobody else would hear of a failure.
  parcel.catch(() => undefined);
  return parcel;
}

async function sendParcel(
  context: SyncContext,
  { feed }: FeedProgress,
  parcel: Parcel,
): Promise<Result<PushResponse, SyncStop>> {
  const beganMs = context.nowMs();
  const signing = signPush(context, feed, parcel);
  const answer = await unlessStopped(
    context,
    signing.then((signed) => context.transport.push(parcel, signed)),
  );
  if (answer.ok) context.pace.answeredIn(context.nowMs() - beganMs);
  return answer;
}

/**
 * A feed with a hole in it: one that the journal lost goes on under other numbers behind it; one of which the server gave
 * back what it had not refused is there already.
 */
async function overHole(context: SyncContext, feed: FeedId): Promise<Result<PartEnd, SyncStop>> {
  const { sync } = context.store;
  async function progress(): Promise<FeedProgress | undefined> {
    return (await sync.feeds()).find((one) => one.feed === feed);
  }
  const before = await progress();
  const checked = before ? await checkFeed(context, before) : ok(null);
  if (!checked.ok) return checked;
  const after = await progress();
  return after && after.confirmed < after.last ? restate(context, feed) : ok('done');
}

/** True for an answer after which the feed goes on behind the batch, whatever of it was refused. */
function isExpected(
  { epoch }: SyncContext,
  { last }: Parcel,
  { receipt, refused, epoch: from }: PushResponse,
): boolean {
  const isWhole = receipt?.seq === last && !refused.some(({ failure }) => isAboutFork(failure));
  return isWhole && !epoch.isNew(from);
}

/** Writes down what the server answered to a batch: only what it has signed for is confirmed. */
async function noteAnswer(
  context: SyncContext,
  { feed, last }: FeedProgress,
  parcel: Parcel,
  answer: PushResponse,
): Promise<Result<PartEnd, SyncStop>> {
  const { store, epoch } = context;
  const { confirmed, refused, epoch: from, serverMs } = answer;
  await store.sync.noteServerTime(serverMs);
  const isForked = refused.some(({ failure }) => isAboutFork(failure));
  const receipt = await readReceipt(context, feed, parcel, answer);
  if (!receipt.ok) return receipt;
  if (receipt.value) {
    const { seq } = receipt.value;
    const own = refused.filter((one) => one.seq <= seq);
    const noted = await store.sync.confirm({
      receipt: receipt.value,
      refused: own,
      atMs: serverMs,
    });
    if (!noted.ok) return noted;
  }
  const isAhead = confirmed > last && receipt.value?.seq === last;
  if (isForked || isAhead) return restate(context, feed);
  return epoch.isNew(from) ? again(checkFeeds(context)) : ok('done');
}

/** The receipt for what was sent; undefined where the server holds nothing of it, because the feed ended before it. */
async function readReceipt(
  { identity }: SyncContext,
  feed: FeedId,
  { first, last, hashes }: Parcel,
  { receipt, refused, epoch }: PushResponse,
): Promise<Result<Receipt | undefined, SyncStop>> {
  if (receipt === undefined) return err({ kind: 'sync/server-outdated' });
  if (receipt === null) {
    return refused.some(({ failure }) => isAboutFork(failure)) ? ok(undefined) : wrong('missing');
  }
  const verified = await verifyReceipt(receipt, { identity, epoch, feed });
  if (!verified.ok) return verified;
  const { seq, hash } = receipt;
  // One for less is of an earlier push; one for more says nothing of this one.
  if (seq < first || seq > last) return wrong('seq');
  if (hash !== hashes[seq - first]) return wrong('hash');
  const isRefused = readRanges(receipt.refused);
  const told = new Set(refused.map((one) => one.seq));
  const numbers = hashes.map((_, at) => first + at).filter((number) => number <= seq);
  const isTold = numbers.every((number) => isRefused(number) === told.has(number));
  return isTold ? ok(receipt) : wrong('refused');
}

function wrong(problem: string): Result<never, SyncStop> {
  return err({ kind: 'sync/wrong-receipt', problem });
}

async function afterFailure(
  context: SyncContext,
  seq: number,
  failure: SyncStop,
): Promise<Result<PartEnd, SyncStop>> {
  if (failure.kind === 'sync/cancelled') return err(failure);
  if (failure.kind === 'sync/gap' && failure.expectedSeq < seq) return again(checkFeeds(context));
  const canShrink = isAboutSize(failure) && context.pushSize.failed();
  return canShrink && failure.kind === 'server/too-large' ? ok('again') : err(failure);
}

function restate({ store }: SyncContext, feed: FeedId): Promise<Result<PartEnd, SyncStop>> {
  return again(store.sync.restate(feed));
}

async function again(act: Promise<Result<null, SyncStop>>): Promise<Result<PartEnd, SyncStop>> {
  const acted = await act;
  return acted.ok ? ok('again') : acted;
}
