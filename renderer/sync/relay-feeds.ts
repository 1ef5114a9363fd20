import { sha256Hex } from '#shared/core/hash.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { readRanges } from '#shared/records/receipt.ts';
import type { PushResponse } from '#shared/sync/http-api.ts';
import { hashForSegment, layOutSegment } from '#shared/sync/segment.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { CarriedFeed } from './carried-feeds.ts';
import { noteVerdict, readCarriedFeeds } from './carried-feeds.ts';
import { isPassing } from './failure-groups.ts';
import { gzip } from './gzip.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';
import { verifyReceipt } from './verify-receipt.ts';

/**
 * Hands on what came in bundles, under the signatures of its authors: the server judges it as theirs. What it does not take of one
 * feed is noted there and holds up no other.
 */
export async function relayFeeds(context: SyncContext): Promise<Result<null, SyncStop>> {
  for (const carried of await readCarriedFeeds(context.store.settings)) {
    let at = carried;
    for (const stretch of carried.stretches) {
      if (stretch.last <= at.confirmed || (at.failure && at !== carried)) continue;
      const sent = await sendStretch(context, at, stretch);
      if (!sent.ok) return sent;
      at = sent.value;
      const noted = await noteVerdict(context.store.settings, at);
      if (!noted.ok) return noted;
    }
  }
  return ok(null);
}

type Stretch = CarriedFeed['stretches'][number];

async function sendStretch(
  context: SyncContext,
  carried: CarriedFeed,
  { first, last, hash, signature }: Stretch,
): Promise<Result<CarriedFeed, SyncStop>> {
  const { store, transport, identity } = context;
  const { feed, device, certificate } = carried;
  const entries = await store.sync.entriesFrom(feed, first, last - first + 1);
  const layout = utf8(layOutSegment(identity.project, entries.map(hashForSegment)));
  const bytes = await gzip(layout);
  const vouched = certificate && { certificate };
  const head = { feed, seq: last, hash, device, signature, ...vouched };
  const answer = await unlessStopped(
    context,
    transport.push({ name: sha256Hex(bytes), bytes }, { head }),
  );
  if (!answer.ok) {
    return answer.error.kind === 'sync/cancelled' || isEnd(answer.error)
      ? answer
      : ok({ ...carried, failure: answer.error });
  }
  const receipt = await readReceipt(context, carried, last, answer.value);
  if (!receipt.ok) return receipt;
  const judged = await store.sync.takeCarriedVerdict(receipt.value);
  if (!judged.ok) return judged;
  const told = answer.value.refused.filter((one) => one.seq <= last);
  const earlier = carried.refused.filter((one) => one.seq < first);
  const refused = [...earlier, ...told];
  return ok({ ...carried, confirmed: last, receipt: receipt.value, refused, failure: null });
}

/** The receipt for a stretch: what is not signed for is not handed on. */
async function readReceipt(
  { identity }: SyncContext,
  { feed }: CarriedFeed,
  last: number,
  { receipt, refused, epoch }: PushResponse,
): Promise<Result<Receipt, SyncStop>> {
  if (!receipt) return err({ kind: 'sync/wrong-receipt', problem: 'missing' });
  const verified = await verifyReceipt(receipt, { identity, epoch, feed });
  if (!verified.ok) return verified;
  const isRefused = readRanges(receipt.refused);
  const isTold = refused.every((one) => one.seq > receipt.seq || isRefused(one.seq));
  return receipt.seq >= last && isTold
    ? ok(receipt)
    : err({ kind: 'sync/wrong-receipt', problem: 'seq' });
}

function isEnd(failure: SyncStop): boolean {
  return (
    failure.kind !== 'sync/cancelled' &&
    (isPassing(failure) || /^account\/(?:signed-out|not-allowed)$/.test(failure.kind))
  );
}
