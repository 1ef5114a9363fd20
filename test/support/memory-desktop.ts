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
  /** How long a volume of the journal gets. */
  readonly volumeBytes?: number | undefined;
}

/** A copy of a laptop's work. */
export interface DesktopCopy {
  readonly disk: MemoryDisk;
  readonly photos: ReadonlyMap<string, Uint8Array>;
}

/** A desktop whose journal is the product's own on a disk in memory, for one window; photos are kept in memory as well. */
export function createMemoryDesktop(
  disk: MemoryDisk,
  { link = noLink, photos = new Map(), volumeBytes, copy = noCopy }: DesktopParts = {},
): Desktop {
  const journal = createJournal(async () => ok(openMemoryFolder(disk)), volumeBytes);
  const copied = createJournal(async () => {
    const stick = copy();
    if (!stick) return err({ kind: 'journal/write-failed', detail: 'no copy' });
    return ok(readOnlyFolder(openMemoryFolder(stick.disk)));
  });
  let server: string | null = 'https://server.example';
  const calls: {
    readonly [C in DesktopChannel]: (input: DesktopInput<C>) => Promise<DesktopOutput<C>>;
  } = {
    'journal.open': ({ known }) => journal.open(known),
    'journal.read': ({ from }) => journal.read(from),
    'journal.append': ({ payloads }) => journal.append(payloads),
    'photo.put': async ({ sha256, bytes }) => {
      photos.set(sha256, bytes);
      return ok(null);
    },
    'photo.get': async ({ sha256 }) => photoOf(photos, sha256),
    'copy.state': async () => ({ kind: 'impossible' }),
    'copy.choose': async () => ok(null),
    'copy.stop': async () => ok(null),
    'copy.run': async () => ({ kind: 'impossible' }),
    'copy.open': async () => {
      const opened = await copied.open(null);
      if (!opened.ok) return opened;
      const { position, setAsideBytes } = opened.value;
      return ok({ folder: '/stick', frames: position.frames, damagedBytes: setAsideBytes });
    },
    'copy.read': ({ from }) => copied.read(from),
    'copy.photo': async ({ sha256 }) => photoOf(copy()?.photos, sha256),
    'server.get': async () => server,
    'server.set': async ({ address }) => {
      server = address;
      return ok(null);
    },
    'http.request': link,
    'file.begin': async () => ok(null),
    'file.write': async () => ok(null),
    'file.end': async () => ok(null),
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
