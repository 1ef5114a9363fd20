import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { errorCode, syncFolder, unfinishedName } from './durable-file.ts';

/** Files being saved where the person chose. The page knows each by a handle and never by its path. */
export interface SaveFiles {
  begin(suggestedName: string): Promise<Result<string | null, Failure>>;
  write(handle: string, bytes: Uint8Array): Promise<Result<null, Failure>>;
  /** With `keep` the file appears whole under its name; without, nothing of it stays. */
  end(handle: string, keep: boolean): Promise<Result<null, Failure>>;
  /** Where a file that was kept lies; undefined for any other handle. Known until as many others were kept. */
  placeOf(handle: string): string | undefined;
  /** Throws away what was begun and not ended: the window that wrote it is gone. */
  abandonAll(): Promise<void>;
}

interface Begun {
  readonly file: FileHandle;
  readonly unfinished: string;
  readonly target: string;
  /** The call before, which the next one waits for. */
  last: Promise<unknown>;
}

/** Most files one window may write at once. */
const MAX_BEGUN = 8;

/** Files whose place `askWhere` finds out from the person: a path, or null when they thought better of it. */
export function createSaveFiles(
  askWhere: (suggestedName: string) => Promise<string | null>,
): SaveFiles {
  const begun = new Map<string, Begun>();
  const kept = new Map<string, string>();

  async function discard(handle: string, { file, unfinished }: Begun): Promise<void> {
    begun.delete(handle);
    await file.close();
    await rm(unfinished, { force: true });
  }

  async function inTurn(
    handle: string,
    act: (one: Begun) => Promise<void>,
  ): Promise<Result<null, Failure>> {
    const one = begun.get(handle);
    if (!one) return notSaved('no such file');
    const done = one.last.then(() => act(one));
    one.last = done.catch(() => undefined);
    try {
      await done;
      return ok(null);
    } catch (error) {
      // What cannot be written whole is not left half: its handle is over.
      await discard(handle, one).catch(() => undefined);
      return notSaved(errorCode(error));
    }
  }

  return {
    begin: async (suggestedName) => {
      if (begun.size >= MAX_BEGUN) return notSaved('too many files');
      const target = await askWhere(safeName(suggestedName));
      if (target === null) return ok(null);
      try {
        const unfinished = unfinishedName(target);
        const file = await open(unfinished, 'wx');
        const handle = randomUUID();
        begun.set(handle, { file, unfinished, target, last: Promise.resolve() });
        return ok(handle);
      } catch (error) {
        return notSaved(errorCode(error));
      }
    },
    write: (handle, bytes) => inTurn(handle, async ({ file }) => file.writeFile(bytes)),
    end: (handle, keep) =>
      inTurn(handle, async (one) => {
        if (!keep) return discard(handle, one);
        await one.file.sync();
        await one.file.close();
        await rename(one.unfinished, one.target);
        begun.delete(handle);
        kept.set(handle, one.target);
        if (kept.size > MAX_BEGUN) kept.delete([...kept.keys()][0] ?? '');
        await syncFolder(path.dirname(one.target));
      }),
    placeOf: (handle) => kept.get(handle),
    abandonAll: async () => {
      await Promise.all([...begun].map(([handle, one]) => discard(handle, one)));
    },
  };
}

// Names that Windows refuses, and characters no file system is sure of.
function safeName(suggested: string): string {
  const plain = suggested.replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '-').replaceAll(/^[. ]+|[. ]+$/g, '');
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(plain);
  return plain === '' || isReserved ? `bazarnegar-${plain}` : plain;
}

function notSaved(detail: string): Result<never, Failure> {
  return err({ kind: 'file/not-saved', detail });
}
