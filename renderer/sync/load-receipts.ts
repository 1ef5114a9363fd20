import { BundleRefusal } from '#shared/bundle/bundle-refusal.ts';
import type { ReceiptsFile } from '#shared/bundle/receipts-file.ts';
import { MAX_RECEIPTS_BYTES, readReceiptsFile } from '#shared/bundle/receipts-file.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import { entryHash } from '#shared/records/entry.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { readRanges } from '#shared/records/receipt.ts';
import type { FeedProgress, LocalStore } from '../db/stores.ts';
import { readFileChunks } from './file-chunks.ts';
import { verifyPhotoReceipt, verifyReceipt } from './verify-receipt.ts';

/** What receipts are loaded with. */
export interface ReceiptLoader {
  readonly desktop: Desktop;
  readonly store: Pick<LocalStore, 'sync' | 'photos' | 'identity'>;
  readonly nowMs: () => number;
}

/** What a file of receipts said of this laptop's work. */
export interface LoadedReceipts {
  readonly entries: number;
  readonly photos: number;
  readonly refused: number;
}

/**
 * Asks for the file that came back with the stick, and notes what the server has signed for in it, each receipt for itself and only
 * where it fits what lies here. Null where the person thought better of it.
 */
export async function loadReceipts(
  loader: ReceiptLoader,
): Promise<Result<LoadedReceipts | null, Failure>> {
  const { desktop, store } = loader;
  const opened = await desktop.call('file.open', { saved: null });
  if (!opened.ok) return opened;
  if (!opened.value) return ok(null);
  const file = await readWhole(desktop, opened.value);
  await desktop.call('file.close', { handle: opened.value.handle });
  if (!file.ok) return file;
  const identity = await store.identity();
  if (!identity) return err({ kind: 'account/signed-out' });
  return noteAll(loader, identity, file.value);
}

async function noteAll(
  { store, nowMs }: ReceiptLoader,
  identity: Identity,
  file: ReceiptsFile,
): Promise<Result<LoadedReceipts, Failure>> {
  const known = await store.sync.cursor();
  let [entries, photos, refused] = [0, 0, 0];
  let isOurs = false;
  for (const progress of await store.sync.feeds()) {
    const receipt = file.receipts.find(({ feed }) => feed === progress.feed);
    if (!receipt) continue;
    const epoch = known?.epoch ?? receipt.epoch;
    const checked = await checkReceipt(store, identity, progress, receipt, epoch, file.refused);
    if (!checked.ok) return checked;
    isOurs = true;
    if (receipt.seq <= progress.confirmed && progress.receipt) continue;
    const noted = await store.sync.confirm({ receipt, refused: checked.value, atMs: nowMs() });
    if (!noted.ok) return noted;
    entries += Math.max(0, receipt.seq - progress.confirmed);
    refused += checked.value.length;
  }
  const waiting = new Set((await store.photos.listUnsent()).map(({ sha256 }) => sha256));
  for (const receipt of file.photos) {
    if (!waiting.has(receipt.sha256)) continue;
    const verified = await verifyPhotoReceipt(receipt, { identity, sha256: receipt.sha256 });
    if (!verified.ok) return verified;
    const noted = await store.sync.photoSent(receipt, nowMs());
    if (!noted.ok) return noted;
    isOurs = true;
    photos += 1;
  }
  if (!isOurs) return err({ kind: 'receipt/not-yours' });
  const epoch = file.receipts[0]?.epoch;
  // A laptop that never met the server learns from its receipts which database they speak of.
  if (!known && epoch !== undefined) {
    const begun = await store.sync.takeIn({ entries: [], epoch, cursor: 0, atMs: nowMs() });
    if (!begun.ok) return begun;
  }
  return ok({ entries, photos, refused });
}

/** What of a feed was refused and not heard of before, where the receipt is one for the work that lies here. */
async function checkReceipt(
  store: ReceiptLoader['store'],
  identity: Identity,
  { feed, confirmed, last }: FeedProgress,
  receipt: Receipt,
  epoch: string,
  told: ReceiptsFile['refused'],
) {
  const verified = await verifyReceipt(receipt, { identity, epoch, feed });
  if (!verified.ok) return verified;
  const { seq } = receipt;
  const [entry] = await store.sync.entriesFrom(feed, seq, 1);
  if (seq > last || !entry || entryHash(entry) !== receipt.hash) return wrong('hash');
  const isRefused = readRanges(receipt.refused);
  const fresh = told.filter(
    (one) => one.feed === feed && one.seq > confirmed && isRefused(one.seq),
  );
  const seqs = new Set(fresh.map((one) => one.seq));
  // A refused entry that is not told of would look as if it were safe.
  for (let number = confirmed + 1; number <= seq; number += 1) {
    if (isRefused(number) && !seqs.has(number)) return wrong('refused');
  }
  return ok([...new Map(fresh.map(({ seq: at, failure }) => [at, { seq: at, failure }])).values()]);
}

function wrong(problem: string): Result<never, Failure> {
  return err({ kind: 'sync/wrong-receipt', problem });
}

async function readWhole(
  desktop: Desktop,
  file: { readonly handle: string; readonly bytes: number },
): Promise<Result<ReceiptsFile, Failure>> {
  if (file.bytes > MAX_RECEIPTS_BYTES) return err({ kind: 'receipt/not-a-receipt' });
  const parts: Uint8Array<ArrayBuffer>[] = [];
  try {
    for await (const chunk of readFileChunks(desktop, file)) parts.push(new Uint8Array(chunk));
  } catch (error) {
    if (error instanceof BundleRefusal) return err(error.failure);
    throw error;
  }
  const receipts = readReceiptsFile(await new Blob(parts).text());
  return receipts ? ok(receipts) : err({ kind: 'receipt/not-a-receipt' });
}
