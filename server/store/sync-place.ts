import { open, stat } from 'node:fs/promises';

/** Flushes a file, or a folder's list of names, to the disk. Windows has no such act for folders. */
export async function syncPlace(place: string): Promise<void> {
  if (process.platform === 'win32' && (await stat(place)).isDirectory()) return;
  const handle = await open(place, process.platform === 'win32' ? 'r+' : 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
