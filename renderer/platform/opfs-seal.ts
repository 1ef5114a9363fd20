import { namesIn, openSyncAccess, readWhole, writeAll, writeFlushed } from './opfs-access.ts';

/** The name of a vault's key file, and of the one before it. */
export const KEY_FILE = 'key.json';
export const PREVIOUS_KEY_FILE = 'key.previous.json';

/** What is to become of the vault: its key file for recovery alone, or `{}`, which takes all of it away. */
const MARK = 'sealed.json';
const UNFINISHED_MARK = 'sealed.part';
const NOTHING = '{}';

/** Decides that a vault is sealed: one file, whole or not there. Nothing is destroyed yet. Throws where it could not be decided. */
export async function beginOpfsSealing(
  shelf: FileSystemDirectoryHandle,
  id: string,
  keyFile: Uint8Array | null,
): Promise<void> {
  const folder = await shelf.getDirectoryHandle(id);
  await writeFlushed(folder, UNFINISHED_MARK, keyFile ?? new TextEncoder().encode(NOTHING));
  // A name is given in one step: a mark that is there is whole.
  const unfinished: Movable = await folder.getFileHandle(UNFINISHED_MARK);
  if (!unfinished.move) throw new Error('this browser cannot name a file in one step');
  await unfinished.move(MARK);
}

/** Chromium's own, beside the standard. */
type Movable = FileSystemFileHandle & { readonly move?: (name: string) => Promise<void> };

/** Ends a sealing that was begun of a vault, however often it was cut off; nothing where none was. */
export async function endOpfsSealing(shelf: FileSystemDirectoryHandle, id: string): Promise<void> {
  const folder = await shelf.getDirectoryHandle(id);
  const mark = await readWhole(folder, MARK);
  if (!mark) return;
  for (const name of [KEY_FILE, PREVIOUS_KEY_FILE]) await destroyFile(folder, name);
  if (new TextDecoder().decode(mark) === NOTHING) {
    // The mark goes last: what it decided must not be forgotten half-way.
    for (const name of await namesIn(folder)) {
      if (name !== MARK) await folder.removeEntry(name, { recursive: true });
    }
    await shelf.removeEntry(id, { recursive: true });
    return;
  }
  await writeFlushed(folder, KEY_FILE, mark);
  await folder.removeEntry(MARK);
}

// Its bytes are written over where they lie, as far as the disk does that.
async function destroyFile(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  if (!(await namesIn(folder)).includes(name)) return;
  const access = await openSyncAccess(await folder.getFileHandle(name));
  try {
    writeAll(access, 0, new Uint8Array(access.getSize()));
    access.flush();
  } finally {
    access.close();
  }
  await folder.removeEntry(name);
}
