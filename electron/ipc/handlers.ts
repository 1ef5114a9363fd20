import { err } from '#shared/core/result.ts';
import type { DesktopChannel, DesktopInput, DesktopOutput } from '#shared/desktop/contract.ts';
import type { ReadFiles } from '../main/read-file.ts';
import type { SaveFiles } from '../main/save-file.ts';
import type { OpenWork, VaultShelf } from '../main/vault-shelf.ts';

/** What answers each call of the contract. */
export type DesktopHandlers = {
  readonly [C in DesktopChannel]: (
    input: DesktopInput<C>,
  ) => DesktopOutput<C> | Promise<DesktopOutput<C>>;
};

/** The parts of the shell that answer the page. */
export interface Shell {
  readonly vaults: VaultShelf;
  readonly files: SaveFiles;
  readonly readFiles: ReadFiles;
  /** Closes the vault, and the page with it. */
  lock(): Promise<void>;
  /** Whether the last lock came without the page; it is told once. */
  takeForced(): boolean;
  checkUpdate: DesktopHandlers['update.check'];
  freeBytes(): Promise<number | null>;
  languages(): readonly string[];
}

const locked = err({ kind: 'vault/locked' } as const);

/** Every call of the contract, answered by the shell's parts; what needs an open vault is refused while there is none. */
export function createHandlers(shell: Shell): DesktopHandlers {
  const { vaults, files, readFiles } = shell;

  function onWork<T, L>(act: (work: OpenWork) => T, whileLocked: L): T | L {
    const work = vaults.current();
    return work ? act(work) : whileLocked;
  }

  return {
    'vault.list': async () => ({ ...(await vaults.list()), wasForced: shell.takeForced() }),
    'vault.open': ({ id, hostKey }) => vaults.open(id, hostKey),
    'vault.write': ({ id, keyFile }) => vaults.write(id, keyFile),
    'vault.seal': ({ id, keyFile }) => vaults.seal(id, keyFile),
    'vault.discard-unsealed': () => vaults.discardUnsealed(),
    'vault.lock': async () => {
      await shell.lock();
      return null;
    },
    'journal.open': ({ known }) => onWork(({ journal }) => journal.open(known), locked),
    'journal.read': ({ from }) => onWork(({ journal }) => journal.read(from), locked),
    'journal.accept': () => onWork(({ journal }) => journal.accept(), locked),
    'journal.append': ({ payloads }) => onWork(({ journal }) => journal.append(payloads), locked),
    'photo.put': ({ sha256, bytes }) => onWork(({ photos }) => photos.put(sha256, bytes), locked),
    'photo.get': ({ sha256 }) => onWork(({ photos }) => photos.get(sha256), locked),
    'photo.remove': ({ sha256 }) => onWork(({ photos }) => photos.remove(sha256), locked),
    'copy.state': () => onWork(({ copies }) => copies.state(), { kind: 'off' }),
    'copy.choose': () => onWork(({ copies }) => copies.choose(), locked),
    'copy.stop': () => onWork(({ copies }) => copies.stop(), locked),
    'copy.run': () => onWork(({ copies }) => copies.run(), { kind: 'off' }),
    'copy.open': ({ from }) => onWork(({ copies }) => copies.open(from), locked),
    'copy.read': ({ from }) => onWork(({ copies }) => copies.read(from), locked),
    'copy.photo': ({ sha256 }) => onWork(({ copies }) => copies.photo(sha256), locked),
    'server.get': () => onWork(({ server }) => server.address(), null),
    'server.set': ({ address }) => onWork(({ server }) => server.setAddress(address), locked),
    'http.request': (input) => onWork(({ server }) => server.request(input), locked),
    'file.begin': ({ suggestedName }) => files.begin(suggestedName),
    'file.write': ({ handle, bytes }) => files.write(handle, bytes),
    'file.end': ({ handle, keep }) => files.end(handle, keep),
    'file.open': async ({ saved }) => {
      if (saved === null) return readFiles.open(null);
      const place = files.placeOf(saved);
      return place === undefined
        ? err({ kind: 'file/not-read', detail: 'not saved' })
        : readFiles.open(place);
    },
    'file.read': ({ handle, at, length }) => readFiles.read(handle, at, length),
    'file.close': async ({ handle }) => {
      await readFiles.close(handle);
      return null;
    },
    'update.check': shell.checkUpdate,
    'storage.state': async () => ({
      freeBytes: await shell.freeBytes(),
      journalBytes: onWork(({ journal }) => journal.bytes(), 0),
    }),
    'system.languages': () => shell.languages(),
  };
}
