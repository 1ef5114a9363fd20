import { sha256Hex } from '#shared/core/hash.ts';
import type { FeedId, Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import { proveNumbers } from '#shared/records/feed-tree.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { nextBatch } from '#shared/sync/batch.ts';
import { hashForSegment } from '#shared/sync/segment.ts';
import { isPassing } from './failure-groups.ts';
import type { FeedProof } from './feed-proofs.ts';
import { readProof } from './feed-proofs.ts';
import { gzip } from './gzip.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';
import { verifyReceipt } from './verify-receipt.ts';

type Context = Pick<SyncContext, 'store' | 'transport' | 'identity' | 'signal'>;
type Evidence = NonNullable<FeedProof['evidence']>;

const BATCH = 500;

/**
 * Gives a restored server back what it lost of another's feed behind number `held`, as that laptop signed it: their author may be gone. Only
 * what this laptop has proved, and what the server itself had vouched for, so that it knows it again and judges nothing anew. Answers the last
 * receipt for it; undefined where nothing could be given back.
 */
export async function handBack(
  context: Context,
  feed: FeedId,
  held: number,
): Promise<Result<Receipt | undefined, SyncStop>> {
  const { settings, sync } = context.store;
  const proof = await readProof(settings, feed);
  const evidence = proof?.evidence;
  const isProved = proof?.problem === null && evidence?.tree?.vouched !== undefined;
  if (!isProved || !evidence || evidence.head.seq <= held) return ok(undefined);
  const hashes = await hashesOf(context, evidence);
  let last: Receipt | undefined;
  for (let at = held; at < evidence.head.seq;) {
    const entries = await sync.entriesFrom(feed, at + 1, Math.min(BATCH, evidence.head.seq - at));
    // What was refused, or never came here, is a hole: what stands behind it does not follow.
    if (entries.length === 0) break;
    const sent = await send(context, evidence, entries.map(hashForSegment), hashes);
    if (!sent.ok || !sent.value || sent.value.seq <= at) return sent.ok ? ok(last) : sent;
    last = sent.value;
    at = last.seq;
  }
  return ok(last);
}

/** Sends the first of some entries; undefined where the server does not take them, or they cannot be proved. */
async function send(
  context: Context,
  { head, tree, receipt: coveredBy }: Evidence,
  entries: readonly ReturnType<typeof hashForSegment>[],
  hashes: readonly Sha256[] | undefined,
): Promise<Result<Receipt | undefined, SyncStop>> {
  const { identity, transport } = context;
  const { layout, count } = nextBatch(identity.project, entries);
  const numbers = entries.slice(0, count).map(({ entry }) => entry.seq);
  const isEnd = numbers.at(-1) === head.seq;
  if (!isEnd && !hashes) return ok(undefined);
  const proof = isEnd || !hashes ? undefined : proveNumbers(hashes, numbers);
  const signed = { head, root: tree ?? undefined, proof };
  const bytes = await gzip(layout);
  const segment = { name: sha256Hex(bytes), bytes, coveredBy: coveredBy ?? undefined };
  const answer = await unlessStopped(context, transport.push(segment, signed));
  if (!answer.ok) {
    const mayPass = answer.error.kind === 'sync/cancelled' || isPassing(answer.error);
    // What a restored server does not take stays here, and is offered at the next sync.
    return mayPass ? answer : ok(undefined);
  }
  const { receipt, epoch } = answer.value;
  if (!receipt) return ok(undefined);
  const verified = await verifyReceipt(receipt, { identity, epoch, feed: head.feed });
  return verified.ok ? ok(receipt) : verified;
}

/** The hashes of a feed up to its head; undefined where one of them is known to nobody here. */
async function hashesOf(
  { store }: Pick<Context, 'store'>,
  { head }: Evidence,
): Promise<readonly Sha256[] | undefined> {
  const hashes: (Sha256 | undefined)[] = [];
  hashes[head.seq - 1] = head.hash;
  const numbers = (await store.sync.numbersOf(head.feed)).filter((seq) => seq <= head.seq);
  for (let at = 0; at < numbers.length; at += BATCH) {
    for (const { seq, prev } of await store.sync.entriesAt(
      head.feed,
      numbers.slice(at, at + BATCH),
    )) {
      // Each says the hash of the one before it, also where that is not here.
      if (seq > 1) hashes[seq - 2] = prev;
    }
  }
  return Array.from(hashes).every((hash) => hash !== undefined) ? (hashes as Sha256[]) : undefined;
}
