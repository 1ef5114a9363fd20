import { generateKeyPairSync, randomUUID, sign, verify, createPublicKey } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decryptWith, encryptFor, makeAgeKeys } from '#shared/bundle/age.ts';
import type { Manifest } from '#shared/bundle/manifest.ts';
import { countItems, manifestText, signedManifestText } from '#shared/bundle/manifest.ts';
import type { BundleReader } from '#shared/bundle/read-bundle.ts';
import { readBundle } from '#shared/bundle/read-bundle.ts';
import { TAR_END, tarHeader, tarPadding } from '#shared/bundle/ustar.ts';
import { bundleNames } from '#shared/bundle/write-bundle.ts';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { Failure } from '#shared/core/failure.ts';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import type { PersonId, ProjectId, RecordId, Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Entry } from '#shared/records/entry.ts';
import { headText } from '#shared/records/signed-head.ts';
import { nextBatch } from '#shared/sync/batch.ts';
import { hashForSegment } from '#shared/sync/segment.ts';
import { joinBytes } from './bytes.ts';
import { makeDevice } from './make-entries.ts';

/** A device's signing keys. */
export interface Signer {
  readonly device: DeviceKey;
  sign(text: string): string;
}

/** New Ed25519 keys of a device. */
export function makeSigner(): Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x } = privateKey.export({ format: 'jwk' });
  return {
    device: Buffer.from(String(x), 'base64url').toString('hex') as DeviceKey,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('hex'),
  };
}

/** A file of a bundle. */
export type TarFile = readonly [name: string, bytes: Uint8Array];

/** A bundle as its sender makes it, piece by piece, so that a test can change any of it. */
export interface MadeBundle {
  readonly manifest: Manifest;
  readonly files: readonly TarFile[];
  readonly tar: Uint8Array;
}

/** What a bundle is made of. */
export interface BundleContents {
  readonly project: ProjectId;
  readonly person: PersonId;
  readonly signer: Signer;
  readonly recipients: readonly string[];
  readonly entries: readonly Entry[];
  readonly photos: readonly Uint8Array[];
}

/** Makes a bundle; `changes` are written into the manifest before it is signed. */
export function makeBundle(
  contents: BundleContents,
  changes: Readonly<Record<string, unknown>> = {},
): MadeBundle {
  const { project, person, signer, recipients } = contents;
  const segments = segmentsOf(contents);
  const photos = contents.photos.map((bytes) => [sha256Hex(bytes), bytes] as const);
  const items = {
    segments: segments.map(([named]) => named),
    photos: photos.map(([sha256, bytes]) => {
      const record = randomUUID() as RecordId;
      return { sha256, size: bytes.length, mediaType: 'image/png', record };
    }),
  };
  const manifest = {
    format: 'bazarnegar-bundle',
    version: 1,
    bundle: randomUUID(),
    part: { number: 1, of: 1 },
    project,
    person,
    device: signer.device,
    certificate: null,
    madeAtMs: 1_795_000_000_000,
    recipients,
    counts: countItems(items),
    ...items,
    ...changes,
  } as Manifest;
  const files: readonly TarFile[] = [
    ...signedManifest(signer, manifestText(manifest)),
    ...segments.map(([{ sha256 }, bytes]) => [bundleNames.segment(sha256), bytes] as const),
    ...photos.map(([sha256, bytes]) => [bundleNames.photo(sha256), bytes] as const),
  ];
  return { manifest, files, tar: packTar(files) };
}

/** The first two files of a bundle, with a signature over the manifest's text. */
export function signedManifest(signer: Signer, text: string | Uint8Array): readonly TarFile[] {
  const bytes = typeof text === 'string' ? utf8(text) : text;
  const signature = signer.sign(signedManifestText(Buffer.from(bytes).toString('utf8')));
  return [
    [bundleNames.manifest, bytes],
    [bundleNames.signature, utf8(signature)],
  ];
}

function segmentsOf({ project, entries, signer }: BundleContents) {
  const made: (readonly [Manifest['segments'][number], Uint8Array])[] = [];
  for (let from = 0; from < entries.length;) {
    const hashed = entries.slice(from).map(hashForSegment);
    const { layout, count } = nextBatch(project, hashed, 3);
    const bytes = gzipSync(layout);
    const last = hashed[count - 1];
    const first = hashed[0];
    if (!first || !last) break;
    const head = { feed: last.entry.feed, seq: last.entry.seq, hash: last.hash };
    const signature = signer.sign(headText(project, head));
    const { feed, seq, hash } = head;
    const numbers = { feed, first: first.entry.seq, last: seq, hash, signature };
    made.push([{ sha256: sha256Hex(bytes), size: bytes.length, ...numbers }, bytes]);
    from += count;
  }
  return made;
}

/** Files as a tar, as bundles have it. */
export function packTar(files: readonly TarFile[]): Uint8Array {
  const blocks = files.flatMap(([name, bytes]) => [
    tarHeader(name, bytes.length),
    bytes,
    new Uint8Array(tarPadding(bytes.length)),
  ]);
  return Buffer.concat([...blocks, TAR_END]);
}

/** Bytes as they come from a disk. */
export async function* inChunks(bytes: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** A reader of bundles with keys of its own, and whom it knows. */
export interface TestReader {
  readonly recipient: string;
  /** Encrypts a tar for this reader. */
  seal(tar: Uint8Array, others?: readonly string[]): Promise<Uint8Array>;
  /** Reads an encrypted bundle; what was taken of it, or why nothing is. */
  read(file: Uint8Array, changes?: Partial<BundleReader>): Promise<Result<TakenBundle, Failure>>;
}

/** What a reader took of a bundle. */
export interface TakenBundle {
  readonly manifest: Manifest;
  readonly entries: readonly string[];
  readonly photos: readonly Sha256[];
}

/** A reader of a project's bundles who knows these devices. */
async function makeReader(
  project: ProjectId,
  people: ReadonlyMap<DeviceKey, Result<PersonId, Failure>>,
): Promise<TestReader> {
  const { identity, recipient } = await makeAgeKeys();
  const reader: BundleReader = {
    project,
    recipient,
    findPerson: async (device) => people.get(device) ?? err({ kind: 'device/unknown', device }),
    verify: verifyHex,
    gunzip: async (bytes, limit) => {
      try {
        return gunzipSync(bytes, { maxOutputLength: limit });
      } catch {
        return undefined;
      }
    },
  };
  return {
    recipient,
    seal: async (tar, others = []) => joinBytes(encryptFor([recipient, ...others], inChunks(tar))),
    read: async (file, changes = {}) => {
      const entries: string[] = [];
      const photos: Sha256[] = [];
      const read = await readBundle(
        decryptWith(identity, inChunks(file)),
        { ...reader, ...changes },
        {
          manifest: async () => ok(null),
          segment: async (_segment, taken) => {
            entries.push(...taken.map(({ body }) => body));
            return ok(null);
          },
          photo: async ({ sha256 }) => {
            photos.push(sha256);
            return ok(null);
          },
        },
      );
      return read.ok ? ok({ manifest: read.value, entries, photos }) : read;
    },
  };
}

async function verifyHex(key: DeviceKey, text: string, signature: string): Promise<boolean> {
  const x = Buffer.from(key, 'hex').toString('base64url');
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

/** A surveyor's laptop with some entries and photos, a supervisor who knows it, and two strangers. */
export async function makeScene() {
  const project = 'sample' as ProjectId;
  const person = 'surveyor1' as PersonId;
  const [signer, other, revoked] = [makeSigner(), makeSigner(), makeSigner()];
  const reader = await makeReader(
    project,
    new Map<DeviceKey, Result<PersonId, Failure>>([
      [signer.device, ok(person)],
      [other.device, ok('surveyor2' as PersonId)],
      [revoked.device, err({ kind: 'device/revoked', device: revoked.device })],
    ]),
  );
  const laptop = makeDevice(person);
  const entries = Array.from({ length: 5 }, () => laptop.write());
  const photos = [testPhoto(700), testPhoto(1200)];
  const recipients = [reader.recipient];
  const contents: BundleContents = { project, person, signer, recipients, entries, photos };
  return { reader, signer, other, revoked, laptop, contents };
}

let photoCount = 0;

/** Bytes that are a photo by their beginning, never twice the same. */
export function testPhoto(size: number): Uint8Array {
  photoCount += 1;
  const bytes = Buffer.alloc(size, photoCount);
  Buffer.from([0x89, 0x50, 0x4e, 0x47]).copy(bytes);
  return bytes;
}
