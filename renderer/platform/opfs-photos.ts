import type { Failure } from '#shared/core/failure.ts';
import { sha256Hex } from '#shared/core/hash.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { storageLimits } from '#shared/desktop/storage-limits.ts';
import { isQuotaError, openFolder, roomLeft, writeFlushed } from './opfs-access.ts';

/** Photos in the origin's private file system, each under the SHA-256 of its bytes. */
export interface OpfsPhotos {
  put(sha256: Sha256, bytes: Uint8Array): Promise<Result<null, Failure>>;
  get(sha256: Sha256): Promise<Result<Uint8Array, Failure>>;
}

/** The photos of this origin. A file that a crash left half has another hash, and so is no photo. */
export function createOpfsPhotos(): OpfsPhotos {
  return {
    put: async (sha256, bytes) => {
      if (sha256Hex(bytes) !== sha256) {
        return err({ kind: 'journal/write-failed', detail: 'the bytes are not those of the hash' });
      }
      if ((await readPhoto(sha256)).ok) return ok(null);
      const free = await roomLeft();
      if (free - bytes.length < storageLimits.photos) {
        return err({ kind: 'photo/no-room', freeBytes: free, limit: storageLimits.photos });
      }
      try {
        await writeFlushed(await openFolder('photos'), sha256, bytes);
        return ok(null);
      } catch (error) {
        if (isQuotaError(error)) return err({ kind: 'journal/disk-full' });
        throw error;
      }
    },
    get: (sha256) => readPhoto(sha256),
  };
}

async function readPhoto(sha256: Sha256): Promise<Result<Uint8Array, Failure>> {
  const folder = await openFolder('photos');
  try {
    const file = await (await folder.getFileHandle(sha256)).getFile();
    const bytes = new Uint8Array(await file.arrayBuffer());
    return sha256Hex(bytes) === sha256 ? ok(bytes) : err({ kind: 'photo/missing', sha256 });
  } catch {
    return err({ kind: 'photo/missing', sha256 });
  }
}
