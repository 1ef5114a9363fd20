import { open, readdir, readFile, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, replaceFile, syncFolder } from './durable-file.ts';
import { KEY_FILE, PREVIOUS_KEY_FILE } from './key-files.ts';
import { SESSION_FILE } from './session-cookie.ts';

/** What is to become of the vault: its key file for recovery alone, or nothing, which takes all of it away. */
const MARK = 'sealed.json';
/** What the owner opens the vault and the server with. */
const secrets: readonly string[] = [KEY_FILE, PREVIOUS_KEY_FILE, SESSION_FILE];

/** Decides that the vault in `folder` is sealed: one file, whole or not there. Nothing is destroyed yet. */
export async function beginSealing(folder: string, keyFile: Uint8Array | null): Promise<void> {
  await replaceFile(path.join(folder, MARK), keyFile ?? new Uint8Array());
}

/** Ends a sealing that was begun in `folder`, however often it was cut off; nothing where none was. */
export async function endSealing(folder: string): Promise<void> {
  const mark = path.join(folder, MARK);
  let keyFile: Uint8Array;
  try {
    keyFile = new Uint8Array(await readFile(mark));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  for (const name of secrets) await destroyFile(path.join(folder, name));
  if (keyFile.length > 0) {
    await replaceFile(path.join(folder, KEY_FILE), keyFile);
    await rm(mark);
    await syncFolder(folder);
    return;
  }
  for (const name of await readdir(folder)) {
    if (name !== MARK) await rm(path.join(folder, name), { recursive: true, force: true });
  }
  await rm(mark);
  await rmdir(folder);
}

// Its bytes are written over where they lie, as far as the disk does that: a disk that writes elsewhere keeps the old ones for a while.
async function destroyFile(place: string): Promise<void> {
  try {
    const { size } = await stat(place);
    const handle = await open(place, 'r+');
    try {
      await handle.write(new Uint8Array(size), 0, size, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  await rm(place);
}
