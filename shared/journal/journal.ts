import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { JournalNote, JournalPosition } from './frame.ts';
import type { JournalFailure } from './journal-failure.ts';
import { writeFailed } from './journal-failure.ts';
import type { JournalFolder } from './journal-folder.ts';
import { appendFrames, readStretch } from './journal-acts.ts';
import { compactSome } from './compact-volumes.ts';
import type { CopyEnd } from './copy-volumes.ts';
import { copyVolumes } from './copy-volumes.ts';
import type { OpenJournal } from './open-journal.ts';
import { openJournal, positionOf } from './open-journal.ts';

/** What opening the journal found. */
export interface OpenedJournal {
  /** `bytes` counts all volumes together. */
  readonly position: JournalPosition;
  /** Whether the index's own note of the journal is a true prefix of it; false for a new index. */
  readonly knownIsPrefix: boolean;
  /** Bytes that were no whole frame and now lie in a file beside the journal; 0 when it was whole. */
  readonly setAsideBytes: number;
  /** What was there when the journal was last noted; null where nothing is missing, or where no note of it was kept. */
  readonly missing: MissingActs | null;
}

/** A place that a journal had reached for certain, noted outside its folder; `atMs` is when, by the laptop's clock. */
export interface JournalMark extends JournalNote {
  readonly atMs: number;
}

/**
 * A journal that does not reach its mark: another copy of it was put in its place, or damage cost more than what was being
 * written. `frames` is how many acts fewer it holds at least: 0 where it is as long, with other acts in it.
 */
export interface MissingActs {
  readonly frames: number;
  readonly notedAtMs: number;
}

/** A stretch of payloads; the place in the journal after it, and the frame number to read on from: null at the end. */
export interface JournalPage {
  readonly payloads: readonly Uint8Array[];
  readonly after: JournalNote;
  readonly next: number | null;
}

/** The journal of one laptop: its truth. Calls are done one after the other, in the order they were made. */
export interface Journal {
  /** Opens it, or opens it anew; `known` is the index's note, null for a new index; `mark` the host's. */
  open(
    known: JournalNote | null,
    mark?: JournalMark | null,
  ): Promise<Result<OpenedJournal, JournalFailure>>;
  /** Payloads from frame `from` (0 = first): about 4 MiB of them, at least one. */
  read(from: number): Promise<Result<JournalPage, JournalFailure>>;
  /** Appends payloads in order; answered only when they are durable. A failure leaves the journal as it was. */
  append(payloads: readonly Uint8Array[]): Promise<Result<JournalPosition, JournalFailure>>;
  /**
   * Rewrites full volumes without what is superseded in them, where that is worth it, a step between two other calls at a time.
   * Answers how many bytes that freed. Nothing is taken away before what stands for it is durable and was read back.
   */
  compact(): Promise<Result<number, JournalFailure>>;
  /** Brings a copy of it in another folder up to date; writing there holds up no other call. */
  copyTo(target: JournalFolder): Promise<Result<CopyEnd, JournalFailure>>;
  /** Bytes it holds now; 0 before it is opened. */
  bytes(): number;
  close(): Promise<void>;
}

/** How often a host lets full volumes be compacted, in ms. */
export const COMPACT_EVERY_MS = 5 * 60_000;

/** A volume this long is followed by a new one. It may be longer by the acts that were written together. */
const VOLUME_BYTES = 16 * 1024 * 1024;

/**
 * A journal in the folder that `openFolder` gives; that fails with `journal/held-elsewhere` where another writer has it. Tests
 * choose shorter volumes.
 */
export function createJournal(
  openFolder: () => Promise<Result<JournalFolder, JournalFailure>>,
  volumeBytes = VOLUME_BYTES,
): Journal {
  let current: OpenJournal | undefined;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(act: () => Promise<Result<T, JournalFailure>>) {
    const done = last.then(act).catch((error: unknown) => err(failureOf(error)));
    last = done;
    return done;
  }

  function failureOf(error: unknown): JournalFailure {
    return current?.folder.isFull(error) ? { kind: 'journal/disk-full' } : writeFailed(error);
  }

  async function close(): Promise<void> {
    const { file, folder } = current ?? {};
    current = undefined;
    await file?.close();
    await folder?.close();
  }

  /** Does something to the journal that is open, or to `only` as long as that is the one. */
  function onOpen<T>(
    act: (open: OpenJournal) => Promise<Result<T, JournalFailure>>,
    only?: OpenJournal,
  ) {
    return inTurn<T>(async () =>
      current && (only === undefined || only === current) ? act(current) : err(notOpen),
    );
  }

  return {
    open: (known, mark = null) =>
      inTurn(async () => {
        await close();
        const folder = await openFolder();
        if (!folder.ok) return folder;
        let isDone = false;
        try {
          const opened = await openJournal(folder.value, known, mark);
          if (!opened.ok) return opened;
          const { journal, ...found } = opened.value;
          current = journal;
          isDone = true;
          return ok({ position: positionOf(journal), ...found });
        } finally {
          if (!isDone) await folder.value.close();
        }
      }),
    read: (from) => onOpen((open) => readStretch(open, from)),
    append: (payloads) => onOpen((open) => appendFrames(open, payloads, volumeBytes)),
    compact: async () => {
      const open = current;
      return open ? compactSome(open, volumeBytes, (act) => onOpen(act, open)) : ok(0);
    },
    copyTo: async (target) => {
      const open = current;
      return open ? copyVolumes(open, target, (act) => onOpen(act, open)) : err(notOpen);
    },
    bytes: () => (current ? positionOf(current).bytes : 0),
    close: async () => {
      await inTurn(async () => ok(await close()));
    },
  };
}

const notOpen = writeFailed('the journal is not open');
