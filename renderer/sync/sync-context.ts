import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err } from '#shared/core/result.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { LocalStore } from '../db/stores.ts';
import type { BatchSize } from './batch-size.ts';
import type { DeviceKeys } from './device-keys.ts';
import type { Transport } from './http-transport.ts';
import type { LinkPace } from './link-pace.ts';
import type { OwnTrees } from './own-trees.ts';
import type { SyncProgress } from './sync-state.ts';

/** A failure, or that a person stopped the sync. */
export type SyncStop = Failure | { readonly kind: 'sync/cancelled' };

/** What sync uses of the store. */
export type SyncedStore = Pick<
  LocalStore,
  'sync' | 'photos' | 'identity' | 'setIdentity' | 'health' | 'settings'
>;

/** What one sync works with, from its first exchange to its last. */
export interface SyncContext {
  readonly store: SyncedStore;
  /** What this laptop signs with; undefined where it or the server knows no signatures. */
  readonly device: DeviceKeys | undefined;
  readonly trees: OwnTrees;
  readonly transport: Transport;
  readonly identity: Identity;
  /** How many entries are sent, and asked for, at once. */
  readonly pushSize: BatchSize;
  readonly pullSize: BatchSize;
  readonly pace: LinkPace;
  readonly nowMs: () => number;
  readonly tell: (progress: SyncProgress) => void;
  /** Ends the sync; an exchange under way is given up. */
  readonly signal: AbortSignal;
  readonly epoch: EpochWatch;
  /** What a person is to hear of though the sync goes on. */
  readonly told: Failure[];
}

/**
 * Watches which database the server speaks from. One that was restored from a backup says another epoch: it may have
 * forgotten what it confirmed, and numbers its entries anew.
 */
export interface EpochWatch {
  /** The epoch of the answers so far; undefined before the first answer ever. */
  current(): string | undefined;
  /** True where an answer comes from another database than the one that is known. */
  isNew(epoch: string): boolean;
  adopt(epoch: string): void;
  /** True once another epoch was adopted in this sync: the server may lack photos it had. */
  wasAdopted(): boolean;
}

export function createEpochWatch(known: string | undefined): EpochWatch {
  let current = known;
  let wasAdopted = false;
  return {
    current: () => current,
    isNew: (epoch) => epoch !== current,
    adopt(epoch) {
      current = epoch;
      wasAdopted = true;
    },
    wasAdopted: () => wasAdopted,
  };
}

/**
 * The outcome of an exchange, or that the sync was stopped meanwhile, by a person or by an index that fell behind. Nobody
 * waits for an exchange that is given up: what it still does at the server may be done again without harm.
 */
export async function unlessStopped<T>(
  context: Pick<SyncContext, 'signal' | 'store'>,
  exchange: Promise<Result<T, Failure>>,
): Promise<Result<T, SyncStop>> {
  const { signal } = context;
  const done = new AbortController();
  const stopped = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { signal: done.signal });
    if (signal.aborted) resolve(undefined);
  });
  const outcome = await Promise.race([stopped, exchange]);
  done.abort();
  if (!outcome || signal.aborted) return err({ kind: 'sync/cancelled' });
  return indexLag(context) ?? outcome;
}

/**
 * The failure of an index that is behind the journal; undefined for one that is not. What such an index says of the feeds
 * and the cursor is old: sync would call old numbers confirmed, and ask for one page for ever.
 */
export function indexLag({
  store,
}: Pick<SyncContext, 'store'>): Result<never, Failure> | undefined {
  return store.health().isIndexBehind
    ? err({ kind: 'index/write-failed', detail: 'the index is behind the journal' })
    : undefined;
}

/** How a part of a sync ended well: `again` because the server's database or the own feed is another one than before. */
export type PartEnd = 'done' | 'again';
