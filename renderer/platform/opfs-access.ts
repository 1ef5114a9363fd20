/**
 * Synchronous access to a file of the origin's private file system, which only a worker has; TypeScript's DOM library leaves it out.
 * See the File System standard of WHATWG.
 */
export interface SyncAccess {
  getSize(): number;
  read(into: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** Opens a file for this worker alone; throws `NoModificationAllowedError` while another has it. */
export function openSyncAccess(file: FileSystemFileHandle): Promise<SyncAccess> {
  const { createSyncAccessHandle } = file as unknown as {
    readonly createSyncAccessHandle: () => Promise<SyncAccess>;
  };
  return createSyncAccessHandle.call(file);
}

/** A folder of the app's own in the origin's private file system, made where there is none; `place` has `/` between names. */
export async function openFolder(place: string): Promise<FileSystemDirectoryHandle> {
  let folder = await navigator.storage.getDirectory();
  for (const name of place.split('/')) {
    folder = await folder.getDirectoryHandle(name, { create: true });
  }
  return folder;
}

/** A file's bytes; null where there is none. */
export async function readWhole(
  folder: FileSystemDirectoryHandle,
  name: string,
): Promise<Uint8Array | null> {
  if (!(await namesIn(folder)).includes(name)) return null;
  const file = await (await folder.getFileHandle(name)).getFile();
  return new Uint8Array(await file.arrayBuffer());
}

/** The names in a folder. */
export async function namesIn(folder: FileSystemDirectoryHandle): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}

/** Writes a whole file and flushes it. */
export async function writeFlushed(
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const access = await openSyncAccess(await folder.getFileHandle(name, { create: true }));
  try {
    access.truncate(0);
    writeAll(access, 0, bytes);
    access.flush();
  } finally {
    access.close();
  }
}

/**
 * Writes all bytes at a place. A file system that takes nothing more is full; so is one that says it took more than it was given, as a
 * private window of Chromium 156 does (it answers its error code as an unsigned number).
 */
export function writeAll(access: SyncAccess, at: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) {
    const rest = bytes.subarray(written);
    const taken = access.write(rest, { at: at + written });
    if (taken <= 0 || taken > rest.length) throw new DOMException('no room', 'QuotaExceededError');
    written += taken;
  }
}

/** Whether an error says that there is no room. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

/** Bytes the origin may still write; unknown counts as plenty. */
export async function roomLeft(): Promise<number> {
  const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
  return quota - usage;
}
