import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { rootFromProof } from '#shared/records/feed-tree.ts';
import type { SignedHead, SignedRoot } from '#shared/records/signed-head.ts';
import { headText, treeText } from '#shared/records/signed-head.ts';
import type { PushResponse } from '#shared/sync/http-api.ts';
import type { Account } from '../store/account-store.ts';
import { findAccountByPerson } from '../store/account-store.ts';
import { readIssuer } from '../store/issuer-store.ts';
import type { SigningAuthor } from './devices.ts';
import { authorOfDevice } from './devices.ts';
import { registerSigner } from './enrolments.ts';
import { hashText } from './hash-text.ts';
import type { PushDeps } from './push-entries.ts';
import { ownReceipt, pushEntries } from './push-entries.ts';
import type { ReceivedPush } from './read-push.ts';
import { isOwnTree } from './sign-receipts.ts';
import { verifySignature } from './verify-signature.ts';

/** What a push says its device signed; `proof`: that its entries are in the tree, where they end before the head. */
export interface PushClaim {
  readonly head: SignedHead;
  readonly root?: SignedRoot | undefined;
  readonly proof?: readonly Sha256[] | undefined;
}

/**
 * Takes in a batch that ends with a signed head, or lies before one: whoever brings it, it is the work of the signing device's person, and
 * judged as theirs. A laptop may so hand on the feeds of others.
 */
export async function pushSigned(
  deps: PushDeps,
  { project }: Pick<Account, 'project'>,
  push: ReceivedPush,
  claim: PushClaim,
): Promise<Result<PushResponse, Failure>> {
  const { head, root } = claim;
  const isSigned = isOfBatch(push, claim) && (await areSigned(project, claim));
  if (!isSigned) return err({ kind: 'device/wrong-signature', feed: push.feed });
  const isVouched = await isVouchedFor(deps, push, claim);
  const author = await findAuthor(deps, project, push, head, isVouched);
  if (!author.ok) return author;
  const { account, refusal } = author.value;
  return pushEntries(deps, account, push, { head, root, refusal, isVouched });
}

/** Whether the batch ends with the head, or the proof places each of its entries in the tree. */
function isOfBatch({ feed, entries }: ReceivedPush, { head, root, proof }: PushClaim): boolean {
  if (head.feed !== feed) return false;
  if (!proof) {
    const last = entries.at(-1);
    return head.seq === last?.seq && head.hash === last.hash;
  }
  const held = new Map(entries.map(({ seq, hash }) => [seq, hash]));
  return root !== undefined && rootFromProof(head.seq, held, proof, hashText) === root.root;
}

async function areSigned(project: Account['project'], { head, root }: PushClaim): Promise<boolean> {
  const isHead = await verifySignature(head.device, headText(project, head), head.signature);
  if (!isHead || !root) return isHead;
  return verifySignature(head.device, treeText(project, head, root.root), root.signature);
}

/** Whether this server once signed that it held exactly these entries of exactly this device. */
async function isVouchedFor(
  { db }: PushDeps,
  push: ReceivedPush,
  { head, root }: PushClaim,
): Promise<boolean> {
  if (root?.vouched === undefined) return false;
  const receipt = await ownReceipt(db, push);
  if (receipt?.seq !== head.seq || receipt.hash !== head.hash) return false;
  const { keys } = await readIssuer(db);
  return isOwnTree(keys, receipt, { ...root, device: head.device });
}

/**
 * Whose work it is. A device that was registered after the back-up was made is unknown to a restored server: what the server
 * had vouched for is taken all the same, as the work of the person who wrote it, whom it had judged then. The device stays unknown.
 */
async function findAuthor(
  deps: PushDeps,
  project: Account['project'],
  { entries }: ReceivedPush,
  { device, certificate }: SignedHead,
  isVouched: boolean,
): Promise<Result<SigningAuthor, Failure>> {
  const signer = await registerSigner(deps, project, device, certificate ?? null);
  if (signer.ok) return authorOfDevice(deps.db, project, device);
  const [first] = entries;
  if (!isVouched || !first?.parsed.ok) return signer;
  const account = await findAccountByPerson(deps.db, project, first.parsed.value.author);
  return account ? ok({ account, refusal: undefined }) : signer;
}
