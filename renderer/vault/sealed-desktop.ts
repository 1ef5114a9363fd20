import type { Failure } from '#shared/core/failure.ts';
import { sha256Hex } from '#shared/core/hash.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type {
  Desktop,
  DesktopChannel,
  DesktopInput,
  DesktopOutput,
} from '#shared/desktop/contract.ts';
import type { JournalPage } from '#shared/journal/journal.ts';
import { createSealedActs } from '#shared/journal/sealed-acts.ts';
import { readKeyFile } from '#shared/vault/key-file.ts';
import type { VaultKeys } from '#shared/vault/vault-keys.ts';

/** A desktop that seals what goes to the journal and the photos and opens what comes back, so that its host sees neither. */
export interface SealedDesktop extends Desktop {
  /** Gives the keys of the vault that the copy opened last is sealed by, where it is another than this one. */
  openCopyWith(keys: VaultKeys): void;
}

type Sealed = Extract<
  DesktopChannel,
  | 'journal.open'
  | 'journal.read'
  | 'journal.append'
  | 'photo.put'
  | 'photo.get'
  | 'photo.remove'
  | 'copy.open'
  | 'copy.read'
  | 'copy.photo'
>;
type SealedCalls = {
  readonly [C in Sealed]: (input: DesktopInput<C>) => Promise<DesktopOutput<C>>;
};

/** The contract over a vault whose keys are in this page alone. */
export function sealDesktop(desktop: Desktop, keys: VaultKeys): SealedDesktop {
  const acts = createSealedActs(keys);
  const journal = createReader(keys);
  const photos = createPhotos(keys);
  let nextNumber = 0;
  /** Null where the copy lies in clear, undefined while its keys are not known. */
  let copy: { readonly keys: VaultKeys | null; readonly read: ActReader } | undefined;

  function openCopyWith(copyKeys: VaultKeys | null): void {
    copy = { keys: copyKeys, read: copyKeys ? createReader(copyKeys) : plainReader };
  }

  const calls: SealedCalls = {
    async 'journal.open'(input) {
      const opened = await desktop.call('journal.open', input);
      if (!opened.ok) return opened;
      const { frames } = opened.value.position;
      nextNumber = frames;
      if (frames === 0) return opened;
      // Where damage cost frames, the last number is higher than the place it stands at.
      const last = await desktop.call('journal.read', { from: frames - 1 });
      if (!last.ok) return last;
      const read = acts.open(last.value.payloads, -1);
      if (!read.ok) return read;
      nextNumber = Math.max(frames, read.value.last + 1);
      return opened;
    },
    async 'journal.read'({ from }) {
      return journal(from, await desktop.call('journal.read', { from }));
    },
    async 'journal.append'({ payloads }) {
      const sealed = acts.seal(payloads, nextNumber);
      nextNumber += payloads.length;
      return desktop.call('journal.append', { payloads: sealed });
    },
    async 'photo.put'({ sha256, bytes }) {
      if (sha256Hex(bytes) !== sha256) {
        return err({ kind: 'journal/write-failed', detail: 'the bytes are not those of the hash' });
      }
      const name = photos.nameOf(sha256);
      // Read back rather than looked up: a photo that went bad on the disk is written anew.
      const there = photos.open(sha256, await desktop.call('photo.get', { sha256: name }));
      if (there.ok) return ok(null);
      return desktop.call('photo.put', { sha256: name, bytes: photos.seal(sha256, bytes) });
    },
    async 'photo.get'({ sha256 }) {
      return photos.open(
        sha256,
        await desktop.call('photo.get', { sha256: photos.nameOf(sha256) }),
      );
    },
    'photo.remove': ({ sha256 }) => desktop.call('photo.remove', { sha256: photos.nameOf(sha256) }),
    async 'copy.open'(input) {
      copy = undefined;
      const opened = await desktop.call('copy.open', input);
      if (!opened.ok || !opened.value) return opened;
      const { keyFile } = opened.value;
      const file = keyFile && readKeyFile(keyFile);
      if (file && !file.ok) return file;
      if (!file) openCopyWith(null);
      else if (file.value.id === keys.id) openCopyWith(keys);
      return opened;
    },
    async 'copy.read'({ from }) {
      if (!copy) return err({ kind: 'vault/locked' });
      return copy.read(from, await desktop.call('copy.read', { from }));
    },
    async 'copy.photo'({ sha256 }) {
      if (!copy) return err({ kind: 'vault/locked' });
      if (copy.keys) {
        const sealed = createPhotos(copy.keys);
        const name = sealed.nameOf(sha256);
        return sealed.open(sha256, await desktop.call('copy.photo', { sha256: name }));
      }
      const photo = await desktop.call('copy.photo', { sha256 });
      const isWhole = photo.ok && sha256Hex(photo.value) === sha256;
      return !photo.ok || isWhole ? photo : err({ kind: 'photo/missing', sha256 });
    },
  };

  return {
    host: desktop.host,
    appVersion: desktop.appVersion,
    onSuspend: (listener) => desktop.onSuspend(listener),
    openCopyWith,
    call<C extends DesktopChannel>(channel: C, input: DesktopInput<C>): Promise<DesktopOutput<C>> {
      const sealed: Partial<Record<DesktopChannel, unknown>> = calls;
      const own = sealed[channel] as
        ((given: DesktopInput<C>) => Promise<DesktopOutput<C>>) | undefined;
      return own ? own(input) : desktop.call(channel, input);
    },
  };
}

type ActReader = (from: number, page: Result<JournalPage, Failure>) => Result<JournalPage, Failure>;

function plainReader(_from: number, page: Result<JournalPage, Failure>) {
  return page;
}

/** Opens pages; one that follows on the one before must go on with its numbers. */
function createReader(keys: VaultKeys): ActReader {
  const acts = createSealedActs(keys);
  let before: { readonly next: number | null; readonly last: number } | undefined;
  return (from, page) => {
    if (!page.ok) return page;
    const after = before?.next === from ? before.last : -1;
    const opened = acts.open(page.value.payloads, after);
    if (!opened.ok) return opened;
    before = { next: page.value.next, last: opened.value.last };
    return ok({ ...page.value, payloads: opened.value.acts });
  };
}

function createPhotos(keys: VaultKeys) {
  const sealer = keys.sealer('photo');
  function placeOf(sha256: Sha256): string {
    return `photo ${keys.id} ${sha256}`;
  }
  return {
    nameOf: (sha256: Sha256): Sha256 => keys.blindName('photo', sha256),
    seal: (sha256: Sha256, bytes: Uint8Array) => sealer.seal(bytes, placeOf(sha256)),
    open(sha256: Sha256, sealed: Result<Uint8Array, Failure>): Result<Uint8Array, Failure> {
      const bytes = sealed.ok ? sealer.open(sealed.value, placeOf(sha256)) : undefined;
      return bytes ? ok(bytes) : err({ kind: 'photo/missing', sha256 });
    },
  };
}
