import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { prepareFolder, replaceFile } from './durable-file.ts';

/** The name of a photo's file: its SHA-256. */
const PHOTO_NAME = /^[0-9a-f]{64}$/;

/** Copies the photos that are not in `target` yet, each whole under its name or not at all. */
export async function copyPhotos(source: string, target: string): Promise<void> {
  await prepareFolder(target);
  const there = new Set(await readdir(target));
  const missing = (await readdir(source)).filter(
    (name) => PHOTO_NAME.test(name) && !there.has(name),
  );
  for (const name of missing) {
    await replaceFile(path.join(target, name), await readFile(path.join(source, name)));
  }
}
