import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { JournalFolder, VolumeFile } from '#shared/journal/journal-folder.ts';
import type { JournalFailure } from '#shared/journal/journal-failure.ts';
import type { SyncAccess } from './opfs-access.ts';
import {
  isQuotaError,
  namesIn,
  openFolder,
  openSyncAccess,
  roomLeft,
  writeAll,
  writeFlushed,
} from './opfs-access.ts';

/** Held back while there is room, and given up on a full disk so that the save then under way still ends well. */
const RESERVE_BYTES = 16 * 1024 * 1024;
const RESERVE = 'journal.reserve';
/** A reloaded page's worker needs a moment to let go of the journal. */
const LOCK_WAIT_MS = 5000;

/** Opens a journal's folder in the origin's private file system, for this window alone. */
export async function openOpfsJournal(
  place: string,
): Promise<Result<JournalFolder, JournalFailure>> {
  const release = await holdLock('bazarnegar-journal');
  if (!release) return err({ kind: 'journal/held-elsewhere' });
  try {
    const folder = await openFolder(place);
    await keepReserve(folder);
    return ok(journalFolder(folder, release));
  } catch (error) {
    release();
    throw error;
  }
}

/** The volumes of a folder, held against nobody: for a journal that is only read. */
export async function opfsVolumes(place: string): Promise<JournalFolder> {
  return journalFolder(await openFolder(place), () => undefined);
}

function journalFolder(folder: FileSystemDirectoryHandle, release: () => void): JournalFolder {
  return {
    names: () => namesIn(folder),
    open: async (name) =>
      volumeFile(await openSyncAccess(await folder.getFileHandle(name, { create: true }))),
    remove: (name) => folder.removeEntry(name),
    setAside: (bytes) => writeFlushed(folder, `journal.set-aside-${Date.now()}.bzj`, bytes),
    releaseReserve: async () => {
      if (!(await hasEntry(folder, RESERVE))) return false;
      await folder.removeEntry(RESERVE);
      return true;
    },
    isFull: isQuotaError,
    close: async () => release(),
  };
}

function volumeFile(access: SyncAccess): VolumeFile {
  return {
    size: async () => access.getSize(),
    read: async (at, length) => {
      const bytes = new Uint8Array(Math.min(length, Math.max(access.getSize() - at, 0)));
      return bytes.subarray(0, access.read(bytes, { at }));
    },
    write: async (at, bytes) => {
      writeAll(access, at, bytes);
      access.flush();
    },
    truncate: async (size) => {
      access.truncate(size);
      access.flush();
    },
    close: async () => access.close(),
  };
}

/** Takes a lock that is this page's until it is released; undefined when another window keeps it. */
function holdLock(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(LOCK_WAIT_MS);
    navigator.locks
      .request(
        name,
        { signal },
        () =>
          new Promise<void>((release) => {
            resolve(release);
          }),
      )
      .catch((error: unknown) => {
        if (signal.aborted) resolve(undefined);
        else reject(error instanceof Error ? error : new Error(String(error)));
      });
  });
}

async function keepReserve(folder: FileSystemDirectoryHandle): Promise<void> {
  if ((await hasEntry(folder, RESERVE)) || (await roomLeft()) < 3 * RESERVE_BYTES) return;
  try {
    await writeFlushed(folder, RESERVE, new Uint8Array(RESERVE_BYTES));
  } catch (error) {
    await folder.removeEntry(RESERVE).catch(() => undefined);
    if (!isQuotaError(error)) throw error;
  }
}

async function hasEntry(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  return (await namesIn(folder)).includes(name);
}
