import type { FeedId, Sha256 } from '../core/ids.ts';
import type { FailureOf } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { Stamp } from '../core/stamp.ts';
import { nextStamp } from '../core/stamp.ts';
import type { Entry } from './entry.ts';
import { entryHash, feedGenesis } from './entry.ts';

/** Where a feed stands: its last entry's number and hash (0 and the genesis when it is empty). */
export interface FeedHead {
  readonly feed: FeedId;
  readonly seq: number;
  readonly hash: Sha256;
}

/** What an author states of an act; number, chain and stamp are added when it is appended. */
export type Act = Pick<Entry, 'author' | 'record' | 'kind' | 'form' | 'set' | 'base' | 'why'>;

/** The head of a feed nothing was written to yet. */
export function emptyFeed(feed: FeedId): FeedHead {
  return { feed, seq: 0, hash: feedGenesis(feed) };
}

/** The next entry of a feed, with the head after it. `latest` is the greatest stamp the device has seen. */
export function appendAct(
  head: FeedHead,
  act: Act,
  clock: { readonly nowMs: number; readonly latest: Stamp | undefined },
): { readonly entry: Entry; readonly head: FeedHead } {
  // In the order of canonical JSON: everybody who hashes it later finds it so.
  const entry: Entry = {
    author: act.author,
    base: inOrder(act.base),
    feed: head.feed,
    form: act.form,
    kind: act.kind,
    prev: head.hash,
    record: act.record,
    seq: head.seq + 1,
    set: inOrder(act.set),
    stamp: nextStamp(clock.latest, clock.nowMs, head.feed),
    ...(act.why === undefined ? {} : { why: act.why }),
  };
  return { entry, head: { feed: head.feed, seq: entry.seq, hash: entryHash(entry) } };
}

function inOrder<T>(members: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(members).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Extends a feed by entries that claim to follow its head, in order. Fails with `sync/gap` where a number is missing
 * and `sync/broken-chain` where an entry does not carry the hash of the one before it; entries before it stand.
 */
export function followFeed(
  head: FeedHead,
  entries: readonly Entry[],
): Result<FeedHead, FailureOf<'sync/gap' | 'sync/broken-chain'>> {
  let at = head;
  for (const entry of entries) {
    if (entry.feed !== head.feed || entry.seq !== at.seq + 1) {
      return err({ kind: 'sync/gap', feed: head.feed, expectedSeq: at.seq + 1 });
    }
    if (entry.prev !== at.hash) {
      return err({ kind: 'sync/broken-chain', feed: head.feed, seq: entry.seq });
    }
    at = { feed: head.feed, seq: entry.seq, hash: entryHash(entry) };
  }
  return ok(at);
}
