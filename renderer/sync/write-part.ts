import { encryptFor } from '#shared/bundle/age.ts';
import { BundleRefusal } from '#shared/bundle/bundle-refusal.ts';
import type { Manifest } from '#shared/bundle/manifest.ts';
import { manifestText, signedManifestText } from '#shared/bundle/manifest.ts';
import { writeBundle } from '#shared/bundle/write-bundle.ts';
import type { Failure } from '#shared/core/failure.ts';
import { createSha256, sha256Hex } from '#shared/core/hash.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { LocalStore } from '../db/stores.ts';
import { readFileChunks } from './file-chunks.ts';
import type { BundlePlan } from './plan-bundle.ts';

/** A part that lies on the stick; `isVerified`: it was read back and is what was written. */
export interface WrittenPart {
  readonly name: string;
  readonly bytes: number;
  readonly isVerified: boolean;
}

/** How far a part is: being written, or read back. */
export interface PartProgress {
  readonly step: 'writing' | 'checking';
  readonly done: number;
  readonly total: number;
}

const PIECE_BYTES = 1024 * 1024;

/** Asks where to put a part, writes it there and reads it back; null where the person thought better of it. */
export async function writePart(
  { desktop, store }: { readonly desktop: Desktop; readonly store: Pick<LocalStore, 'photos'> },
  plan: BundlePlan,
  manifest: Manifest,
  onProgress: (progress: PartProgress) => void,
): Promise<Result<WrittenPart | null, Failure>> {
  const begun = await desktop.call('file.begin', { suggestedName: partName(manifest) });
  if (!begun.ok) return begun;
  const handle = begun.value;
  if (handle === null) return ok(null);
  const total = manifest.counts.bytes;
  const written = await writeEncrypted(desktop, handle, encrypted(store, plan, manifest), (done) =>
    onProgress({ step: 'writing', done: Math.min(done, total), total }),
  );
  const ended = await desktop.call('file.end', { handle, keep: written.ok });
  if (!written.ok) return written;
  if (!ended.ok) return ended;
  const { bytes, sha256 } = written.value;
  const name = partName(manifest);
  const back = await readBack(desktop, handle, (done) =>
    onProgress({ step: 'checking', done, total: bytes }),
  );
  if (!back.ok) return back;
  if (back.value === undefined) return ok({ name, bytes, isVerified: false });
  return back.value === sha256
    ? ok({ name, bytes, isVerified: true })
    : err({ kind: 'bundle/not-as-written' });
}

/** Nothing of the person, the day or the place: a stick that is lost says nothing by its names. */
function partName({ bundle, part }: Manifest): string {
  const which = part.of > 1 ? `-${part.number}of${part.of}` : '';
  return `bazarnegar-${bundle.slice(0, 8)}${which}.bzb`;
}

async function* encrypted(
  store: Pick<LocalStore, 'photos'>,
  { keys, segments }: BundlePlan,
  manifest: Manifest,
): AsyncGenerator<Uint8Array> {
  const signature = await keys.sign(signedManifestText(manifestText(manifest)));
  const tar = writeBundle(manifest, signature, {
    segment: async (sha256) => segments.get(sha256) ?? new Uint8Array(0),
    photo: async (sha256) => {
      const photo = await store.photos.get(sha256);
      if (photo.ok && sha256Hex(photo.value) === sha256) return photo.value;
      throw new BundleRefusal(photo.ok ? { kind: 'photo/missing', sha256 } : photo.error);
    },
  });
  yield* encryptFor(manifest.recipients, tar);
}

async function writeEncrypted(
  desktop: Desktop,
  handle: string,
  chunks: AsyncIterable<Uint8Array>,
  onProgress: (done: number) => void,
): Promise<Result<{ readonly bytes: number; readonly sha256: Sha256 }, Failure>> {
  const hash = createSha256();
  let bytes = 0;
  try {
    for await (const piece of inPieces(chunks)) {
      const put = await desktop.call('file.write', { handle, bytes: piece });
      if (!put.ok) return put;
      hash.update(piece);
      bytes += piece.length;
      onProgress(bytes);
    }
  } catch (error) {
    if (error instanceof BundleRefusal) return err(error.failure);
    throw error;
  }
  return ok({ bytes, sha256: hash.digest() });
}

/** The same bytes in pieces of a megabyte: each crosses to the main process and the disk by itself. */
async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    parts.push(new Uint8Array(chunk));
    size += chunk.length;
    if (size < PIECE_BYTES) continue;
    yield new Uint8Array(await new Blob(parts).arrayBuffer());
    parts = [];
    size = 0;
  }
  if (size > 0) yield new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The hash of the file as it lies there; undefined where the host cannot read it back (downloads of a browser). */
async function readBack(
  desktop: Desktop,
  saved: string,
  onProgress: (done: number) => void,
): Promise<Result<Sha256 | undefined, Failure>> {
  const opened = await desktop.call('file.open', { saved });
  if (!opened.ok) return opened.error.kind === 'file/not-read' ? ok(undefined) : opened;
  if (opened.value === null) return ok(undefined);
  const hash = createSha256();
  let done = 0;
  try {
    for await (const chunk of readFileChunks(desktop, opened.value)) {
      hash.update(chunk);
      done += chunk.length;
      onProgress(done);
    }
    return ok(hash.digest());
  } catch (error) {
    if (error instanceof BundleRefusal) return err(error.failure);
    throw error;
  } finally {
    await desktop.call('file.close', { handle: opened.value.handle });
  }
}
