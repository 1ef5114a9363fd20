import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { VaultList } from '#shared/desktop/contract.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { parseVolumeName } from '#shared/journal/volume-name.ts';
import { vaultIdSchema } from '#shared/vault/key-file.ts';
import { createSealer } from '#shared/vault/seal.ts';
import type { CopyKeeper } from './copy-keeper.ts';
import { createCopyKeeper } from './copy-keeper.ts';
import { errorCode, prepareFolder } from './durable-file.ts';
import { openJournalFolder } from './journal-folder.ts';
import type { MarkedJournal } from './journal-mark.ts';
import { forgetMark, markJournal, openMark } from './journal-mark.ts';
import { readKeyFileIn, readPreviousIn, writeKeyFileIn } from './key-files.ts';
import type { PhotoStore } from './photo-store.ts';
import { createPhotoStore } from './photo-store.ts';
import type { ServerLink } from './server-link.ts';
import { createServerLink } from './server-link.ts';
import { beginSealing, endSealing } from './travel-seal.ts';
import { createSessionCookie } from './session-cookie.ts';
import { openSettingsFile, UNSEALED_SETTINGS } from './settings-file.ts';

/** What of the shell works on one vault, while it is open. */
export interface OpenWork {
  readonly id: string;
  readonly journal: MarkedJournal;
  readonly photos: PhotoStore;
  readonly copies: CopyKeeper;
  readonly server: ServerLink;
}

/** The vaults of this laptop, one folder each, of which one is open at most. */
export interface VaultShelf {
  /** What works on the open vault; undefined while none is. */
  current(): OpenWork | undefined;
  list(): Promise<VaultList>;
  open(id: string, hostKey: Uint8Array): Promise<Result<null, Failure>>;
  /** Keeps the key file of the open vault. */
  write(id: string, keyFile: Uint8Array): Promise<Result<null, Failure>>;
  /** Destroys what the owner opens the open vault with; see `vault.seal` of the contract. */
  seal(id: string, keyFile: Uint8Array | null): Promise<Result<null, Failure>>;
  discardUnsealed(): Promise<Result<null, Failure>>;
  /** Closes what is open; what was sent to it is on the disk before. */
  close(): Promise<void>;
}

export interface VaultShelfDeps {
  /** The app's own folder. What lies in it directly is of a version that had no vaults. */
  readonly work: string;
  /** The server that a new vault begins with; undefined where a person is asked. */
  readonly server: string | undefined;
  nowMs(): number;
  askFolder(): Promise<string | null>;
  /** Asks the person whether the app may speak with the server `to` instead of `from`. */
  askServer(from: string, to: string): Promise<boolean>;
}

export function createVaultShelf({ work, server: given, ...deps }: VaultShelfDeps): VaultShelf {
  const shelf = path.join(work, 'vaults');
  let current: OpenWork | undefined;
  // A new vault has no server set: what the page read of another must not go anywhere else by opening one.
  let lastServer: string | null = null;
  let isAsking = false;

  function folderOf(id: string): string {
    return path.join(shelf, id);
  }

  async function mayMove(from: string | null, to: string): Promise<boolean> {
    const before = from ?? lastServer;
    const may = before === null || before === to || (await askOnce(before, to));
    if (may) lastServer = to;
    return may;
  }

  // A page that asks without end gets one question at a time.
  async function askOnce(from: string, to: string): Promise<boolean> {
    if (isAsking) return false;
    isAsking = true;
    try {
      return await deps.askServer(from, to);
    } finally {
      isAsking = false;
    }
  }

  async function close(): Promise<void> {
    const closing = current;
    current = undefined;
    closing?.server.close();
    await closing?.journal.close();
  }

  return {
    current: () => current,
    close,
    async list() {
      await prepareFolder(shelf);
      const ids = (await readdir(shelf)).filter((name) => vaultIdSchema.safeParse(name).success);
      for (const id of ids) await endSealing(folderOf(id));
      const found = ids.map(async (id) => {
        const previous = await readPreviousIn(folderOf(id));
        const keyFile = (await readKeyFileIn(folderOf(id))) ?? previous;
        return keyFile && { id, keyFile, previous };
      });
      const vaults = (await Promise.all(found)).filter((vault) => vault !== null);
      return { vaults, hasUnsealed: await holdsUnsealed(work) };
    },
    async open(id, hostKey) {
      await close();
      const folder = folderOf(id);
      const photoFolder = path.join(folder, 'photos');
      await prepareFolder(shelf);
      await prepareFolder(folder);
      await prepareFolder(photoFolder);
      const sealer = createSealer(hostKey, (count) => new Uint8Array(randomBytes(count)));
      const settings = await openSettingsFile(folder, sealer, work);
      const server = createServerLink(settings, createSessionCookie(folder, sealer), mayMove);
      if (given !== undefined && server.address() === null) await server.setAddress(given);
      lastServer = server.address() ?? lastServer;
      const journal = markJournal(
        createJournal(async () => ok(await openJournalFolder(folder))),
        await openMark(work, id, sealer),
        deps.nowMs,
      );
      const copies = createCopyKeeper({ ...deps, journal, folder, settings, unsealed: work });
      current = { id, journal, photos: createPhotoStore(photoFolder), copies, server };
      return ok(null);
    },
    async write(id, keyFile) {
      // Two key files written would take away both that another person has.
      if (current?.id !== id) return err({ kind: 'vault/locked' });
      try {
        await prepareFolder(folderOf(id));
        await writeKeyFileIn(folderOf(id), keyFile);
        return ok(null);
      } catch (error) {
        return err({ kind: 'journal/write-failed', detail: String(error) });
      }
    },
    async seal(id, keyFile) {
      if (current?.id !== id) return err({ kind: 'vault/locked' });
      const copies = current?.copies;
      try {
        // The copy first: where this is cut off before the laptop is sealed, the next run of the copy mends it.
        await copies?.seal(keyFile);
        await close();
        await beginSealing(folderOf(id), keyFile);
        if (keyFile === null) await forgetMark(work, id);
      } catch (error) {
        return err({ kind: 'journal/write-failed', detail: errorCode(error) });
      }
      // From here on the vault is sealed, whatever happens: what is not ended now is ended at the next start.
      await endSealing(folderOf(id)).catch(() => undefined);
      return ok(null);
    },
    async discardUnsealed() {
      for (const name of await unsealedNames(work)) {
        await rm(path.join(work, name), { recursive: true, force: true });
      }
      return ok(null);
    },
  };
}

async function holdsUnsealed(work: string): Promise<boolean> {
  return (await readdir(work)).some((name) => parseVolumeName(name) !== undefined);
}

// Volumes last: as long as one is there, the work of before is, and taking it away is tried again.
async function unsealedNames(work: string): Promise<readonly string[]> {
  const names = await readdir(work);
  const volumes = names.filter((name) => parseVolumeName(name) !== undefined);
  const others = names.filter(
    (name) =>
      ['photos', 'session.bin', 'journal.reserve', UNSEALED_SETTINGS].includes(name) ||
      name.startsWith('journal.set-aside-') ||
      name.startsWith(`${UNSEALED_SETTINGS}.`),
  );
  return [...others, ...volumes];
}
