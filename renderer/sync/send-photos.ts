import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { PhotoNote } from '#shared/journal/journal-record.ts';
import type { PhotoReceipt } from '#shared/records/receipt.ts';
import { isPassing } from './failure-groups.ts';
import type { SyncContext, SyncStop } from './sync-context.ts';
import { unlessStopped } from './sync-context.ts';
import { verifyPhotoReceipt } from './verify-receipt.ts';

/**
 * Sends the photos the server has not, the small ones first: on a slow link previews of all are there before the first large one. One
 * that cannot be sent holds up no other: its failure is the answer in the end.
 */
export async function sendPhotos(
  context: SyncContext,
): Promise<Result<Failure | undefined, SyncStop>> {
  const { store, epoch, tell } = context;
  const waiting = await store.sync.uncoveredPhotos(epoch.current());
  const photos = waiting.toSorted((a, b) => a.bytes - b.bytes);
  const total = photos.filter(isCounted).length;
  let sent = 0;
  let problem: Failure | undefined;
  for (const photo of photos) {
    tell({ kind: 'sending-photos', sent, total });
    if (isCounted(photo)) sent += 1;
    const outcome = await sendPhoto(context, photo);
    if (outcome.ok) continue;
    if (outcome.error.kind === 'sync/cancelled' || isEnd(outcome.error)) return outcome;
    problem = outcome.error;
  }
  return ok(problem);
}

/** A preview is part of its photo. */
function isCounted({ previewOf }: PhotoNote): boolean {
  return previewOf === undefined;
}

async function sendPhoto(
  context: SyncContext,
  { sha256 }: PhotoNote,
): Promise<Result<null, SyncStop>> {
  const { store, transport, signal } = context;
  const there = await unlessStopped(context, transport.photoReceipt(sha256));
  if (!there.ok) return there;
  if (there.value) return noteReceipt(context, sha256, there.value);
  const bytes = await store.photos.get(sha256);
  if (!bytes.ok) return bytes;
  const put = await unlessStopped(context, transport.putPhoto(sha256, bytes.value, signal));
  if (!put.ok) return err(put.error);
  const kept = await unlessStopped(context, transport.photoReceipt(sha256));
  if (!kept.ok) return kept;
  return kept.value
    ? noteReceipt(context, sha256, kept.value)
    : err({ kind: 'sync/wrong-receipt', problem: 'photo' });
}

async function noteReceipt(
  { store, identity, nowMs }: SyncContext,
  sha256: Sha256,
  receipt: PhotoReceipt,
): Promise<Result<null, SyncStop>> {
  const verified = await verifyPhotoReceipt(receipt, { identity, sha256 });
  return verified.ok ? store.sync.photoSent(receipt, nowMs()) : verified;
}

function isEnd(failure: Failure): boolean {
  return isPassing(failure) || /^(?:account|sync)\//.test(failure.kind);
}
