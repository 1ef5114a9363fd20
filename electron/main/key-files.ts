import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode, replaceFile } from './durable-file.ts';

/** The name of a vault's key file, and of the one before it. */
export const KEY_FILE = 'key.json';
export const PREVIOUS_KEY_FILE = 'key.previous.json';

/** The key file of a folder, as bytes; null where there is none. */
export function readKeyFileIn(folder: string): Promise<Uint8Array | null> {
  return readIfThere(path.join(folder, KEY_FILE));
}

/** The key file that was there before the last was written. */
export function readPreviousIn(folder: string): Promise<Uint8Array | null> {
  return readIfThere(path.join(folder, PREVIOUS_KEY_FILE));
}

/** Keeps a key file: the one before it beside it, first, so that at every moment one of the two is whole. */
export async function writeKeyFileIn(folder: string, bytes: Uint8Array): Promise<void> {
  const before = await readKeyFileIn(folder);
  if (before) await replaceFile(path.join(folder, PREVIOUS_KEY_FILE), before);
  await replaceFile(path.join(folder, KEY_FILE), bytes);
}

/** Puts a vault's key file into a copy of it. */
export async function copyKeyFile(from: string, to: string): Promise<void> {
  const bytes = await readKeyFileIn(from);
  const there = await readKeyFileIn(to);
  if (bytes && !(there && Buffer.from(bytes).equals(there))) await writeKeyFileIn(to, bytes);
}

async function readIfThere(place: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(place));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
