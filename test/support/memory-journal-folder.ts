import type { JournalFolder, VolumeFile } from '#shared/journal/journal-folder.ts';

/** A disk in memory: what was flushed survives `createMemoryDesktop` being thrown away. */
export interface MemoryDisk {
  readonly files: Map<string, Uint8Array>;
  /** The first volume: the whole of a short journal. */
  bytes: Uint8Array;
  readonly setAside: Uint8Array[];
  /** Says what the next writes do; each call of `write` takes one. */
  readonly plan: WriteFault[];
  /** After so many operations that change it the power goes, in the midst of the last one; undefined: it stays. */
  powerFor: number | undefined;
}

/**
 * How a write goes wrong. `full`: nothing is written. `torn`: half is written. `late`: all is written, but the flush is
 * said to have failed and cutting it off fails too, as when a disk goes away for a moment.
 */
export type WriteFault = 'full' | 'torn' | 'late' | 'none';

const FIRST = 'journal.bzj';

/** An empty disk, or one on which `bytes` are the first volume. */
export function createMemoryDisk(bytes?: Uint8Array): MemoryDisk {
  const files = new Map<string, Uint8Array>(bytes === undefined ? [] : [[FIRST, bytes]]);
  return {
    files,
    get bytes() {
      return files.get(FIRST) ?? new Uint8Array();
    },
    set bytes(next) {
      files.set(FIRST, next);
    },
    setAside: [],
    plan: [],
    powerFor: undefined,
  };
}

/** The journal's folder on a memory disk. */
export function openMemoryFolder(disk: MemoryDisk): JournalFolder {
  let isStuck = false;

  /** Counts an operation; `half` is what it has done when the power goes. */
  function change(act: () => void, half: () => void): void {
    if (disk.powerFor !== undefined) {
      if (disk.powerFor <= 0) throw new Error('no power');
      disk.powerFor -= 1;
      if (disk.powerFor === 0) {
        half();
        throw new Error('no power');
      }
    }
    act();
  }

  function openFile(name: string): VolumeFile {
    function bytesOf(): Uint8Array {
      return disk.files.get(name) ?? new Uint8Array();
    }
    function splice(at: number, bytes: Uint8Array): void {
      const next = new Uint8Array(Math.max(bytesOf().length, at + bytes.length));
      next.set(bytesOf());
      next.set(bytes, at);
      disk.files.set(name, next);
    }
    return {
      size: async () => bytesOf().length,
      read: async (at, length) => bytesOf().slice(at, at + length),
      async write(at, bytes) {
        const half = bytes.subarray(0, Math.floor(bytes.length / 2));
        const fault = disk.plan.shift() ?? 'none';
        if (fault === 'full') throw new Error('ENOSPC');
        if (fault === 'torn') {
          splice(at, half);
          throw new Error('EIO');
        }
        change(
          () => splice(at, bytes),
          () => splice(at, half),
        );
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
        change(
          () => disk.files.set(name, bytesOf().slice(0, size)),
          () => undefined,
        );
      },
      close: async () => undefined,
    };
  }

  return {
    names: async () => [...disk.files.keys()],
    async open(name) {
      if (!disk.files.has(name)) {
        change(
          () => disk.files.set(name, new Uint8Array()),
          () => undefined,
        );
      }
      return openFile(name);
    },
    async remove(name) {
      change(
        () => disk.files.delete(name),
        () => undefined,
      );
    },
    setAside: async (bytes) => void disk.setAside.push(bytes),
    releaseReserve: async () => false,
    isFull: (error) => error instanceof Error && error.message === 'ENOSPC',
    close: async () => undefined,
  };
}
