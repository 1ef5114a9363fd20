import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Hex } from '#shared/core/hash.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import {
  emptyTree,
  growTree,
  proveNumbers,
  rootFromProof,
  treeRoot,
} from '#shared/records/feed-tree.ts';

const leaves = fc
  .integer({ min: 1, max: 70 })
  .map((count) => Array.from({ length: count }, (_, at) => sha256Hex(`entry ${at + 1}`)));

/** Leaves, and the numbers of some of them. */
const someOf = leaves.chain((hashes) =>
  fc.record({
    hashes: fc.constant(hashes),
    numbers: fc
      .uniqueArray(fc.integer({ min: 1, max: hashes.length }), { minLength: 1 })
      .map((numbers) => numbers.toSorted((a, b) => a - b)),
  }),
);

function rootOf(hashes: readonly Sha256[]): Sha256 | undefined {
  return treeRoot(growTree(emptyTree, hashes));
}

function heldOf(hashes: readonly Sha256[], numbers: readonly number[]) {
  return new Map(numbers.map((number) => [number, hashes[number - 1] ?? sha256Hex('')]));
}

/** The root as RFC 6962 (2.1) defines it, from its own words. */
function rootByDefinition(hashes: readonly Sha256[]): Sha256 {
  const [first = sha256Hex('')] = hashes;
  if (hashes.length <= 1) return first;
  const left = 2 ** Math.floor(Math.log2(hashes.length - 1));
  const halves = [hashes.slice(0, left), hashes.slice(left)].map(rootByDefinition);
  return sha256Hex(`bazarnegar tree ${halves[0]} ${halves[1]}`);
}

test('a tree has the root of the definition, however its leaves came', () => {
  fc.assert(
    fc.property(leaves, fc.nat(), (hashes, where) => {
      const cut = where % (hashes.length + 1);
      const half = growTree(emptyTree, hashes.slice(0, cut));
      expect(treeRoot(growTree(half, hashes.slice(cut)))).toBe(rootByDefinition(hashes));
    }),
  );
});

test('any entries are shown to be in it, by the roots of the subtrees without them', () => {
  fc.assert(
    fc.property(someOf, ({ hashes, numbers }) => {
      const proof = proveNumbers(hashes, numbers);
      expect(rootFromProof(hashes.length, heldOf(hashes, numbers), proof)).toBe(rootOf(hashes));
      // A path of seven for one of seventy, and nothing where all are shown.
      expect(proof.length).toBeLessThanOrEqual(
        numbers.length === hashes.length ? 0 : 7 * numbers.length,
      );
    }),
  );
});

test('another entry, another number or another proof makes another root or none', () => {
  fc.assert(
    fc.property(someOf, fc.nat(), ({ hashes, numbers }, where) => {
      const proof = proveNumbers(hashes, numbers);
      const held = heldOf(hashes, numbers);
      const [at = 1] = [numbers[where % numbers.length]];
      const root = rootOf(hashes);
      const forged = new Map([...held, [at, sha256Hex('forged')]]);
      expect(rootFromProof(hashes.length, forged, proof)).not.toBe(root);
      expect(rootFromProof(hashes.length, held, [...proof, sha256Hex('more')])).toBeUndefined();
      const moved = new Map([...held].map(([number, hash]) => [number + 1, hash]));
      expect(rootFromProof(hashes.length, moved, proof)).not.toBe(root);
      const less =
        proof.length > 0 ? rootFromProof(hashes.length, held, proof.slice(1)) : undefined;
      expect(less).toBeUndefined();
    }),
  );
});
