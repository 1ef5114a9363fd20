import type { FeedId } from '#shared/core/ids.ts';
import type { SignedHead } from '#shared/records/signed-head.ts';
import { headText, treeText } from '#shared/records/signed-head.ts';
import type { SignedPush } from './http-transport.ts';
import type { Parcel } from './make-parcel.ts';
import type { SyncContext } from './sync-context.ts';

/** The head a batch ends with, signed by this laptop; undefined where it does not sign. */
export async function signHead(
  { device, identity }: Pick<SyncContext, 'device' | 'identity'>,
  feed: FeedId,
  { last, hashes }: Pick<Parcel, 'last' | 'hashes'>,
): Promise<SignedHead | undefined> {
  const hash = hashes.at(-1);
  if (!device || hash === undefined) return undefined;
  const head = { feed, seq: last, hash };
  const signature = await device.sign(headText(identity.project, head));
  return { ...head, device: device.device, signature };
}

/** The same with the root of the tree over the feed up to there: so those who may read only some entries of it can prove them. */
export async function signPush(
  context: Pick<SyncContext, 'device' | 'identity' | 'trees'>,
  feed: FeedId,
  parcel: Pick<Parcel, 'first' | 'last' | 'hashes'>,
): Promise<SignedPush | undefined> {
  const { device, identity, trees } = context;
  const head = await signHead(context, feed, parcel);
  if (!device || !head) return undefined;
  const root = await trees.rootAfter(feed, parcel);
  if (root === undefined) return { head };
  const signature = await device.sign(treeText(identity.project, head, root));
  return { head, root: { root, signature } };
}
