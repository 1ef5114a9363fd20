import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { OpenedCopy, VaultList } from '#shared/desktop/contract.ts';
import type { Journal } from '#shared/journal/journal.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { readOnlyFolder } from '#shared/journal/read-only-folder.ts';
import { parseVolumeName } from '#shared/journal/volume-name.ts';
import { isQuotaError, namesIn, openFolder, readWhole, writeFlushed } from './opfs-access.ts';
import { beginOpfsSealing, endOpfsSealing, KEY_FILE, PREVIOUS_KEY_FILE } from './opfs-seal.ts';
import { openOpfsJournal, opfsVolumes } from './opfs-journal-folder.ts';
import type { OpfsPhotos } from './opfs-photos.ts';
import { createOpfsPhotos } from './opfs-photos.ts';

const SHELF = 'vaults';
/** Where journal and photos lay in clear before there were vaults. */
const UNSEALED = { journal: 'work', photos: 'photos' } as const;

/** What works on one vault while it is open. */
export interface OpfsWork {
  /** The vault's; absent for work that lies in clear. */
  readonly id?: string;
  readonly journal: Journal;
  readonly photos: OpfsPhotos;
}

/** The vaults in the origin's private file system, one folder each. */
export interface OpfsVaults {
  /** What works on the open vault; undefined while none is. */
  current(): OpfsWork | undefined;
  list(): Promise<VaultList>;
  open(id: string): Promise<Result<null, Failure>>;
  write(id: string, keyFile: Uint8Array): Promise<Result<null, Failure>>;
  /** Destroys what the owner opens the open vault with; see `vault.seal` of the contract. */
  seal(id: string, keyFile: Uint8Array | null): Promise<Result<null, Failure>>;
  discardUnsealed(): Promise<Result<null, Failure>>;
  close(): Promise<void>;
  /** Opens what lies in clear, to be read. */
  openUnsealed(): Promise<Result<OpenedCopy, Failure>>;
  unsealed(): OpfsWork | undefined;
}

export function createOpfsVaults(): OpfsVaults {
  let current: OpfsWork | undefined;
  let unsealed: OpfsWork | undefined;

  async function close(): Promise<void> {
    const closing = current;
    current = undefined;
    await closing?.journal.close();
  }

  return {
    current: () => current,
    unsealed: () => unsealed,
    close,
    async list() {
      const shelf = await openFolder(SHELF);
      for (const id of await namesIn(shelf)) await endOpfsSealing(shelf, id);
      const found = (await namesIn(shelf)).map(async (id) => {
        const folder = await shelf.getDirectoryHandle(id);
        const previous = await readWhole(folder, PREVIOUS_KEY_FILE);
        const keyFile = (await readWhole(folder, KEY_FILE)) ?? previous;
        return keyFile && { id, keyFile, previous };
      });
      const vaults = (await Promise.all(found)).filter((vault) => vault !== null);
      const names = await namesIn(await openFolder(UNSEALED.journal));
      return { vaults, hasUnsealed: names.some((name) => parseVolumeName(name) !== undefined) };
    },
    async open(id) {
      await close();
      const place = `${SHELF}/${id}`;
      const journal = createJournal(() => openOpfsJournal(place));
      current = { id, journal, photos: createOpfsPhotos(`${place}/photos`) };
      return ok(null);
    },
    async write(id, keyFile) {
      if (current?.id !== id) return err({ kind: 'vault/locked' });
      try {
        const folder = await openFolder(`${SHELF}/${id}`);
        const before = await readWhole(folder, KEY_FILE);
        if (before) await writeFlushed(folder, PREVIOUS_KEY_FILE, before);
        await writeFlushed(folder, KEY_FILE, keyFile);
        return ok(null);
      } catch (error) {
        if (isQuotaError(error)) return err({ kind: 'journal/disk-full' });
        return err({ kind: 'journal/write-failed', detail: String(error) });
      }
    },
    async seal(id, keyFile) {
      if (current?.id !== id) return err({ kind: 'vault/locked' });
      const shelf = await openFolder(SHELF);
      try {
        await close();
        await beginOpfsSealing(shelf, id, keyFile);
      } catch (error) {
        if (isQuotaError(error)) return err({ kind: 'journal/disk-full' });
        return err({ kind: 'journal/write-failed', detail: String(error) });
      }
      // From here on the vault is sealed, whatever happens: what is not ended now is ended at the next start.
      await endOpfsSealing(shelf, id).catch(() => undefined);
      return ok(null);
    },
    async discardUnsealed() {
      await unsealed?.journal.close();
      const root = await navigator.storage.getDirectory();
      for (const name of [UNSEALED.photos, UNSEALED.journal]) {
        await root.removeEntry(name, { recursive: true }).catch(() => undefined);
      }
      return ok(null);
    },
    async openUnsealed() {
      const journal = createJournal(async () =>
        ok(readOnlyFolder(await opfsVolumes(UNSEALED.journal))),
      );
      const opened = await journal.open(null);
      if (!opened.ok) return opened;
      unsealed = { journal, photos: createOpfsPhotos(UNSEALED.photos) };
      const { position, setAsideBytes } = opened.value;
      return ok({
        folder: UNSEALED.journal,
        frames: position.frames,
        damagedBytes: setAsideBytes,
        keyFile: null,
      });
    },
  };
}
