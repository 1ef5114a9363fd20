import { randomFillSync } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { constants } from 'node:fs';
import path from 'node:path';
import type { JournalFolder, VolumeFile } from '#shared/journal/journal-folder.ts';
import { errorCode, isDiskFull, replaceFile, syncFolder } from './durable-file.ts';
import { freeBytes } from './storage-state.ts';

/** Held back while there is room, and given up on a full disk so that the save then under way still ends well. */
const RESERVE_BYTES = 16 * 1024 * 1024;

/** The journal's files in a folder of the app's own, which exists. */
export async function openJournalFolder(folder: string): Promise<JournalFolder> {
  const reserve = path.join(folder, 'journal.reserve');
  await keepReserve(folder, reserve);
  return {
    ...volumesIn(folder),
    releaseReserve: async () => {
      if (!(await exists(reserve))) return false;
      await rm(reserve);
      return true;
    },
  };
}

/** Volumes in any folder, without space held back for them. */
export function volumesIn(folder: string): JournalFolder {
  return {
    names: () => readdir(folder),
    open: (name) => openVolumeFile(folder, name),
    remove: async (name) => {
      await rm(path.join(folder, name), { force: true });
      await syncFolder(folder);
    },
    setAside: async (bytes) => {
      await replaceFile(path.join(folder, `journal.set-aside-${Date.now()}.bzj`), bytes);
    },
    releaseReserve: async () => false,
    isFull: isDiskFull,
    close: async () => undefined,
  };
}

async function openVolumeFile(folder: string, name: string): Promise<VolumeFile> {
  const place = path.join(folder, name);
  const isNew = !(await exists(place));
  const handle = await open(place, constants.O_RDWR | constants.O_CREAT, 0o600);
  if (isNew) await syncFolder(folder);
  return {
    size: async () => (await handle.stat()).size,
    read: (at, length) => readAt(handle, at, length),
    write: async (at, bytes) => {
      await writeAt(handle, at, bytes);
      await handle.datasync();
    },
    truncate: async (size) => {
      await handle.truncate(size);
      await handle.datasync();
    },
    close: async () => handle.close(),
  };
}

async function readAt(handle: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

async function writeAt(handle: FileHandle, at: number, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(
      bytes,
      written,
      bytes.length - written,
      at + written,
    );
    written += bytesWritten;
  }
}

// Chance bytes, because some file systems keep no room for zeros.
async function keepReserve(folder: string, reserve: string): Promise<void> {
  const free = await freeBytes(folder);
  if ((await exists(reserve)) || free === null || free < 3 * RESERVE_BYTES) return;
  try {
    await replaceFile(reserve, randomFillSync(new Uint8Array(RESERVE_BYTES)));
  } catch (error) {
    if (!isDiskFull(error)) throw error;
  }
}

async function exists(place: string): Promise<boolean> {
  try {
    await stat(place);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
