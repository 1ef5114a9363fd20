import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const UNFINISHED = '.part';

/** Puts bytes under a name so that it holds the old content or the new, whole, whenever the power goes. */
export async function replaceFile(place: string, bytes: Uint8Array): Promise<void> {
  const unfinished = unfinishedName(place);
  try {
    const handle = await open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, place);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(path.dirname(place));
}

/** A name beside `place` for a file that is not whole yet. */
export function unfinishedName(place: string): string {
  return `${place}.${randomUUID()}${UNFINISHED}`;
}

/** Makes a folder of the app's own, without what a killed run left unfinished in it. */
export async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const left = (await readdir(folder)).filter((name) => name.endsWith(UNFINISHED));
  for (const name of left) await rm(path.join(folder, name), { force: true });
}

/** Makes new names in a folder survive a power cut. Windows keeps them by itself and cannot open a folder. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some drivers of USB sticks (exFAT, NTFS through FUSE) have no such thing.
    if (!['EINVAL', 'ENOTSUP'].includes(errorCode(error))) throw error;
  } finally {
    await handle.close();
  }
}

/** The code Node gives an error of the system (`ENOSPC`), or else its name. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** Whether the disk, or this person's share of it, has no room. */
export function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(errorCode(error));
}
