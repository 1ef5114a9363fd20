import { sha256Hex } from '../core/hash.ts';
import type { Sha256 } from '../core/ids.ts';

/**
 * The hashes of a feed's entries as the leaves of a binary tree, in order, shaped as in RFC 6962 (2.1). A device signs its root:
 * who may read only some entries of a feed can so be shown, by a few hashes for all the others, that the device wrote these,
 * under these numbers. The size is to be signed with the root, which does not say it. (The chain of the entries cannot do that: the hash of an entry that is not shown says nothing of what it follows.)
 * `peaks`: the roots of the whole subtrees from left to right, one for each bit of `size`.
 */
export interface FeedTree {
  readonly size: number;
  readonly peaks: readonly Sha256[];
}

/** The host's own SHA-256 of a text, where it has a faster one. */
export type HashText = (text: string) => Sha256;

/** The tree of a feed to which nothing was written yet. */
export const emptyTree: FeedTree = { size: 0, peaks: [] };

/** The tree with the hashes of the entries that follow. */
export function growTree(
  tree: FeedTree,
  hashes: Iterable<Sha256>,
  hashOf: HashText = sha256Hex,
): FeedTree {
  const peaks = [...tree.peaks];
  let { size } = tree;
  for (const leaf of hashes) {
    let node = leaf;
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
      const left = peaks.pop();
      if (left !== undefined) node = join(left, node, hashOf);
    }
    peaks.push(node);
    size += 1;
  }
  return { size, peaks };
}

/** The root of a tree; undefined for an empty one. */
export function treeRoot({ peaks }: FeedTree, hashOf: HashText = sha256Hex): Sha256 | undefined {
  const [last, ...before] = peaks.toReversed();
  return last && before.reduce((right, left) => join(left, right, hashOf), last);
}

/**
 * What shows that some entries are in the tree over `hashes`: the roots of the largest subtrees without any of them, from left to
 * right. `numbers`: those entries, by their numbers from 1, in rising order.
 */
export function proveNumbers(
  hashes: readonly Sha256[],
  numbers: readonly number[],
  hashOf: HashText = sha256Hex,
): readonly Sha256[] {
  const proof: Sha256[] = [];
  function visit(from: number, size: number, inside: readonly number[]): void {
    if (inside.length === 0) {
      const root = treeRoot(growTree(emptyTree, hashes.slice(from, from + size), hashOf), hashOf);
      if (root !== undefined) proof.push(root);
      return;
    }
    if (size === 1) return;
    const { left, low, high } = split(from, size, inside);
    visit(from, left, low);
    visit(from + left, size - left, high);
  }
  visit(0, hashes.length, numbers);
  return proof;
}

/**
 * The root of a tree of `size` in which `held` are, by their numbers from 1, and `proof` stands for all others; undefined where
 * it does not fit them.
 */
export function rootFromProof(
  size: number,
  held: ReadonlyMap<number, Sha256>,
  proof: readonly Sha256[],
  hashOf: HashText = sha256Hex,
): Sha256 | undefined {
  let used = 0;
  function visit(from: number, span: number, inside: readonly number[]): Sha256 | undefined {
    if (inside.length === 0) return proof[used++];
    if (span === 1) return held.get(from + 1);
    const { left, low, high } = split(from, span, inside);
    const [one, other] = [visit(from, left, low), visit(from + left, span - left, high)];
    return one && other && join(one, other, hashOf);
  }
  const numbers = [...held.keys()].toSorted((a, b) => a - b);
  if (numbers.some((number) => number < 1 || number > size)) return undefined;
  const root = visit(0, size, numbers);
  return used === proof.length ? root : undefined;
}

/** The two halves of a subtree: the left one is the largest power of two that is less than the whole. */
function split(from: number, size: number, numbers: readonly number[]) {
  let left = 1;
  while (left * 2 < size) left *= 2;
  const at = numbers.findIndex((number) => number > from + left);
  const cut = at < 0 ? numbers.length : at;
  return { left, low: numbers.slice(0, cut), high: numbers.slice(cut) };
}

// No canonical JSON of an entry begins so: a node can never be passed off as an entry.
function join(left: Sha256, right: Sha256, hashOf: HashText): Sha256 {
  return hashOf(`bazarnegar tree ${left} ${right}`);
}
