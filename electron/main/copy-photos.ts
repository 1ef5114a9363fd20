import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { prepareFolder, replaceFile } from './durable-file.ts';
import { REMOVED } from './photo-store.ts';

/** The name of a photo's file: its SHA-256. */
const PHOTO_NAME = /^[0-9a-f]{64}$/;

/**
 * Copies the photos that are not in `target` yet, each whole under its name or not at all. One that was taken away goes in the copy too;
 * one that is missing or empty here stays there.
 */
export async function copyPhotos(source: string, target: string): Promise<void> {
  await prepareFolder(target);
  const there = await sizesIn(target);
  for (const [name, bytes] of await sizesIn(source)) {
    const copied = there.get(name) ?? 0;
    const isWanted = bytes > REMOVED.length && copied <= REMOVED.length;
    const isGone = bytes === REMOVED.length && copied > REMOVED.length;
    if (!isWanted && !isGone) continue;
    await replaceFile(path.join(target, name), await readFile(path.join(source, name)));
  }
}

async function sizesIn(folder: string): Promise<ReadonlyMap<string, number>> {
  const names = (await readdir(folder)).filter((name) => PHOTO_NAME.test(name));
  const sizes = new Map<string, number>();
  for (const name of names) sizes.set(name, (await stat(path.join(folder, name))).size);
  return sizes;
}
