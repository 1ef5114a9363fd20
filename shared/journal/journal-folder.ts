/**
 * Where the volumes of a journal lie, as little of it as the journal needs: Electron's main process gives a folder of
 * the disk, the browser's worker one in OPFS. Calls never overlap. A call that fails throws what its platform throws.
 */
export interface JournalFolder {
  /** Names of its files; those that are no volumes may be among them. */
  names(): Promise<readonly string[]>;
  /** Opens a volume; one that is not there is made, empty, and its name survives a power cut. */
  open(name: string): Promise<VolumeFile>;
  /** Takes a volume away, for good. */
  remove(name: string): Promise<void>;
  /** Keeps bytes that are no part of the journal any more in a new file beside it, flushed. */
  setAside(bytes: Uint8Array): Promise<void>;
  /** Gives the disk space held back for the last save; false when there is none to give. */
  releaseReserve(): Promise<boolean>;
  /** Whether what a call threw means that the disk has no room. */
  isFull(error: unknown): boolean;
  /** Lets go of the folder, so that another writer may have it. */
  close(): Promise<void>;
}

/** One volume, opened. */
export interface VolumeFile {
  /** Bytes in the file. */
  size(): Promise<number>;
  /** Bytes from `at` on, `length` of them or fewer at the end of the file. */
  read(at: number, length: number): Promise<Uint8Array>;
  /** Writes all bytes at `at` and flushes them: when it ends well, they survive a power cut. */
  write(at: number, bytes: Uint8Array): Promise<void>;
  /** Cuts the file to `size` bytes and flushes that. */
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}
