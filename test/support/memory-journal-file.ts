import type { JournalFile } from '#shared/journal/journal-file.ts';

/** A disk in memory: what was flushed survives `createMemoryDesktop` being thrown away. */
export interface MemoryDisk {
  bytes: Uint8Array;
  readonly setAside: Uint8Array[];
  /** Says what the next writes do; each call of `write` takes one. */
  readonly plan: WriteFault[];
}

/**
 * How a write goes wrong. `full`: nothing is written. `torn`: half is written. `late`: all is written, but the flush is
 * said to have failed and cutting it off fails too, as when a disk goes away for a moment.
 */
export type WriteFault = 'full' | 'torn' | 'late' | 'none';

export function createMemoryDisk(): MemoryDisk {
  return { bytes: new Uint8Array(), setAside: [], plan: [] };
}

/** The journal's file on a memory disk. */
export function openMemoryFile(disk: MemoryDisk): JournalFile {
  let isStuck = false;
  function splice(at: number, bytes: Uint8Array): void {
    const next = new Uint8Array(Math.max(disk.bytes.length, at + bytes.length));
    next.set(disk.bytes);
    next.set(bytes, at);
    disk.bytes = next;
  }

  return {
    size: async () => disk.bytes.length,
    read: async (at, length) => disk.bytes.slice(at, at + length),
    async write(at, bytes) {
      const fault = disk.plan.shift() ?? 'none';
      if (fault === 'full') throw new Error('ENOSPC');
      if (fault === 'torn') {
        splice(at, bytes.subarray(0, Math.floor(bytes.length / 2)));
        throw new Error('EIO');
      }
      splice(at, bytes);
      if (fault === 'late') {
        isStuck = true;
        throw new Error('EIO');
      }
    },
    async truncate(size) {
      if (isStuck) {
        isStuck = false;
        throw new Error('EIO');
      }
      disk.bytes = disk.bytes.slice(0, size);
    },
    setAside: async (bytes) => void disk.setAside.push(bytes),
    releaseReserve: async () => false,
    isFull: (error) => error instanceof Error && error.message === 'ENOSPC',
    close: async () => {},
  };
}
