import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Failure } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { storageLimits } from '#shared/desktop/storage-limits.ts';
import { errorCode, isDiskFull, replaceFile } from './durable-file.ts';
import { freeBytes } from './storage-state.ts';

/** In place of a photo that was taken away: shorter than any sealed one, and never what damage leaves. */
export const REMOVED = utf8('removed');

/** Photos on the disk, sealed: whether one is whole shows when the page opens it. */
export interface PhotoStore {
  put(sha256: Sha256, bytes: Uint8Array): Promise<Result<null, Failure>>;
  get(sha256: Sha256): Promise<Result<Uint8Array, Failure>>;
  /** Leaves `REMOVED` in its place, by which the copy learns that the photo went: one that is missing may be what a copy is for. */
  remove(sha256: Sha256): Promise<Result<null, Failure>>;
}

/** The photos of a folder, which exists. `keepFree` is the space, in bytes, that they leave to the journal. */
export function createPhotoStore(
  folder: string,
  keepFree: number = storageLimits.photos,
): PhotoStore {
  function placeOf(sha256: Sha256): string {
    return path.join(folder, sha256);
  }

  async function write(sha256: Sha256, bytes: Uint8Array): Promise<Result<null, Failure>> {
    try {
      await replaceFile(placeOf(sha256), bytes);
      return ok(null);
    } catch (error) {
      if (isDiskFull(error)) return err({ kind: 'journal/disk-full' });
      return err({ kind: 'journal/write-failed', detail: errorCode(error) });
    }
  }

  return {
    put: async (sha256, bytes) => {
      const free = await freeBytes(folder);
      if (free !== null && free - bytes.length < keepFree) {
        return err({ kind: 'photo/no-room', freeBytes: free, limit: keepFree });
      }
      return write(sha256, bytes);
    },
    get: async (sha256) => {
      try {
        const bytes = await readFile(placeOf(sha256));
        return bytes.length > REMOVED.length ? ok(new Uint8Array(bytes)) : missing(sha256);
      } catch {
        return missing(sha256);
      }
    },
    remove: (sha256) => write(sha256, REMOVED),
  };
}

function missing(sha256: Sha256): Result<never, Failure> {
  return err({ kind: 'photo/missing', sha256 });
}
