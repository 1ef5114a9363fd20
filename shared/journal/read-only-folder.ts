import type { JournalFolder } from './journal-folder.ts';

/** A folder that is only read: what opening a damaged journal mends in it is mended in memory. */
export function readOnlyFolder(folder: JournalFolder): JournalFolder {
  const changed = new Map<string, Uint8Array>();
  const removed = new Set<string>();

  async function bytesOf(name: string): Promise<Uint8Array> {
    const known = changed.get(name);
    if (known) return known;
    if (!(await folder.names()).includes(name)) return new Uint8Array();
    const file = await folder.open(name);
    try {
      return await file.read(0, await file.size());
    } finally {
      await file.close();
    }
  }

  return {
    ...folder,
    names: async () => (await folder.names()).filter((name) => !removed.has(name)),
    open: async (name) => {
      const original = await bytesOf(name);
      function bytes(): Uint8Array {
        return changed.get(name) ?? original;
      }
      return {
        size: async () => bytes().length,
        read: async (at, length) => bytes().slice(at, at + length),
        write: async (at, added) => {
          const next = new Uint8Array(Math.max(bytes().length, at + added.length));
          next.set(bytes());
          next.set(added, at);
          changed.set(name, next);
        },
        truncate: async (size) => void changed.set(name, bytes().slice(0, size)),
        close: async () => undefined,
      };
    },
    remove: async (name) => void removed.add(name),
    setAside: async () => undefined,
    releaseReserve: async () => false,
  };
}
