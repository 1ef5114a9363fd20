import { sha256Hex } from '#shared/core/hash.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import { nextBatch } from '#shared/sync/batch.ts';
import { hashFeedForSegment } from '#shared/sync/segment.ts';
import type { FeedProgress } from '../db/stores.ts';
import { gzip } from './gzip.ts';
import type { SyncContext } from './sync-context.ts';

/** A batch ready to be sent: the bytes of its segment under their name, which numbers of its feed it carries, and their hashes. */
export interface Parcel {
  readonly first: number;
  readonly last: number;
  readonly hashes: readonly Sha256[];
  readonly name: Sha256;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The receipt that the last of them had, from before the server lost them. */
  readonly coveredBy?: Receipt | undefined;
}

/**
 * Makes the batch of at most `limit` entries that begins at `seq` ready; undefined behind the last entry of the feed, and where
 * that entry is missing.
 */
export async function makeParcel(
  { store, identity }: Pick<SyncContext, 'store' | 'identity'>,
  { feed, last }: FeedProgress,
  seq: number,
  limit: number,
): Promise<Parcel | undefined> {
  if (seq > last) return undefined;
  const entries = await store.sync.entriesFrom(feed, seq, limit);
  if (entries.length === 0) return undefined;
  let hashed = hashFeedForSegment(entries);
  let coveredBy: Receipt | undefined;
  let batch = nextBatch(identity.project, hashed, limit);
  // What the server once had goes as far as it went when it was sent first: by the hash there it can tell what it had taken.
  const before = await store.sync.receiptWithin(feed, seq, seq + batch.count - 1);
  if (before) {
    hashed = hashed.slice(0, before.seq - seq + 1);
    batch = nextBatch(identity.project, hashed, limit);
    coveredBy = before;
  }
  const { layout, count } = batch;
  const bytes = await gzip(layout);
  const hashes = hashed.slice(0, count).map(({ hash }) => hash);
  return { first: seq, last: seq + count - 1, hashes, name: sha256Hex(bytes), bytes, coveredBy };
}
