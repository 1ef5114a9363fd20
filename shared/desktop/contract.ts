import type { Failure } from '../core/failure.ts';
import type { Sha256 } from '../core/ids.ts';
import type { Result } from '../core/result.ts';
import type { JournalNote, JournalPosition } from '../journal/frame.ts';
import type { JournalPage, OpenedJournal } from '../journal/journal.ts';
import type { UpdateCheck } from './update-manifest.ts';

/** A request to the one configured server; `path` begins with one `/` and is printable ASCII, headers are lower case. */
export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

/** The server's answer, whatever its status. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Space and health of where the work lies. */
export interface StorageState {
  readonly freeBytes: number | null;
  readonly journalBytes: number;
}

/**
 * The copy of journal and photos in a second folder. `impossible`: this host cannot keep one. `off`: no folder is chosen. `kept`: it
 * is brought up to date every minute; `copiedAtMs` is when that last ended well (laptop's clock), `failure` what keeps it from it,
 * `left` the folder of a copy before it that this laptop's journal does not continue: it may hold what is missing here.
 */
export type CopyState =
  | { readonly kind: 'impossible' | 'off' }
  | {
      readonly kind: 'kept';
      readonly folder: string;
      readonly copiedAtMs: number | null;
      readonly failure: Failure | null;
      readonly left: string | null;
    };

/** A file that was opened to be read, with its size. */
export interface OpenedFile {
  readonly handle: string;
  readonly name: string;
  readonly bytes: number;
}

/** What lies on this laptop: vaults, and whether there is work of a version before vaults, in clear. */
export interface VaultList {
  readonly vaults: readonly FoundVault[];
  readonly hasUnsealed: boolean;
  /** That the last lock came without the page, which did not lock in time: what was typed last may not be saved. */
  readonly wasForced?: boolean;
}

/** A vault's key file: `previous` where it was written anew, in case the last write was the damage. */
export interface FoundVault {
  readonly id: string;
  readonly keyFile: Uint8Array;
  readonly previous: Uint8Array | null;
}

/** Whose copy is opened: this laptop's own, one in a folder that the person is asked for, or the work that lies here in clear. */
export const copySources = ['own', 'chosen', 'unsealed'] as const;
/** Whose copy is opened. */
export type CopySource = (typeof copySources)[number];

/** A copy that was opened to be read. */
export interface OpenedCopy {
  readonly folder: string;
  /** Frames of the journal that it holds, and bytes in it that are none. */
  readonly frames: number;
  readonly damagedBytes: number;
  /** The key file of the vault it is sealed by; null where it lies in clear. */
  readonly keyFile: Uint8Array | null;
}

/**
 * Every call the renderer makes to what is outside the page, with what goes in and comes out. The desktop answers it
 * in the main process, the browser host in the page and a worker. Outcomes that a person can act on are failures.
 */
export interface DesktopCalls {
  /** The vaults of this laptop. Everything but these calls, files and languages needs one to be open. */
  readonly 'vault.list': { readonly input: null; readonly output: VaultList };
  /** Opens a vault's folder, made where there is none; `hostKey` seals the host's own files in it (32 bytes). */
  readonly 'vault.open': {
    readonly input: { readonly id: string; readonly hostKey: Uint8Array };
    readonly output: Result<null, Failure>;
  };
  /** Keeps the open vault's key file, whole or not at all, and the one before it beside it. */
  readonly 'vault.write': {
    readonly input: { readonly id: string; readonly keyFile: Uint8Array };
    readonly output: Result<null, Failure>;
  };
  /**
   * Destroys what its owner opens the open vault with, and closes it: `keyFile` takes the place of every key file of it, here and in
   * its copy, and the session goes; null takes the whole vault away. What was begun is ended at the next start; a failure means that
   * the vault is as it was.
   */
  readonly 'vault.seal': {
    readonly input: { readonly id: string; readonly keyFile: Uint8Array | null };
    readonly output: Result<null, Failure>;
  };
  /** Takes away the work that lies in clear: it was taken over into a vault. */
  readonly 'vault.discard-unsealed': {
    readonly input: null;
    readonly output: Result<null, Failure>;
  };
  /** Closes the vault and, on the desktop, destroys the page with everything it has in memory. */
  readonly 'vault.lock': { readonly input: null; readonly output: null };
  /** Opens the journal for writing by this window alone. `known` is the index's note of it, null for a new index. */
  readonly 'journal.open': {
    readonly input: { readonly known: JournalNote | null };
    readonly output: Result<OpenedJournal, Failure>;
  };
  /** Payloads from frame number `from` (0 = first), as many as fit in about 4 MiB but at least one. */
  readonly 'journal.read': {
    readonly input: { readonly from: number };
    readonly output: Result<JournalPage, Failure>;
  };
  /**
   * Takes the journal as it is for whole, where it was opened with something missing: until then nothing new is noted outside its
   * folder. A browser notes nothing.
   */
  readonly 'journal.accept': { readonly input: null; readonly output: Result<null, Failure> };
  /** Appends payloads in order and flushes them to the disk; answered only when they are durable. */
  readonly 'journal.append': {
    readonly input: { readonly payloads: readonly Uint8Array[] };
    readonly output: Result<JournalPosition, Failure>;
  };
  /** Keeps a photo's sealed bytes under a name of 64 hex digits, flushed; `photo/no-room` where too little space is left for photos. */
  readonly 'photo.put': {
    readonly input: { readonly sha256: Sha256; readonly bytes: Uint8Array };
    readonly output: Result<null, Failure>;
  };
  readonly 'photo.get': {
    readonly input: { readonly sha256: Sha256 };
    readonly output: Result<Uint8Array, Failure>;
  };
  /** Takes a photo's bytes away, here and, at its next run, in the copy; also where there are none. */
  readonly 'photo.remove': {
    readonly input: { readonly sha256: Sha256 };
    readonly output: Result<null, Failure>;
  };
  readonly 'copy.state': { readonly input: null; readonly output: CopyState };
  /** Asks the person for a folder and keeps a copy there from now on; null when they thought better of it. */
  readonly 'copy.choose': {
    readonly input: null;
    readonly output: Result<CopyState | null, Failure>;
  };
  /** Keeps no copy any more; what was copied stays. */
  readonly 'copy.stop': { readonly input: null; readonly output: Result<null, Failure> };
  /** Brings the copy up to date at once. */
  readonly 'copy.run': { readonly input: null; readonly output: CopyState };
  /** Opens a copy to be read, without changing it; null where the person chose no folder. */
  readonly 'copy.open': {
    readonly input: { readonly from: CopySource };
    readonly output: Result<OpenedCopy | null, Failure>;
  };
  /** As `journal.read`, of the copy that was opened last. */
  readonly 'copy.read': {
    readonly input: { readonly from: number };
    readonly output: Result<JournalPage, Failure>;
  };
  /** A photo of the copy that was opened last, as it lies there. */
  readonly 'copy.photo': {
    readonly input: { readonly sha256: Sha256 };
    readonly output: Result<Uint8Array, Failure>;
  };
  readonly 'server.get': { readonly input: null; readonly output: string | null };
  /**
   * Sets the address of the one server the app may speak with: https, or http on this machine itself. Another than before is set only where the
   * person says yes to the desktop's own question; false where they keep the one before.
   */
  readonly 'server.set': {
    readonly input: { readonly address: string };
    readonly output: Result<boolean, Failure>;
  };
  readonly 'http.request': {
    readonly input: HttpRequest;
    readonly output: Result<HttpResponse, Failure>;
  };
  /** Asks the person where to save; null when they thought better of it. The handle is good for one file. */
  readonly 'file.begin': {
    readonly input: { readonly suggestedName: string };
    readonly output: Result<string | null, Failure>;
  };
  readonly 'file.write': {
    readonly input: { readonly handle: string; readonly bytes: Uint8Array };
    readonly output: Result<null, Failure>;
  };
  /** Completes the file (`keep`), so that it appears whole under its name, or throws it away. */
  readonly 'file.end': {
    readonly input: { readonly handle: string; readonly keep: boolean };
    readonly output: Result<null, Failure>;
  };
  /**
   * Opens a file to be read: the one that was just saved under the handle `saved`, to be read back, or one that the person is asked
   * for; null when they thought better of it.
   */
  readonly 'file.open': {
    readonly input: { readonly saved: string | null };
    readonly output: Result<OpenedFile | null, Failure>;
  };
  /** Bytes of an open file from `at` on: fewer than `length` only at its end. */
  readonly 'file.read': {
    readonly input: { readonly handle: string; readonly at: number; readonly length: number };
    readonly output: Result<Uint8Array, Failure>;
  };
  readonly 'file.close': { readonly input: { readonly handle: string }; readonly output: null };
  /**
   * Asks the person for an update's manifest and looks at it and at the installer beside it; starts nothing. Null when they thought
   * better of it. In a browser none is for its system.
   */
  readonly 'update.check': {
    readonly input: null;
    readonly output: Result<UpdateCheck | null, Failure>;
  };
  readonly 'storage.state': { readonly input: null; readonly output: StorageState };
  /** The person's languages as the system has them, BCP 47, best first. */
  readonly 'system.languages': { readonly input: null; readonly output: readonly string[] };
}

/** The name of a call. */
export type DesktopChannel = keyof DesktopCalls;
/** What a call takes. */
export type DesktopInput<C extends DesktopChannel> = DesktopCalls[C]['input'];
/** What a call answers. */
export type DesktopOutput<C extends DesktopChannel> = DesktopCalls[C]['output'];

/** The one object the desktop gives the page (as `window.desktop`), and the shape the browser host takes on. */
export interface Desktop {
  readonly host: 'desktop' | 'browser';
  readonly appVersion: string;
  call<C extends DesktopChannel>(channel: C, input: DesktopInput<C>): Promise<DesktopOutput<C>>;
  /** Hears when the system suspends or its screen is locked; a browser does not tell. */
  onSuspend(listener: () => void): void;
}

/** Most bytes of a file that are read at once. */
export const MAX_READ_BYTES = 4 * 1024 * 1024;

/** Most bytes one call carries in or out, and most bytes of an answer from the server. */
export const MAX_CALL_BYTES = 64 * 1024 * 1024;
