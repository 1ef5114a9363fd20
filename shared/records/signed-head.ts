import { z } from 'zod';
import type { DeviceKey } from '../core/device-key.ts';
import { deviceKeySchema, deviceSignatureSchema } from '../core/device-key.ts';
import type { ProjectId } from '../core/ids.ts';
import type { Sha256 } from '../core/ids.ts';
import { feedIdSchema, sha256Schema } from '../core/ids.ts';
import { canonicalJson } from '../core/json.ts';
import type { FeedHead } from './feed.ts';

/** A device's key, signed with the key of the enrolment it was made in: how a device is known that the server never met. */
export interface Certificate {
  readonly enrolment: DeviceKey;
  readonly signature: string;
}

/**
 * The head of a feed, signed by the device it is written on. The chain carries the signature to every entry up to it,
 * so whoever hands the entries on cannot change, leave out or add one. `signature`: Ed25519 over `headText`, in hex.
 */
export interface SignedHead extends FeedHead {
  readonly device: DeviceKey;
  readonly signature: string;
  /** Of a device that came into the team without a network: whoever hands its work on shows it. */
  readonly certificate?: Certificate;
}

/**
 * The root of the tree over a feed's entries up to the number of a head (`feed-tree.ts`), signed by the same device. `signature`: Ed25519 over
 * `treeText`, in hex. `vouched`: the server's own signature over `treeReceiptText` for its receipt for that head, in base64url: with it the
 * server knows again, after it was restored, entries that it had.
 */
export interface SignedRoot {
  readonly root: Sha256;
  readonly signature: string;
  readonly vouched?: string;
}

/** Parses a certificate; its signature is not looked at. */
export const certificateSchema: z.ZodType<Certificate> = z.strictObject({
  enrolment: deviceKeySchema,
  signature: deviceSignatureSchema,
});

/** Parses a signed head; its signature is not looked at. */
export const signedHeadSchema: z.ZodType<SignedHead> = z.strictObject({
  feed: feedIdSchema,
  seq: z.int().positive(),
  hash: sha256Schema,
  device: deviceKeySchema,
  signature: deviceSignatureSchema,
  certificate: z.exactOptional(certificateSchema),
});

/** Parses a signed root; its signature is not looked at. */
export const signedRootSchema: z.ZodType<SignedRoot> = z.strictObject({
  root: sha256Schema,
  signature: deviceSignatureSchema,
  vouched: z.exactOptional(z.string().regex(/^[A-Za-z0-9_-]{86}$/)),
});

/** The text a device signs for the head of a feed: it names what it is and its version, so that it can stand for nothing else. */
export function headText(project: ProjectId, { feed, seq, hash }: FeedHead): string {
  return canonicalJson({ is: 'bazarnegar head', version: 1, project, feed, seq, hash });
}

/** The text an enrolment signs for the key of the one device that was enrolled with it. */
export function certificateText(project: ProjectId, device: DeviceKey): string {
  return canonicalJson({ is: 'bazarnegar device', version: 1, project, device });
}

/** The text a device signs for the tree over a feed up to a number. */
export function treeText(
  project: ProjectId,
  { feed, seq }: Pick<FeedHead, 'feed' | 'seq'>,
  root: Sha256,
): string {
  return canonicalJson({ is: 'bazarnegar tree', version: 1, project, feed, seq, root });
}
