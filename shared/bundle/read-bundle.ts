import type { DeviceKey, VerifySignature } from '../core/device-key.ts';
import { deviceSignatureSchema } from '../core/device-key.ts';
import type { Failure } from '../core/failure.ts';
import { sha256Hex } from '../core/hash.ts';
import type { PersonId, ProjectId } from '../core/ids.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import { headText } from '../records/signed-head.ts';
import { MAX_BATCH_BYTES } from '../sync/http-api.ts';
import type { SegmentEntry } from '../sync/segment.ts';
import { readSegment } from '../sync/segment.ts';
import type { ByteReader } from './byte-reader.ts';
import { createByteReader } from './byte-reader.ts';
import { BundleRefusal, damaged } from './bundle-refusal.ts';
import type { Certificate } from '../records/signed-head.ts';
import type { BundledPhoto, BundledSegment, Manifest } from './manifest.ts';
import { MAX_MANIFEST_BYTES, readManifest, signedManifestText } from './manifest.ts';
import { TAR_BLOCK, TAR_END, readTarSize, tarPadding } from './ustar.ts';
import { bundleNames } from './write-bundle.ts';

/** Who reads a bundle. */
export interface BundleReader {
  /** The one project whose bundles are taken. */
  readonly project: ProjectId;
  /** The reader's own age recipient: a bundle that was made for others and wrapped anew is refused. */
  readonly recipient: string;
  /** Whose device it is, or why nothing of it is taken. A device that is not known may be certified. */
  readonly findPerson: (
    device: DeviceKey,
    certificate: Certificate | null,
  ) => Promise<Result<PersonId, Failure>>;
  readonly verify: VerifySignature;
  /** What is in gzip bytes; undefined where they are none, or hold more than `limit` bytes. */
  readonly gunzip: (bytes: Uint8Array, limit: number) => Promise<Uint8Array | undefined>;
}

/** What is done with what a bundle holds; a failure ends the reading with it. All that comes here is proved by the signature. */
export interface BundleVisitor {
  manifest(manifest: Manifest): Promise<Result<null, Failure>>;
  segment(
    segment: BundledSegment,
    entries: readonly SegmentEntry[],
    manifest: Manifest,
  ): Promise<Result<null, Failure>>;
  photo(photo: BundledPhoto, bytes: Uint8Array): Promise<Result<null, Failure>>;
}

/**
 * Reads a decrypted bundle to its last byte, holding no more than one file of it. Every byte is the one that `writeBundle` would
 * have written for the manifest, or the bundle is refused. Whoever must take all or nothing reads it twice: the first time with
 * a visitor that only counts. `chunks` may throw a `BundleRefusal`; anything else it throws means damage.
 */
export async function readBundle(
  chunks: AsyncIterable<Uint8Array>,
  reader: BundleReader,
  visitor: BundleVisitor,
): Promise<Result<Manifest, Failure>> {
  try {
    const bytes = createByteReader(guarded(chunks));
    const manifest = await readSignedManifest(bytes, reader);
    orRefuse(await visitor.manifest(manifest));
    for (const segment of manifest.segments) {
      const file = await readFile(bytes, bundleNames.segment(segment.sha256), segment);
      const entries = await openSegment(reader, manifest, segment, file);
      orRefuse(await visitor.segment(segment, entries, manifest));
    }
    for (const photo of manifest.photos) {
      const file = await readFile(bytes, bundleNames.photo(photo.sha256), photo);
      orRefuse(await visitor.photo(photo, file));
    }
    await readEnd(bytes);
    return ok(manifest);
  } catch (error) {
    if (error instanceof BundleRefusal) return err(error.failure);
    throw error;
  }
}

async function* guarded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw error instanceof BundleRefusal ? error : damaged('not readable to its end');
  }
}

async function readSignedManifest(bytes: ByteReader, reader: BundleReader): Promise<Manifest> {
  const text = decode(await readFile(bytes, bundleNames.manifest, { most: MAX_MANIFEST_BYTES }));
  const signature = decode(await readFile(bytes, bundleNames.signature, { most: 128 }));
  const manifest = readManifest(text);
  if (manifest === 'newer') throw new BundleRefusal({ kind: 'bundle/newer-version' });
  if (!manifest) throw damaged('not a manifest');
  if (manifest.project !== reader.project) {
    throw new BundleRefusal({ kind: 'bundle/other-project', project: manifest.project });
  }
  if (!manifest.recipients.includes(reader.recipient)) {
    throw new BundleRefusal({ kind: 'bundle/not-for-you' });
  }
  const person = await reader.findPerson(manifest.device, manifest.certificate);
  if (!person.ok) throw new BundleRefusal(person.error);
  const isSigned =
    person.value === manifest.person &&
    deviceSignatureSchema.safeParse(signature).success &&
    (await reader.verify(manifest.device, signedManifestText(text), signature));
  if (!isSigned) throw new BundleRefusal({ kind: 'bundle/wrong-signature' });
  return manifest;
}

async function openSegment(
  reader: BundleReader,
  { project, device }: Manifest,
  { feed, first, last, hash, signature }: BundledSegment,
  bytes: Uint8Array,
): Promise<readonly SegmentEntry[]> {
  const layout = await reader.gunzip(bytes, MAX_BATCH_BYTES);
  const segment = layout && readSegment(decode(layout));
  if (!segment?.ok || segment.value.project !== project) throw damaged('not a segment');
  const { entries } = segment.value;
  const isWhole =
    entries.length === last - first + 1 &&
    entries.every(({ raw, seq }, at) => raw['feed'] === feed && seq === first + at) &&
    entries.every(({ prev }, at) => at === 0 || prev === entries[at - 1]?.hash) &&
    entries.at(-1)?.hash === hash;
  if (!isWhole) throw damaged('not the entries it says');
  if (!(await reader.verify(device, headText(project, { feed, seq: last, hash }), signature))) {
    throw new BundleRefusal({ kind: 'bundle/wrong-signature' });
  }
  return entries;
}

type Expected = { readonly size: number; readonly sha256: string } | { readonly most: number };

async function readFile(bytes: ByteReader, name: string, expected: Expected): Promise<Uint8Array> {
  const header = await bytes.take(TAR_BLOCK);
  const size = header && readTarSize(header, name);
  const isSize =
    size !== undefined && ('most' in expected ? size <= expected.most : size === expected.size);
  if (!isSize) throw damaged(`no ${name.split('/')[0]} where one belongs`);
  const file = await bytes.take(size);
  const padding = await bytes.take(tarPadding(size));
  if (!file || !padding?.every((byte) => byte === 0)) throw damaged('cut in a file');
  if ('sha256' in expected && sha256Hex(file) !== expected.sha256) {
    throw damaged('not the bytes it says');
  }
  return file;
}

async function readEnd(bytes: ByteReader): Promise<void> {
  const end = await bytes.take(TAR_END.length);
  const isEnd = end?.every((byte) => byte === 0) === true && (await bytes.isAtEnd());
  if (!isEnd) throw damaged('something behind its end');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw damaged('not UTF-8');
  }
}

function orRefuse(outcome: Result<null, Failure>): void {
  if (!outcome.ok) throw new BundleRefusal(outcome.error);
}
