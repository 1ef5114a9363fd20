import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err } from '#shared/core/result.ts';
import type { SignedHead } from '#shared/records/signed-head.ts';
import { headText } from '#shared/records/signed-head.ts';
import type { PushResponse } from '#shared/sync/http-api.ts';
import type { Account } from '../store/account-store.ts';
import { authorOfDevice } from './devices.ts';
import { registerSigner } from './enrolments.ts';
import type { PushDeps } from './push-entries.ts';
import { pushEntries } from './push-entries.ts';
import type { ReceivedPush } from './read-push.ts';
import { verifySignature } from './verify-signature.ts';

/**
 * Takes in a batch that ends with a signed head: whoever brings it, it is the work of the signing device's person, and judged as
 * theirs. A laptop may so hand on the feeds of others.
 */
export async function pushSigned(
  deps: PushDeps,
  carrier: Pick<Account, 'project'>,
  push: ReceivedPush,
  head: SignedHead,
): Promise<Result<PushResponse, Failure>> {
  const last = push.entries.at(-1);
  const isOfBatch = head.feed === push.feed && head.seq === last?.seq && head.hash === last.hash;
  const isSigned =
    isOfBatch &&
    (await verifySignature(head.device, headText(carrier.project, head), head.signature));
  if (!isSigned) return err({ kind: 'device/wrong-signature', feed: push.feed });
  const signer = await registerSigner(deps, carrier.project, head.device, head.certificate ?? null);
  if (!signer.ok) return signer;
  const author = await authorOfDevice(deps.db, carrier.project, head.device);
  if (!author.ok) return author;
  const { account, refusal } = author.value;
  return pushEntries(deps, account, push, { head, refusal });
}
