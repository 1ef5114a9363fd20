import type { Desktop } from '#shared/desktop/contract.ts';
import { emptyJournal } from '#shared/journal/frame.ts';
import type { JournalNote } from '#shared/journal/frame.ts';
import { applyActs } from './apply-acts.ts';
import type { IndexDatabase } from './database.ts';
import { readMeta } from './database.ts';
import { withDeadline } from './deadline.ts';
import { replayJournal } from './replay-journal.ts';
import { INDEX_SHAPE } from './upgrades.ts';

// A page of the journal makes one long transaction of some thousand rows.
const PAGE_PATIENCE = 6;

/** Nothing of the journal. */
export const wholeJournal: JournalNote = { frames: 0, head: emptyJournal.head };

/** Opens the database, where it is not open, and reads how far it holds the journal; undefined where it is new. */
export async function openAndRead(db: IndexDatabase): Promise<JournalNote | undefined> {
  if (!db.isOpen()) await db.open();
  const row = await readMeta(db, 'journal');
  if (row && row.shape !== INDEX_SHAPE) throw new Error(`index of shape ${row.shape}`);
  return row;
}

/** Throws the index away and opens an empty one. */
export async function discardIndex(db: IndexDatabase, silenceMs: number): Promise<void> {
  db.close();
  await withDeadline(db.delete(), silenceMs);
  await withDeadline(db.open(), silenceMs);
}

/** Brings the index from `from` to the end of the journal; throws where either of them fails. */
export async function catchUp(
  db: IndexDatabase,
  desktop: Desktop,
  from: JournalNote,
  silenceMs: number,
  onFrames?: (frames: number) => void,
): Promise<JournalNote> {
  const replayed = await replayJournal(desktop, from, async (acts, note) => {
    await withDeadline(applyActs(db, acts, note), silenceMs * PAGE_PATIENCE);
    onFrames?.(note.frames);
  });
  if (!replayed.ok) throw new Error(`journal: ${replayed.error.kind}`);
  return replayed.value;
}

/**
 * Brings an index that fell behind up to the journal while acts go on, thrown away and made anew where need be. Its last
 * step runs alone, between two acts, and ends with `onWhole`. False when it did not succeed.
 */
export async function repairIndex(
  db: IndexDatabase,
  desktop: Desktop,
  silenceMs: number,
  alone: (run: () => Promise<void>) => Promise<void>,
  onWhole: () => void,
): Promise<boolean> {
  async function follow(from: JournalNote): Promise<boolean> {
    const note = await catchUp(db, desktop, from, silenceMs);
    await alone(async () => {
      await catchUp(db, desktop, note, silenceMs);
      onWhole();
    });
    return true;
  }

  try {
    return await follow((await withDeadline(openAndRead(db), silenceMs)) ?? wholeJournal);
  } catch {
    // Beyond mending: the next lines make it anew, and the caller hears how that ended.
  }
  try {
    await discardIndex(db, silenceMs);
    return await follow(wholeJournal);
  } catch {
    return false;
  }
}
