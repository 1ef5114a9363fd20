import type { FeedId, PersonId, ProjectId, Sha256 } from '#shared/core/ids.ts';
import { rootFromProof } from '#shared/records/feed-tree.ts';
import type { SignedHead } from '#shared/records/signed-head.ts';
import { headText, treeText } from '#shared/records/signed-head.ts';
import type { FeedEvidence } from '#shared/sync/proof-api.ts';
import { verifySignature } from './device-keys.ts';
import type { FeedProof, ProofProblem } from './feed-proofs.ts';

/** What of an entry is proved: who wrote it, its hash, and the hash that it follows. */
export interface HeldLink {
  readonly author: PersonId;
  readonly hash: Sha256;
  readonly prev: Sha256;
}

/** Entries of a feed that are to be proved, by their numbers in rising order; `load` reads and hashes those that a signature may cover. */
export interface Claim {
  readonly feed: FeedId;
  readonly person: PersonId;
  readonly numbers: readonly number[];
  readonly load: (numbers: readonly number[]) => Promise<ReadonlyMap<number, HeldLink>>;
}

/** What came of it: numbers that are proved, that nothing signed covers, and what does not fit. */
export interface Finding {
  readonly proved: readonly number[];
  readonly unproved: readonly number[];
  readonly problem: Pick<ProofProblem, 'kind' | 'device'> | undefined;
  /** Those the problem is about. */
  readonly wrong: readonly number[];
  /** Some of those are wrong; which of them is found by asking for fewer. */
  readonly isUnclear: boolean;
}

/** What a claim is held against, beside the evidence itself. */
export interface Standard {
  readonly project: ProjectId;
  readonly epoch: string;
  readonly known: Pick<FeedProof, 'device' | 'evidence'> | undefined;
  /** Whose key it was when this laptop met it first, in whatever feed. */
  readonly ownerOf: (device: SignedHead['device']) => PersonId | undefined;
  /** Numbers up to here may be here before the server has them: they came by stick, or it was restored. */
  readonly aheadUpTo: number;
}

/** Whether entries are those that the laptop of their author signed. */
export async function checkEvidence(
  standard: Standard,
  claim: Claim,
  { head, tree, proof }: FeedEvidence,
): Promise<Finding> {
  const { numbers } = claim;
  function all(kind: ProofProblem['kind'], device: ProofProblem['device'] = null): Finding {
    return { ...none, problem: { kind, device }, wrong: numbers };
  }

  const before = standard.known?.evidence;
  const isSameDatabase = before?.epoch === standard.epoch;
  if (!head) {
    const isGone = before && isSameDatabase;
    return isGone ? all('went-back') : { ...none, unproved: numbers };
  }
  if (!(await isSigned(standard, claim, head, tree))) return all('changed');
  const pinned = standard.known?.device ?? head.device;
  if (head.device !== pinned) return all('other-device', head.device);
  if (before && isSameDatabase && head.seq < before.head.seq) return all('went-back');
  const covered = numbers.filter((number) => number <= head.seq);
  const beyond = numbers.filter((number) => number > head.seq);
  const found = tree
    ? await byTree(claim, covered, head.seq, tree.root, proof)
    : await byChain(claim, covered, head);
  const tail = beyond.filter((number) => number > standard.aheadUpTo);
  if (found.problem || tail.length === 0) {
    return { ...found, unproved: [...found.unproved, ...beyond] };
  }
  return { ...found, problem: { kind: 'unsigned', device: null }, wrong: tail };
}

const none: Finding = {
  proved: [],
  unproved: [],
  problem: undefined,
  wrong: [],
  isUnclear: false,
};

/** Whether head and root are of the device they name, and that is no device of somebody else. */
async function isSigned(
  { project, ownerOf }: Standard,
  { feed, person }: Claim,
  head: SignedHead,
  tree: FeedEvidence['tree'],
): Promise<boolean> {
  const owner = ownerOf(head.device) ?? person;
  if (head.feed !== feed || owner !== person) return false;
  if (!(await verifySignature(head.device, headText(project, head), head.signature))) return false;
  if (!tree) return true;
  return verifySignature(head.device, treeText(project, head, tree.root), tree.signature);
}

async function byTree(
  { person, load }: Claim,
  numbers: readonly number[],
  size: number,
  root: Sha256,
  proof: FeedEvidence['proof'],
): Promise<Finding> {
  if (numbers.length === 0) return none;
  const links = await load(numbers);
  const held = new Map([...links].map(([number, { hash }]) => [number, hash]));
  const isTheirs = [...links.values()].every(({ author }) => author === person);
  return isTheirs && rootFromProof(size, held, proof) === root
    ? { ...none, proved: numbers }
    : { ...none, problem: { kind: 'changed', device: null }, wrong: numbers, isUnclear: true };
}

/**
 * A laptop of before trees signed the last entry alone: what leads to it without a gap is proved by the chain, and what stands before a gap by
 * nothing.
 */
async function byChain(
  { person, load }: Claim,
  numbers: readonly number[],
  head: SignedHead,
): Promise<Finding> {
  const isAsked = new Set(numbers);
  const run: number[] = [];
  for (let seq = head.seq; isAsked.has(seq); seq -= 1) run.push(seq);
  const links = await load(run.toReversed());
  const proved: number[] = [];
  let next: Sha256 = head.hash;
  for (const seq of run) {
    const link = links.get(seq);
    if (link?.hash !== next || link.author !== person) {
      const unproved = numbers.filter((number) => number < seq);
      return {
        ...none,
        proved,
        unproved,
        problem: { kind: 'changed', device: null },
        wrong: [seq],
      };
    }
    proved.push(seq);
    next = link.prev;
  }
  const isProved = new Set(proved);
  return { ...none, proved, unproved: numbers.filter((number) => !isProved.has(number)) };
}
