import { randomUUID } from 'node:crypto';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Failure } from '#shared/core/failure.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { CopySource, CopyState, OpenedCopy } from '#shared/desktop/contract.ts';
import type { Journal, JournalPage } from '#shared/journal/journal.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { readOnlyFolder } from '#shared/journal/read-only-folder.ts';
import { parseVolumeName } from '#shared/journal/volume-name.ts';
import { copyPhotos } from './copy-photos.ts';
import { errorCode, isDiskFull } from './durable-file.ts';
import { volumesIn } from './journal-folder.ts';
import { copyKeyFile, readKeyFileIn } from './key-files.ts';
import { createPhotoStore } from './photo-store.ts';
import type { CopySettings, SettingsFile } from './settings-file.ts';
import { beginSealing, endSealing } from './travel-seal.ts';

/** The copy of this laptop's work in a folder the person chose, and copies that are read. */
export interface CopyKeeper {
  state(): CopyState;
  choose(): Promise<Result<CopyState | null, Failure>>;
  stop(): Promise<Result<null, Failure>>;
  /** Brings the copy up to date; a run under way is waited for, not doubled. */
  run(): Promise<CopyState>;
  open(from: CopySource): Promise<Result<OpenedCopy | null, Failure>>;
  read(from: number): Promise<Result<JournalPage, Failure>>;
  photo(sha256: Sha256): Promise<Result<Uint8Array, Failure>>;
  /** Seals the copy for travel as the vault is, where its folder can be reached. */
  seal(keyFile: Uint8Array | null): Promise<void>;
}

export interface CopyKeeperDeps {
  readonly journal: Pick<Journal, 'copyTo'>;
  /** The vault's folder: photos and the key file, without which a copy opens to nobody, are copied from it. */
  readonly folder: string;
  /** Where work lies in clear, of a version that had no vaults. */
  readonly unsealed: string;
  readonly settings: SettingsFile;
  nowMs(): number;
  /** Asks the person for a folder; null when they thought better of it. */
  askFolder(): Promise<string | null>;
}

/** How often a copy is brought up to date, in ms. */
export const COPY_EVERY_MS = 60_000;
const PREFIX = 'Bazarnegar-';

export function createCopyKeeper(deps: CopyKeeperDeps): CopyKeeper {
  const { settings } = deps;
  let failure: Failure | null = null;
  let running: Promise<void> | undefined;
  let opened: { readonly journal: Journal; readonly place: string } | undefined;

  function state(): CopyState {
    const { copy } = settings.get();
    if (!copy) return { kind: 'off' };
    const left = copy.left === null ? null : path.join(copy.folder, copy.left);
    return { kind: 'kept', folder: placeOf(copy), copiedAtMs: copy.copiedAtMs, failure, left };
  }

  async function runOnce(): Promise<void> {
    const { copy } = settings.get();
    if (!copy) return;
    try {
      const copied = await copyTo(copy);
      failure = copied.ok ? null : copied.error;
      if (copied.ok && settings.get().copy?.name === copy.name) {
        await settings.set({ copy: { ...copied.value, copiedAtMs: deps.nowMs() } });
      }
    } catch (error) {
      failure = failureAt(copy.folder, error);
    }
  }

  /** Answers where the copy lies now. */
  async function copyTo(copy: CopySettings): Promise<Result<CopySettings, Failure>> {
    // Never made: a stick that is not plugged in has a place that a folder could be made in.
    if (!(await isFolder(copy.folder))) {
      return err({ kind: 'copy/folder-missing', folder: copy.folder });
    }
    const place = placeOf(copy);
    await mkdir(path.join(place, 'photos'), { recursive: true });
    // Photos first: an entry in the copy then never speaks of a photo that could have been there.
    await copyPhotos(path.join(deps.folder, 'photos'), path.join(place, 'photos'));
    await copyKeyFile(deps.folder, place);
    const copied = await deps.journal.copyTo(volumesIn(place));
    if (!copied.ok) return copied;
    if (copied.value.kind !== 'other-journal') return ok(copy);
    // What this journal does not continue is left as it is: it may be the only copy of something.
    return copyTo({ ...copy, name: newName(), left: copy.name });
  }

  async function placeOfSource(from: CopySource): Promise<string | null> {
    const { copy } = settings.get();
    if (from === 'own') return copy && placeOf(copy);
    return from === 'unsealed' ? deps.unsealed : deps.askFolder();
  }

  function run(): Promise<CopyState> {
    running ??= runOnce().finally(() => {
      running = undefined;
    });
    return running.then(state);
  }

  return {
    state,
    run,
    async choose() {
      const folder = await deps.askFolder();
      if (folder === null) return ok(null);
      await running;
      failure = null;
      await settings.set({ copy: { folder, name: newName(), copiedAtMs: null, left: null } });
      return ok(await run());
    },
    async stop() {
      await running;
      await settings.set({ copy: null });
      return ok(null);
    },
    async open(from) {
      const chosen = await placeOfSource(from);
      if (chosen === null) return ok(null);
      if (!(await isFolder(chosen))) return err({ kind: 'copy/folder-missing', folder: chosen });
      const found = from === 'chosen' ? await findCopy(chosen) : chosen;
      if (found === undefined) return err({ kind: 'copy/none-there', folder: chosen });
      const journal = createJournal(async () => ok(readOnlyFolder(volumesIn(found))));
      const read = await journal.open(null);
      if (!read.ok) return read;
      opened = { journal, place: found };
      const { position, setAsideBytes } = read.value;
      return ok({
        folder: found,
        frames: position.frames,
        damagedBytes: setAsideBytes,
        keyFile: from === 'unsealed' ? null : await readKeyFileIn(found),
      });
    },
    async read(from) {
      return opened ? opened.journal.read(from) : err({ kind: 'copy/none-there', folder: '' });
    },
    async photo(sha256) {
      if (!opened) return err({ kind: 'photo/missing', sha256 });
      return createPhotoStore(path.join(opened.place, 'photos')).get(sha256);
    },
    async seal(keyFile) {
      await running;
      const { copy } = settings.get();
      if (!copy || !(await isFolder(placeOf(copy)))) return;
      await beginSealing(placeOf(copy), keyFile);
      await endSealing(placeOf(copy));
    },
  };
}

function placeOf({ folder, name }: CopySettings): string {
  return path.join(folder, name);
}

// One for each laptop, so that several may use one stick.
function newName(): string {
  return `${PREFIX}${randomUUID().slice(0, 8)}`;
}

/** The folder itself where it holds a copy, else the one in it that was written last. */
async function findCopy(folder: string): Promise<string | undefined> {
  if (await holdsVolumes(folder)) return folder;
  const names = (await readdir(folder)).filter((name) => name.startsWith(PREFIX));
  const copies: { readonly place: string; readonly writtenMs: number }[] = [];
  for (const name of names) {
    const place = path.join(folder, name);
    if (await holdsVolumes(place)) copies.push({ place, writtenMs: await writtenMs(place) });
  }
  return copies.toSorted((a, b) => b.writtenMs - a.writtenMs)[0]?.place;
}

async function holdsVolumes(place: string): Promise<boolean> {
  if (!(await isFolder(place))) return false;
  return (await readdir(place)).some((name) => parseVolumeName(name) !== undefined);
}

/** When the newest volume of a copy was written. */
async function writtenMs(place: string): Promise<number> {
  const volumes = (await readdir(place)).filter((name) => parseVolumeName(name) !== undefined);
  const times = volumes.map(async (name) => (await stat(path.join(place, name))).mtimeMs);
  return Math.max(...(await Promise.all(times)));
}

async function isFolder(place: string): Promise<boolean> {
  try {
    return (await stat(place)).isDirectory();
  } catch {
    return false;
  }
}

function failureAt(folder: string, error: unknown): Failure {
  if (isDiskFull(error)) return { kind: 'copy/disk-full', folder };
  return { kind: 'copy/not-written', folder, detail: errorCode(error) };
}
