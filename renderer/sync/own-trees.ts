import type { FeedId, Sha256 } from '#shared/core/ids.ts';
import { entryHash } from '#shared/records/entry.ts';
import type { FeedTree } from '#shared/records/feed-tree.ts';
import { emptyTree, growTree, treeRoot } from '#shared/records/feed-tree.ts';
import type { Parcel } from './make-parcel.ts';
import type { SyncedStore } from './sync-context.ts';

/** The trees over the feeds of this laptop, as far as they were sent since the app was opened. */
export interface OwnTrees {
  /** The root of the tree up to the end of a parcel; undefined where something before it is not here any more. */
  rootAfter(feed: FeedId, parcel: Pick<Parcel, 'first' | 'hashes'>): Promise<Sha256 | undefined>;
}

const READ_AT_ONCE = 500;

/** Trees that grow with what is sent; what was sent before is read once, when the first parcel of a feed goes. */
export function createOwnTrees({ sync }: Pick<SyncedStore, 'sync'>): OwnTrees {
  // The tree before the last parcel of each feed, and after it: one that is sent again may be smaller.
  const known = new Map<FeedId, readonly FeedTree[]>();

  /** The tree over the first `size` entries. */
  async function treeOf(feed: FeedId, size: number): Promise<FeedTree | undefined> {
    const from = (known.get(feed) ?? []).findLast((tree) => tree.size <= size) ?? emptyTree;
    let tree = from;
    while (tree.size < size) {
      const count = Math.min(READ_AT_ONCE, size - tree.size);
      const hashes = await hashesFrom(feed, tree.size + 1, count);
      if (!hashes) return undefined;
      tree = growTree(tree, hashes);
    }
    return tree;
  }

  /** Each entry says the hash of the one before it: only the last is hashed. */
  async function hashesFrom(
    feed: FeedId,
    first: number,
    count: number,
  ): Promise<readonly Sha256[] | undefined> {
    const entries = await sync.entriesFrom(feed, first, count);
    if (entries.length < count) return undefined;
    return entries.map((entry, at) => entries[at + 1]?.prev ?? entryHash(entry));
  }

  return {
    async rootAfter(feed, { first, hashes }) {
      const before = await treeOf(feed, first - 1);
      if (!before) return undefined;
      const after = growTree(before, hashes);
      known.set(feed, [before, after]);
      return treeRoot(after);
    },
  };
}
