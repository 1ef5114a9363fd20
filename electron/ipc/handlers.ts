import { err } from '#shared/core/result.ts';
import type { DesktopChannel, DesktopInput, DesktopOutput } from '#shared/desktop/contract.ts';
import type { Journal } from '#shared/journal/journal.ts';
import type { CopyKeeper } from '../main/copy-keeper.ts';
import type { PhotoStore } from '../main/photo-store.ts';
import type { ReadFiles } from '../main/read-file.ts';
import type { SaveFiles } from '../main/save-file.ts';
import type { ServerLink } from '../main/server-link.ts';

/** What answers each call of the contract. */
export type DesktopHandlers = {
  readonly [C in DesktopChannel]: (
    input: DesktopInput<C>,
  ) => DesktopOutput<C> | Promise<DesktopOutput<C>>;
};

/** The parts of the shell that answer the page. */
export interface Shell {
  readonly journal: Journal;
  readonly photos: PhotoStore;
  readonly copies: CopyKeeper;
  readonly files: SaveFiles;
  readonly readFiles: ReadFiles;
  readonly server: ServerLink;
  freeBytes(): Promise<number | null>;
  languages(): readonly string[];
}

/** Every call of the contract, answered by the shell's parts. */
export function createHandlers(shell: Shell): DesktopHandlers {
  const { journal, photos, copies, files, readFiles, server } = shell;
  return {
    'journal.open': ({ known }) => journal.open(known),
    'journal.read': ({ from }) => journal.read(from),
    'journal.append': ({ payloads }) => journal.append(payloads),
    'photo.put': ({ sha256, bytes }) => photos.put(sha256, bytes),
    'photo.get': ({ sha256 }) => photos.get(sha256),
    'copy.state': () => copies.state(),
    'copy.choose': () => copies.choose(),
    'copy.stop': () => copies.stop(),
    'copy.run': () => copies.run(),
    'copy.open': ({ own }) => copies.open(own),
    'copy.read': ({ from }) => copies.read(from),
    'copy.photo': ({ sha256 }) => copies.photo(sha256),
    'server.get': () => server.address(),
    'server.set': ({ address }) => server.setAddress(address),
    'http.request': (input) => server.request(input),
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
    'storage.state': async () => ({
      freeBytes: await shell.freeBytes(),
      journalBytes: journal.bytes(),
    }),
    'system.languages': () => shell.languages(),
  };
}
