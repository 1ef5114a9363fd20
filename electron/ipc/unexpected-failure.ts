import { err } from '#shared/core/result.ts';
import type { DesktopChannel, DesktopInput, DesktopOutput } from '#shared/desktop/contract.ts';

type Unexpected = {
  readonly [C in DesktopChannel]: (input: DesktopInput<C>, detail: string) => DesktopOutput<C>;
};

function journalFailed(_input: unknown, detail: string) {
  return err({ kind: 'journal/write-failed', detail } as const);
}

function fileNotSaved(_input: unknown, detail: string) {
  return err({ kind: 'file/not-saved', detail } as const);
}

function fileNotRead(_input: unknown, detail: string) {
  return err({ kind: 'file/not-read', detail } as const);
}

/** What a call answers when its handler met something nobody foresaw: still an outcome that the page knows how to show. */
export const unexpectedFailure: Unexpected = {
  'vault.list': () => ({ vaults: [], hasUnsealed: false }),
  'vault.open': journalFailed,
  'vault.write': journalFailed,
  'vault.seal': journalFailed,
  'vault.discard-unsealed': journalFailed,
  'vault.lock': () => null,
  'journal.open': journalFailed,
  'journal.read': journalFailed,
  'journal.accept': journalFailed,
  'journal.append': journalFailed,
  'photo.put': journalFailed,
  'photo.get': ({ sha256 }) => err({ kind: 'photo/missing', sha256 }),
  'photo.remove': journalFailed,
  'copy.state': () => ({ kind: 'off' }),
  'copy.choose': fileNotSaved,
  'copy.stop': fileNotSaved,
  'copy.run': () => ({ kind: 'off' }),
  'copy.open': journalFailed,
  'copy.read': journalFailed,
  'copy.photo': ({ sha256 }) => err({ kind: 'photo/missing', sha256 }),
  'server.get': () => null,
  'server.set': fileNotSaved,
  'http.request': () => err({ kind: 'network/unreachable' }),
  'file.begin': fileNotSaved,
  'file.write': fileNotSaved,
  'file.end': fileNotSaved,
  'file.open': fileNotRead,
  'file.read': fileNotRead,
  'file.close': () => null,
  'update.check': fileNotRead,
  'storage.state': () => ({ freeBytes: null, journalBytes: 0 }),
  'system.languages': () => [],
};
