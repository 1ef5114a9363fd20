import { z } from 'zod';
import type { DeviceKey } from '../core/device-key.ts';
import { deviceKeySchema, deviceSignatureSchema } from '../core/device-key.ts';
import type { FeedId, PersonId, ProjectId, RecordId, Sha256 } from '../core/ids.ts';
import {
  feedIdSchema,
  personIdSchema,
  projectIdSchema,
  recordIdSchema,
  sha256Schema,
} from '../core/ids.ts';
import { canonicalJson, isTooDeep } from '../core/json.ts';
import type { Certificate } from '../records/signed-head.ts';
import { certificateSchema } from '../records/signed-head.ts';
import { MAX_BATCH_BYTES, MAX_BATCH_ENTRIES, MAX_PHOTO_BYTES } from '../sync/http-api.ts';
import { recipientSchema } from '../sync/team-api.ts';

/** What this version writes, and the newest it reads. */
export const BUNDLE_VERSION = 1;
/** Most bytes of a manifest. */
export const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Most segments, and most photos, of one bundle. */
export const MAX_BUNDLE_ITEMS = 10_000;
// A segment that compression made no smaller is a little larger than its layout.
const MAX_SEGMENT_BYTES = MAX_BATCH_BYTES + 1024;

/** Entries of one feed from number `first` to `last`, as the bytes of a segment; `signature` is the device's for the head at `last`. */
export interface BundledSegment {
  readonly sha256: Sha256;
  readonly size: number;
  readonly feed: FeedId;
  readonly first: number;
  readonly last: number;
  readonly hash: Sha256;
  readonly signature: string;
}

/** A photo of a record. */
export interface BundledPhoto {
  readonly sha256: Sha256;
  readonly size: number;
  readonly mediaType: string;
  readonly record: RecordId;
}

/**
 * What a bundle says of itself: whose work it is, of which device, for whom (age recipients), made when (laptop's clock, ms since
 * 1970 UTC), which part of how many it is, and everything in it in the order in which it lies there. Each part is whole by itself.
 */
export interface Manifest {
  readonly format: 'bazarnegar-bundle';
  readonly version: typeof BUNDLE_VERSION;
  readonly bundle: string;
  readonly part: { readonly number: number; readonly of: number };
  readonly project: ProjectId;
  readonly person: PersonId;
  readonly device: DeviceKey;
  readonly certificate: Certificate | null;
  readonly madeAtMs: number;
  readonly recipients: readonly string[];
  readonly counts: { readonly entries: number; readonly photos: number; readonly bytes: number };
  readonly segments: readonly BundledSegment[];
  readonly photos: readonly BundledPhoto[];
}

const number = z.int().positive();
const count = z.int().nonnegative();
const part = z.int().min(1).max(1000);

const segmentSchema: z.ZodType<BundledSegment> = z
  .strictObject({
    sha256: sha256Schema,
    size: number.max(MAX_SEGMENT_BYTES),
    feed: feedIdSchema,
    first: number,
    last: number,
    hash: sha256Schema,
    signature: deviceSignatureSchema,
  })
  .refine(({ first, last }) => last >= first && last - first < MAX_BATCH_ENTRIES);

const photoSchema: z.ZodType<BundledPhoto> = z.strictObject({
  sha256: sha256Schema,
  size: number.max(MAX_PHOTO_BYTES),
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
  record: recordIdSchema,
});

const manifestSchema: z.ZodType<Manifest> = z
  .strictObject({
    format: z.literal('bazarnegar-bundle'),
    version: z.literal(BUNDLE_VERSION),
    bundle: z.uuid(),
    part: z.strictObject({ number: part, of: part }).refine((one) => one.number <= one.of),
    project: projectIdSchema,
    person: personIdSchema,
    device: deviceKeySchema,
    certificate: certificateSchema.nullable(),
    madeAtMs: count,
    recipients: z.array(recipientSchema).min(1).max(100),
    counts: z.strictObject({ entries: count, photos: count, bytes: count }),
    segments: z.array(segmentSchema).max(MAX_BUNDLE_ITEMS),
    photos: z.array(photoSchema).max(MAX_BUNDLE_ITEMS),
  })
  .refine(isConsistent);

/** What the counts of a manifest must be. */
export function countItems({
  segments,
  photos,
}: Pick<Manifest, 'segments' | 'photos'>): Manifest['counts'] {
  const entries = segments.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const bytes = [...segments, ...photos].reduce((sum, { size }) => sum + size, 0);
  return { entries, photos: photos.length, bytes };
}

function isConsistent(manifest: Manifest): boolean {
  const { counts, segments, photos } = manifest;
  const names = [...segments, ...photos].map(({ sha256 }) => sha256);
  return (
    new Set(names).size === names.length &&
    canonicalJson(counts) === canonicalJson(countItems(manifest))
  );
}

/** The text of a manifest as it lies in the bundle. */
export function manifestText(manifest: Manifest): string {
  return canonicalJson(manifest);
}

/** What the sender's device signs: the manifest's own text, behind words that name what it is. */
export function signedManifestText(text: string): string {
  return `bazarnegar bundle manifest 1\n${text}`;
}

/**
 * Reads a manifest from outside. `newer` where only a newer version can; undefined where it is none. One text for one manifest: a
 * member said twice, a number in another spelling or a byte order mark makes it none.
 */
export function readManifest(text: string): Manifest | 'newer' | undefined {
  if (isTooDeep(text)) return undefined;
  const json = parseJson(text);
  const manifest = manifestSchema.safeParse(json);
  if (manifest.success) {
    return manifestText(manifest.data) === text ? manifest.data : undefined;
  }
  return newerSchema.safeParse(json).success ? 'newer' : undefined;
}

const newerSchema = z.object({
  format: z.literal('bazarnegar-bundle'),
  version: z.int().min(BUNDLE_VERSION + 1),
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
