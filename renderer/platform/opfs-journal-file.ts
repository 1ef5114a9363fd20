import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { JournalFile } from '#shared/journal/journal-file.ts';
import type { JournalFailure } from '#shared/journal/journal.ts';
import type { SyncAccess } from './opfs-access.ts';
import {
  isQuotaError,
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

/** Opens the journal's file in the origin's private file system, for this window alone. */
export async function openOpfsJournal(): Promise<Result<JournalFile, JournalFailure>> {
  const release = await holdLock('bazarnegar-journal');
  if (!release) return err({ kind: 'journal/held-elsewhere' });
  try {
    const folder = await openFolder('work');
    const access = await openSyncAccess(
      await folder.getFileHandle('journal.bzj', { create: true }),
    );
    await keepReserve(folder);
    return ok(journalFile(folder, access, release));
  } catch (error) {
    release();
    throw error;
  }
}

function journalFile(
  folder: FileSystemDirectoryHandle,
  access: SyncAccess,
  release: () => void,
): JournalFile {
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
    setAside: (bytes) => writeFlushed(folder, `journal.set-aside-${Date.now()}.bzj`, bytes),
    releaseReserve: async () => {
      if (!(await hasEntry(folder, RESERVE))) return false;
      await folder.removeEntry(RESERVE);
      return true;
    },
    isFull: isQuotaError,
    close: async () => {
      access.close();
      release();
    },
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
  for await (const entry of folder.keys()) if (entry === name) return true;
  return false;
}
