import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type {
  Desktop,
  DesktopCalls,
  DesktopChannel,
  DesktopInput,
  DesktopOutput,
  HttpRequest,
  HttpResponse,
} from '#shared/desktop/contract.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { readOnlyFolder } from '#shared/journal/read-only-folder.ts';
import type { MemoryDisk } from './memory-journal-folder.ts';
import { openMemoryFolder } from './memory-journal-folder.ts';

/** How the memory desktop reaches a server. */
export type Link = (request: HttpRequest) => Promise<Result<HttpResponse, Failure>>;

export interface DesktopParts {
  readonly link?: Link | undefined;
  readonly photos?: Map<string, Uint8Array>;
  /** A copy that can be opened: another laptop's disk and photos. */
  readonly copy?: (() => DesktopCopy | undefined) | undefined;
  /** The stick that files are saved on and read from; without one the person thinks better of it each time. */
  readonly stick?: (() => MemoryStick | undefined) | undefined;
  /** How long a volume of the journal gets. */
  readonly volumeBytes?: number | undefined;
}

/** A stick: its files, and the one its person chooses next. */
export interface MemoryStick {
  readonly files: Map<string, Uint8Array>;
  chosen: string;
}

/** A copy of a laptop's work. */
export interface DesktopCopy {
  readonly disk: MemoryDisk;
  readonly photos: ReadonlyMap<string, Uint8Array>;
  /** Of the vault it is sealed by; absent where it lies in clear. */
  readonly keyFile?: Uint8Array;
}

/** A desktop whose journal is the product's own on a disk in memory, for one window; photos are kept in memory as well. */
export function createMemoryDesktop(
  disk: MemoryDisk,
  {
    link = noLink,
    photos = new Map(),
    volumeBytes,
    copy = noCopy,
    stick = noCopy,
  }: DesktopParts = {},
): Desktop {
  const journal = createJournal(async () => ok(openMemoryFolder(disk)), volumeBytes);
  const copied = createJournal(async () => {
    const plugged = copy();
    if (!plugged) return err({ kind: 'journal/write-failed', detail: 'no copy' });
    return ok(readOnlyFolder(openMemoryFolder(plugged.disk)));
  });
  let server: string | null = 'https://server.example';
  const calls: {
    readonly [C in DesktopChannel]: (input: DesktopInput<C>) => Promise<DesktopOutput<C>>;
  } = {
    'vault.list': async () => ({ vaults: [], hasUnsealed: false }),
    'vault.open': async () => ok(null),
    'vault.write': async () => ok(null),
    'vault.seal': async () => ok(null),
    'vault.discard-unsealed': async () => ok(null),
    'vault.lock': async () => null,
    'journal.open': ({ known }) => journal.open(known),
    'journal.read': ({ from }) => journal.read(from),
    'journal.accept': async () => ok(null),
    'journal.append': ({ payloads }) => journal.append(payloads),
    'photo.put': async ({ sha256, bytes }) => {
      photos.set(sha256, bytes);
      return ok(null);
    },
    'photo.get': async ({ sha256 }) => photoOf(photos, sha256),
    'photo.remove': async ({ sha256 }) => {
      photos.delete(sha256);
      return ok(null);
    },
    'copy.state': async () => ({ kind: 'impossible' }),
    'copy.choose': async () => ok(null),
    'copy.stop': async () => ok(null),
    'copy.run': async () => ({ kind: 'impossible' }),
    'copy.open': async () => {
      const opened = await copied.open(null);
      if (!opened.ok) return opened;
      const { position, setAsideBytes } = opened.value;
      return ok({
        folder: '/stick',
        frames: position.frames,
        damagedBytes: setAsideBytes,
        keyFile: copy()?.keyFile ?? null,
      });
    },
    'copy.read': ({ from }) => copied.read(from),
    'copy.photo': async ({ sha256 }) => photoOf(copy()?.photos, sha256),
    'server.get': async () => server,
    'server.set': async ({ address }) => {
      server = address;
      return ok(true);
    },
    'http.request': link,
    ...memoryFiles(stick),
    'update.check': async () => ok(null),
    'storage.state': async () => ({ freeBytes: null, journalBytes: journal.bytes() }),
    'system.languages': async () => ['fa-IR'],
  };
  return {
    host: 'desktop',
    appVersion: '0.0.0-test',
    call<C extends DesktopChannel>(
      channel: C,
      input: DesktopInput<C>,
    ): Promise<DesktopCalls[C]['output']> {
      return calls[channel](input);
    },
    onSuspend: () => undefined,
  };
}

function memoryFiles(stick: () => MemoryStick | undefined) {
  const begun = new Map<string, Uint8Array[]>();
  const lost = err({ kind: 'file/not-read', detail: 'no stick' } as const);
  return {
    'file.begin': async ({ suggestedName }: DesktopInput<'file.begin'>) => {
      if (!stick()) return ok(null);
      begun.set(suggestedName, []);
      return ok(suggestedName);
    },
    'file.write': async ({ handle, bytes }: DesktopInput<'file.write'>) => {
      begun.get(handle)?.push(bytes.slice());
      return stick() ? ok(null) : err({ kind: 'file/not-saved', detail: 'no stick' } as const);
    },
    'file.end': async ({ handle, keep }: DesktopInput<'file.end'>) => {
      if (keep) stick()?.files.set(handle, Buffer.concat(begun.get(handle) ?? []));
      begun.delete(handle);
      return ok(null);
    },
    'file.open': async ({ saved }: DesktopInput<'file.open'>) => {
      const name = saved ?? stick()?.chosen;
      if (name === undefined) return ok(null);
      const file = stick()?.files.get(name);
      return file ? ok({ handle: name, name, bytes: file.length }) : lost;
    },
    'file.read': async ({ handle, at, length }: DesktopInput<'file.read'>) => {
      const file = stick()?.files.get(handle);
      return file ? ok(new Uint8Array(file.subarray(at, at + length))) : lost;
    },
    'file.close': async () => null,
  };
}

function photoOf(
  photos: ReadonlyMap<string, Uint8Array> | undefined,
  sha256: Sha256,
): Result<Uint8Array, Failure> {
  const bytes = photos?.get(sha256);
  return bytes ? ok(bytes) : err({ kind: 'photo/missing', sha256 });
}

function noCopy(): undefined {
  return undefined;
}

async function noLink(): Promise<Result<HttpResponse, Failure>> {
  return err({ kind: 'network/unreachable' });
}
