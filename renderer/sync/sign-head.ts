import type { FeedId } from '#shared/core/ids.ts';
import type { SignedHead } from '#shared/records/signed-head.ts';
import { headText } from '#shared/records/signed-head.ts';
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
