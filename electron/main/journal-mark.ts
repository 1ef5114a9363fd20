import { rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { Failure } from '#shared/core/failure.ts';
import { sha256Schema } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { JournalNote } from '#shared/journal/frame.ts';
import type { Journal, JournalMark } from '#shared/journal/journal.ts';
import type { Sealer } from '#shared/vault/seal.ts';
import { errorCode, prepareFolder } from './durable-file.ts';
import type { SealedFile } from './sealed-file.ts';
import { sealedFile } from './sealed-file.ts';

/** A vault's journal, with a note outside its folder of how far it was: an older copy of the folder is told of. */
export interface MarkedJournal extends Journal {
  /** Takes it as it is for whole: see `journal.accept` of the contract. */
  accept(): Promise<Result<null, Failure>>;
}

// A note too old only says less: a flush at every save would make typing wait for two files.
const NOTE_EVERY_MS = 10_000;

const markSchema: z.ZodType<JournalMark> = z.strictObject({
  frames: z.int().nonnegative(),
  head: sha256Schema,
  atMs: z.number(),
});

const MARKS = 'marks';

function placeOf(work: string, id: string): string {
  return path.join(work, MARKS, `${id}.sealed`);
}

/** The note of a vault, sealed by its key for the host: nobody else can write one. */
export async function openMark(
  work: string,
  id: string,
  sealer: Sealer,
): Promise<SealedFile<JournalMark>> {
  await prepareFolder(path.join(work, MARKS));
  return sealedFile(placeOf(work, id), `mark ${id}`, sealer, markSchema);
}

/** Takes the note of a vault away that is not there any more. */
export async function forgetMark(work: string, id: string): Promise<void> {
  await rm(placeOf(work, id), { force: true });
}

/** Notes how far a journal is, every ten seconds at most and when it is closed. */
export function markJournal(
  journal: Journal,
  file: SealedFile<JournalMark>,
  nowMs: () => number,
): MarkedJournal {
  let reached: JournalNote | undefined;
  let noted: JournalMark | undefined;
  let triedAtMs: number | undefined;
  /** While something is missing that nobody has taken note of. */
  let isHeld = false;
  let last: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    if (!reached || isHeld || noted?.head === reached.head) return;
    const mark = { frames: reached.frames, head: reached.head, atMs: nowMs() };
    await file.write({ ...mark });
    noted = mark;
  }

  function note(): Promise<void> {
    triedAtMs = nowMs();
    const written = last.then(write);
    // A disk without room for the note has none for the next save either, which says so.
    last = written.catch(() => undefined);
    return written;
  }

  return {
    ...journal,
    async open(known) {
      await last;
      // A note that cannot be read must keep nobody from their work.
      noted = await file.read().catch(() => undefined);
      const opened = await journal.open(known, noted);
      if (!opened.ok) return opened;
      const { position, missing } = opened.value;
      reached = position;
      isHeld = missing !== null;
      await note().catch(() => undefined);
      return opened;
    },
    async append(payloads) {
      const appended = await journal.append(payloads);
      if (!appended.ok) return appended;
      reached = appended.value;
      // Whether or not the last one could be written; and a clock may be put back.
      const isDue = triedAtMs === undefined || Math.abs(nowMs() - triedAtMs) >= NOTE_EVERY_MS;
      if (isDue) void note().catch(() => undefined);
      return appended;
    },
    async accept() {
      isHeld = false;
      try {
        await note();
        return ok(null);
      } catch (error) {
        return err({ kind: 'journal/write-failed', detail: errorCode(error) });
      }
    },
    async close() {
      await note().catch(() => undefined);
      await journal.close();
    },
  };
}
