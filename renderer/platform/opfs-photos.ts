import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { storageLimits } from '#shared/desktop/storage-limits.ts';
import {
  isQuotaError,
  namesIn,
  openFolder,
  readWhole,
  roomLeft,
  writeFlushed,
} from './opfs-access.ts';

/** Photos in the origin's private file system, sealed: whether one is whole shows when the page opens it. */
export interface OpfsPhotos {
  put(sha256: Sha256, bytes: Uint8Array): Promise<Result<null, Failure>>;
  get(sha256: Sha256): Promise<Result<Uint8Array, Failure>>;
  remove(sha256: Sha256): Promise<Result<null, Failure>>;
}

/** The photos of a folder. */
export function createOpfsPhotos(place: string): OpfsPhotos {
  return {
    put: async (sha256, bytes) => {
      const free = await roomLeft();
      if (free - bytes.length < storageLimits.photos) {
        return err({ kind: 'photo/no-room', freeBytes: free, limit: storageLimits.photos });
      }
      try {
        await writeFlushed(await openFolder(place), sha256, bytes);
        return ok(null);
      } catch (error) {
        if (isQuotaError(error)) return err({ kind: 'journal/disk-full' });
        throw error;
      }
    },
    get: async (sha256) => {
      const bytes = await readWhole(await openFolder(place), sha256);
      return bytes ? ok(bytes) : err({ kind: 'photo/missing', sha256 });
    },
    remove: async (sha256) => {
      const folder = await openFolder(place);
      if ((await namesIn(folder)).includes(sha256)) await folder.removeEntry(sha256);
      return ok(null);
    },
  };
}
