import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { JournalNote } from '#shared/journal/frame.ts';
import type { MissingActs } from '#shared/journal/journal.ts';
import type { IndexDatabase } from './database.ts';
import { withDeadline } from './deadline.ts';
import { catchUp, discardIndex, openAndRead, wholeJournal } from './repair-index.ts';

/** How far a rebuild of the index is, in frames of the journal. */
export interface RebuildProgress {
  readonly done: number;
  readonly total: number;
}

export interface OpenedIndex {
  readonly note: JournalNote;
  readonly wasRebuilt: boolean;
  readonly setAsideBytes: number;
  readonly missing: MissingActs | null;
}

/**
 * Opens journal and index and makes the index what the journal says: read on from where it is when it is a true
 * beginning of the journal; thrown away and read from the first frame when it is ahead, of another journal, of another
 * shape, damaged or silent. An empty index beside a journal is a lost index, never a new user.
 */
export async function openIndex(
  db: IndexDatabase,
  desktop: Desktop,
  silenceMs: number,
  onProgress: (progress: RebuildProgress) => void,
): Promise<Result<OpenedIndex, Failure>> {
  const known = await noteOfIndex(db, silenceMs);
  const opened = await desktop.call('journal.open', { known: known ?? null });
  if (!opened.ok) return opened;
  const { position, knownIsPrefix, ...found } = opened.value;
  const total = position.frames;

  function follow(from: JournalNote): Promise<JournalNote> {
    return catchUp(db, desktop, from, silenceMs, (done) => onProgress({ done, total }));
  }

  const from = known && knownIsPrefix ? known : undefined;
  try {
    if (from) return ok({ note: await follow(from), wasRebuilt: false, ...found });
  } catch {
    // An index that cannot go on from where it is is made anew below.
  }
  try {
    await discardIndex(db, silenceMs);
    return ok({ note: await follow(wholeJournal), wasRebuilt: total > 0, ...found });
  } catch (error) {
    return err({ kind: 'index/write-failed', detail: String(error) });
  }
}

async function noteOfIndex(db: IndexDatabase, silenceMs: number): Promise<JournalNote | undefined> {
  try {
    const row = await withDeadline(openAndRead(db), silenceMs);
    return row && { frames: row.frames, head: row.head };
  } catch {
    return undefined;
  }
}
