import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { OpenedFile } from '#shared/desktop/contract.ts';

/** Files being saved, each known by a handle. */
export interface BrowserFiles {
  begin(suggestedName: string): Promise<Result<string | null, Failure>>;
  write(handle: string, bytes: Uint8Array): Promise<Result<null, Failure>>;
  end(handle: string, keep: boolean): Promise<Result<null, Failure>>;
  /** Asks for a file to be read, or opens the one that was saved at `saved`. */
  open(saved: string | null): Promise<Result<OpenedFile | null, Failure>>;
  read(handle: string, at: number, length: number): Promise<Result<Uint8Array, Failure>>;
  close(handle: string): void;
}

interface Begun {
  readonly stream: FileSystemWritableFileStream;
  /** What makes the written file the person's own, once it is whole. */
  readonly deliver: () => Promise<void>;
  /** The file as it lies there now; undefined where only the browser knows. */
  readonly readBack: (() => Promise<File>) | undefined;
}

type Picker = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

/** The browser writes a download from its file after the click; this is long enough for any. */
const DOWNLOAD_MS = 10 * 60_000;

/** Saves through the browser's own picker where the person has just clicked, else through its downloads. */
export function createBrowserFiles(): BrowserFiles {
  const begun = new Map<string, Begun>();
  const kept = new Map<string, () => Promise<File>>();
  const opened = new Map<string, File>();
  let isClean = false;

  async function beginDownload(suggestedName: string): Promise<Begun> {
    const root = await navigator.storage.getDirectory();
    if (!isClean) await root.removeEntry('saves', { recursive: true }).catch(() => undefined);
    isClean = true;
    const folder = await root.getDirectoryHandle('saves', { create: true });
    const file = await folder.getFileHandle(crypto.randomUUID(), { create: true });
    const stream = await file.createWritable();
    return {
      stream,
      deliver: async () => {
        download(await file.getFile(), suggestedName);
      },
      readBack: undefined,
    };
  }

  async function act(
    handle: string,
    what: (one: Begun) => Promise<void>,
  ): Promise<Result<null, Failure>> {
    const one = begun.get(handle);
    if (!one) return notSaved('no such file');
    try {
      await what(one);
      return ok(null);
    } catch (error) {
      // What cannot be written whole is not left half: its handle is over.
      begun.delete(handle);
      await one.stream.abort().catch(() => undefined);
      return notSaved(errorName(error));
    }
  }

  return {
    begin: async (suggestedName) => {
      try {
        const picked = await pickFile(suggestedName);
        if (picked === 'cancelled') return ok(null);
        const one: Begun = picked
          ? {
              stream: await picked.createWritable(),
              deliver: async () => undefined,
              readBack: () => picked.getFile(),
            }
          : await beginDownload(suggestedName);
        const handle = crypto.randomUUID();
        begun.set(handle, one);
        return ok(handle);
      } catch (error) {
        return notSaved(errorName(error));
      }
    },
    write: (handle, bytes) => act(handle, ({ stream }) => stream.write(new Uint8Array(bytes))),
    end: (handle, keep) =>
      act(handle, async ({ stream, deliver, readBack }) => {
        // Until it is closed, the stream writes to a file of its own; closing puts that in place whole.
        await (keep ? stream.close() : stream.abort());
        begun.delete(handle);
        if (!keep) return;
        await deliver();
        if (readBack) kept.set(handle, readBack);
      }),
    async open(saved) {
      try {
        const file = saved === null ? await askForFile() : await kept.get(saved)?.();
        if (file === undefined) return notRead('not saved here');
        if (file === null) return ok(null);
        const handle = crypto.randomUUID();
        opened.set(handle, file);
        return ok({ handle, name: file.name, bytes: file.size });
      } catch (error) {
        return notRead(errorName(error));
      }
    },
    async read(handle, at, length) {
      try {
        const part = opened.get(handle)?.slice(at, at + length);
        if (!part) return notRead('no such file');
        return ok(new Uint8Array(await part.arrayBuffer()));
      } catch (error) {
        return notRead(errorName(error));
      }
    },
    close: (handle) => void opened.delete(handle),
  };
}

async function pickFile(
  suggestedName: string,
): Promise<FileSystemFileHandle | 'cancelled' | undefined> {
  const { showSaveFilePicker } = window as { readonly showSaveFilePicker?: Picker };
  if (!showSaveFilePicker || !navigator.userActivation.isActive) return undefined;
  try {
    return await showSaveFilePicker.call(window, { suggestedName });
  } catch (error) {
    if (errorName(error) === 'AbortError') return 'cancelled';
    throw error;
  }
}

/** The browser's own question for a file; null when the person thought better of it. */
function askForFile(): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

function download(file: File, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, DOWNLOAD_MS);
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}

function notRead(detail: string): Result<never, Failure> {
  return err({ kind: 'file/not-read', detail });
}

function notSaved(detail: string): Result<never, Failure> {
  return err({ kind: 'file/not-saved', detail });
}
