import type { FailureOf } from '../core/failure.ts';
import type { Sha256 } from '../core/ids.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { JournalPosition } from './frame.ts';
import { afterFrame, emptyJournal, encodeFrame, scanFrames } from './frame.ts';
import type { JournalFile } from './journal-file.ts';
import type { JournalContents } from './open-journal.ts';
import { concat, openJournal } from './open-journal.ts';

/** What an index remembers of the journal it was made from. */
export interface JournalNote {
  readonly frames: number;
  readonly head: Sha256;
}

/** What opening the journal found. */
export interface OpenedJournal {
  readonly position: JournalPosition;
  /** Whether the index's own note of the journal is a true prefix of it; false for a new index. */
  readonly knownIsPrefix: boolean;
  /** Bytes that were no whole frame and now lie in a file beside the journal; 0 when it was whole. */
  readonly setAsideBytes: number;
}

/** A stretch of payloads, and the frame number after it: null at the end. */
export interface JournalPage {
  readonly payloads: readonly Uint8Array[];
  readonly next: number | null;
}

/** Why the journal cannot do what it was asked. */
export type JournalFailure = FailureOf<
  'journal/disk-full' | 'journal/write-failed' | 'journal/held-elsewhere' | 'journal/newer-version'
>;

/** The journal of one laptop: its truth. Calls are done one after the other, in the order they were made. */
export interface Journal {
  /** Opens it, or opens it anew; `known` is the index's note, null for a new index. */
  open(known: JournalNote | null): Promise<Result<OpenedJournal, JournalFailure>>;
  /** Payloads from frame `from` (0 = first): about 4 MiB of them, at least one. */
  read(from: number): Promise<Result<JournalPage, JournalFailure>>;
  /** Appends payloads in order; answered only when they are durable. A failure leaves the journal as it was. */
  append(payloads: readonly Uint8Array[]): Promise<Result<JournalPosition, JournalFailure>>;
  /** Bytes it holds now; 0 before it is opened. */
  bytes(): number;
  close(): Promise<void>;
}

const PAGE_BYTES = 4 * 1024 * 1024;

interface OpenFile {
  readonly file: JournalFile;
  readonly offsets: JournalContents['offsets'];
  position: JournalPosition;
  /** A failed append may have left bytes behind the last frame, which the next one must not leave there. */
  hasRest: boolean;
}

/** A journal in the file that `openFile` gives; that fails with `journal/held-elsewhere` where another writer has it. */
export function createJournal(
  openFile: () => Promise<Result<JournalFile, JournalFailure>>,
): Journal {
  let current: OpenFile | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(act: () => Promise<Result<T, JournalFailure>>) {
    const done = last.then(act).catch((error: unknown) => err(writeFailed(error)));
    last = done;
    return done;
  }

  async function close(): Promise<void> {
    const { file } = current ?? {};
    current = undefined;
    await file?.close();
  }

  return {
    open: (known) =>
      inTurn(async () => {
        await close();
        const file = await openFile();
        if (!file.ok) return file;
        let isDone = false;
        try {
          let knownIsPrefix = known?.frames === 0 && known.head === emptyJournal.head;
          const contents = await openJournal(file.value, ({ frames, head }) => {
            if (known?.frames === frames) knownIsPrefix = known.head === head;
          });
          if (!contents.ok) return contents;
          const { offsets, position, setAsideBytes } = contents.value;
          current = { file: file.value, offsets, position, hasRest: false };
          isDone = true;
          return ok({ position, knownIsPrefix, setAsideBytes });
        } finally {
          if (!isDone) await file.value.close();
        }
      }),
    read: (from) => inTurn(async () => (current ? readPage(current, from) : err(notOpen))),
    append: (payloads) =>
      inTurn(async () => (current ? appendFrames(current, payloads) : err(notOpen))),
    bytes: () => current?.position.bytes ?? 0,
    close: async () => {
      await inTurn(async () => ok(await close()));
    },
  };
}

async function readPage(
  open: OpenFile,
  from: number,
): Promise<Result<JournalPage, JournalFailure>> {
  const { offsets, position, file } = open;
  const begin = offsets[from];
  if (begin === undefined || from >= position.frames) return ok({ payloads: [], next: null });
  let next = from + 1;
  while (next < position.frames && (offsets[next + 1] ?? 0) - begin <= PAGE_BYTES) next += 1;
  const bytes = await file.read(begin, (offsets[next] ?? 0) - begin);
  const { payloads } = scanFrames(bytes, { ...emptyJournal, frames: from });
  if (payloads.length !== next - from) {
    return err(writeFailed(`frame ${from + payloads.length} cannot be read`));
  }
  // Copies: a view would carry the whole page's memory along wherever it is sent.
  const copies = payloads.map((payload) => payload.slice());
  return ok({ payloads: copies, next: next < position.frames ? next : null });
}

async function appendFrames(
  open: OpenFile,
  payloads: readonly Uint8Array[],
): Promise<Result<JournalPosition, JournalFailure>> {
  const { file, position } = open;
  const bytes = concat(payloads.map(encodeFrame));
  try {
    if (open.hasRest) await file.truncate(position.bytes);
    open.hasRest = true;
    await writeWithReserve(file, position.bytes, bytes);
    open.hasRest = false;
  } catch (error) {
    const failure = file.isFull(error)
      ? ({ kind: 'journal/disk-full' } as const)
      : writeFailed(error);
    await file.truncate(position.bytes).then(
      () => (open.hasRest = false),
      () => (open.hasRest = true),
    );
    return err(failure);
  }
  for (const payload of payloads) {
    open.position = afterFrame(open.position, payload);
    open.offsets.push(open.position.bytes);
  }
  return ok(open.position);
}

async function writeWithReserve(file: JournalFile, at: number, bytes: Uint8Array): Promise<void> {
  try {
    await file.write(at, bytes);
  } catch (error) {
    if (!file.isFull(error) || !(await file.releaseReserve())) throw error;
    await file.write(at, bytes);
  }
}

const notOpen = { kind: 'journal/write-failed', detail: 'the journal is not open' } as const;

function writeFailed(error: unknown): FailureOf<'journal/write-failed'> {
  return {
    kind: 'journal/write-failed',
    detail: error instanceof Error ? error.message : String(error),
  };
}
