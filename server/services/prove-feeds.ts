import type { FeedId } from '#shared/core/ids.ts';
import { proveNumbers } from '#shared/records/feed-tree.ts';
import { listRanges } from '#shared/records/receipt.ts';
import type { FeedEvidence, ProofAnswer, ProofQuestion } from '#shared/sync/proof-api.ts';
import type { Account } from '../store/account-store.ts';
import { feedHashes, findSigned } from '../store/feed-store.ts';
import { readIssuer } from '../store/issuer-store.ts';
import { hashText } from './hash-text.ts';
import type { PullDeps } from './pull-entries.ts';
import { feedState } from './pull-entries.ts';
import { signTree } from './sign-receipts.ts';

/** What the server has to show for entries that an account read: who signed them, without the entries that it may not read. */
export async function proveFeeds(
  deps: PullDeps,
  account: Account,
  { feeds }: ProofQuestion,
): Promise<ProofAnswer> {
  const { epoch } = await readIssuer(deps.db);
  const shown: FeedEvidence[] = [];
  for (const { feed, numbers } of feeds) shown.push(await evidence(deps, account, feed, numbers));
  return { epoch, feeds: shown };
}

async function evidence(
  deps: PullDeps,
  account: Account,
  feed: FeedId,
  numbers: string,
): Promise<FeedEvidence> {
  const { db } = deps;
  const { project } = account;
  // First: the receipt is then for as much or more.
  const signed = await findSigned(db, project, feed);
  const { receipt } = await feedState(deps, account, feed);
  // One that says nothing is for a feed of which this account reads nothing.
  const { head, tree } = receipt.seq > 0 ? signed : { head: null, tree: null };
  if (!head || !tree) return { feed, head, tree: null, proof: [], receipt };
  const hashes = await feedHashes(db, project, feed, head.seq);
  const proof = proveNumbers(hashes, listRanges(numbers, head.seq), hashText);
  const { keys } = await readIssuer(db);
  const isForHead = receipt.seq === head.seq && receipt.hash === head.hash;
  const { root } = tree;
  const vouched = isForHead && {
    vouched: signTree(keys, receipt, { root, device: head.device }),
  };
  return { feed, head, tree: { ...tree, ...vouched }, proof, receipt };
}
