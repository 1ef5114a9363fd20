import type { Readable } from 'node:stream';
import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { PhotoReceipt } from '#shared/records/receipt.ts';
import { MAX_PHOTO_BYTES } from '#shared/sync/http-api.ts';
import type { Account } from '../store/account-store.ts';
import type { Database } from '../store/database.ts';
import type { ArrivedPhoto, PhotoFiles, StoredPhoto } from '../store/photo-store.ts';
import { addPhoto, findPhoto } from '../store/photo-store.ts';
import { readIssuer } from '../store/issuer-store.ts';
import { signPhotoReceipt } from './sign-receipts.ts';

/** What photos are kept with. */
export interface PhotoDeps {
  readonly db: Database;
  readonly photos: PhotoFiles;
}

/** Takes a photo in under its hash; durable when this answers. A photo that is there already is taken in again. */
export async function keepPhoto(
  deps: PhotoDeps,
  account: Account,
  sha256: Sha256,
  bytes: Readable,
): Promise<Result<StoredPhoto, Failure>> {
  const arrived = await receive(deps.photos, bytes);
  if (!arrived.ok) return arrived;
  const mediaType = imageType(arrived.value.firstBytes);
  if (arrived.value.sha256 !== sha256) {
    await arrived.value.discard();
    return err({ kind: 'server/bad-request', detail: 'the bytes are not those of this hash' });
  }
  if (mediaType === undefined) {
    await arrived.value.discard();
    return err({ kind: 'photo/not-an-image', name: sha256 });
  }
  const photo = { sha256, bytes: arrived.value.bytes, mediaType };
  await arrived.value.keep(account.project);
  await addPhoto(deps.db, account.project, account.account, photo);
  return ok(photo);
}

/**
 * A photo of the account's project. Whoever knows its hash has read the entry that names it, so it is not asked
 * again whose the record is.
 */
export async function readPhoto(
  deps: PhotoDeps,
  account: Account,
  sha256: Sha256,
): Promise<Result<{ readonly photo: StoredPhoto; readonly read: () => Readable }, Failure>> {
  const photo = await findPhoto(deps.db, account.project, sha256);
  const read = photo && (await deps.photos.find(account.project, sha256));
  // A file that was lost is missing as well: whoever has it sends it again.
  return read ? ok({ photo, read }) : err({ kind: 'photo/missing', sha256 });
}

/** That a photo which was found is there, signed. */
export async function photoReceipt(
  { db }: Pick<PhotoDeps, 'db'>,
  { project }: Account,
  sha256: Sha256,
): Promise<PhotoReceipt> {
  const { epoch, keys } = await readIssuer(db);
  return signPhotoReceipt(keys, { epoch, project, sha256 });
}

async function receive(
  photos: PhotoFiles,
  bytes: Readable,
): Promise<Result<ArrivedPhoto, Failure>> {
  let failure: Failure | undefined;

  async function* upToLimit(): AsyncGenerator<Uint8Array> {
    let count = 0;
    failure = { kind: 'server/bad-request', detail: 'the bytes ended too early' };
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      count += chunk.length;
      if (count > MAX_PHOTO_BYTES) {
        failure = { kind: 'photo/too-large', bytes: count, limit: MAX_PHOTO_BYTES };
        throw new Error('photo over the limit');
      }
      yield chunk;
    }
    failure = undefined;
  }

  try {
    return ok(await photos.receive(upToLimit()));
  } catch (error) {
    if (failure === undefined || isDiskError(error)) throw error;
    return err(failure);
  }
}

function isDiskError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'write';
}

/** The media type that the first bytes say, of those the app makes and every browser shows. */
function imageType(first: Buffer): string | undefined {
  if (first.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (first.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'image/png';
  const isWebp =
    first.toString('latin1', 0, 4) === 'RIFF' && first.toString('latin1', 8, 12) === 'WEBP';
  return isWebp ? 'image/webp' : undefined;
}
