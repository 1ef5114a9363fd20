import { z } from 'zod';
import type { DeviceKey } from '../core/device-key.ts';
import { deviceKeySchema, deviceSignatureSchema } from '../core/device-key.ts';
import type { ProjectId } from '../core/ids.ts';
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

/** The text a device signs for the head of a feed: it names what it is and its version, so that it can stand for nothing else. */
export function headText(project: ProjectId, { feed, seq, hash }: FeedHead): string {
  return canonicalJson({ is: 'bazarnegar head', version: 1, project, feed, seq, hash });
}

/** The text an enrolment signs for the key of the one device that was enrolled with it. */
export function certificateText(project: ProjectId, device: DeviceKey): string {
  return canonicalJson({ is: 'bazarnegar device', version: 1, project, device });
}
