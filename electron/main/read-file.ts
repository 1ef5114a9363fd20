import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { OpenedFile } from '#shared/desktop/contract.ts';
import { errorCode } from './durable-file.ts';

/** Files the person chose to be read. The page knows each by a handle and never by its path. */
export interface ReadFiles {
  /** Asks for a file, or opens the one that was saved at `saved` without asking; null when they thought better of it. */
  open(saved: string | null): Promise<Result<OpenedFile | null, Failure>>;
  read(handle: string, at: number, length: number): Promise<Result<Uint8Array, Failure>>;
  close(handle: string): Promise<void>;
  closeAll(): Promise<void>;
}

/** Most files one window may have open at once. */
const MAX_OPEN = 4;

/** Files that `askWhich` finds out from the person: a path, or null when they thought better of it. */
export function createReadFiles(askWhich: () => Promise<string | null>): ReadFiles {
  const opened = new Map<string, FileHandle>();

  async function close(handle: string): Promise<void> {
    const file = opened.get(handle);
    opened.delete(handle);
    await file?.close().catch(() => undefined);
  }

  return {
    async open(saved) {
      if (opened.size >= MAX_OPEN) return notRead('too many files');
      const chosen = saved ?? (await askWhich());
      if (chosen === null) return ok(null);
      try {
        // Kept open until it is read: what a path names may change, an open file does not.
        const file = await open(chosen, constants.O_RDONLY);
        const stat = await file.stat();
        if (!stat.isFile()) {
          await file.close();
          return notRead('no file');
        }
        const handle = randomUUID();
        opened.set(handle, file);
        return ok({ handle, name: path.basename(chosen), bytes: stat.size });
      } catch (error) {
        return notRead(errorCode(error));
      }
    },
    async read(handle, at, length) {
      const file = opened.get(handle);
      if (!file) return notRead('no such file');
      try {
        const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, at);
        return ok(buffer.subarray(0, bytesRead));
      } catch (error) {
        return notRead(errorCode(error));
      }
    },
    close,
    async closeAll() {
      await Promise.all([...opened.keys()].map(close));
    },
  };
}

function notRead(detail: string): Result<never, Failure> {
  return err({ kind: 'file/not-read', detail });
}
