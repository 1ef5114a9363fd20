import type { Table } from 'dexie';
import type { JournalNote } from '#shared/journal/frame.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { IndexDatabase } from './database.ts';
import { readMeta } from './database.ts';
import { takeRecord } from './index-batch.ts';
import type { IndexCache } from './index-cache.ts';
import { loadBatch } from './load-batch.ts';
import type { JournalRow } from './rows.ts';
import { storeBatch } from './store-batch.ts';
import { speaksOfFeeds } from './subjects-of.ts';
import { INDEX_SHAPE } from './upgrades.ts';

/** What one frame of the journal says. */
export interface IndexedAct {
  readonly records: readonly JournalRecord[];
  /** Things in it that this version does not know. */
  readonly unknown: number;
}

/**
 * Brings acts that follow what the index holds into it, with the note of how far it is now: in one transaction. A cache is
 * given by the one who writes all the time, and taken at its word.
 */
export async function applyActs(
  db: IndexDatabase,
  acts: readonly IndexedAct[],
  note: JournalNote,
  cache?: IndexCache,
): Promise<void> {
  const records = acts.flatMap((act) => act.records);
  const written = await db.transaction('rw', tablesOf(db, records), async () => {
    const before = cache?.journal() ?? (await readMeta(db, 'journal'));
    const batch = await loadBatch(db, records, before, cache);
    const loaded = {
      outgoing: new Map(batch.outgoing),
      feeds: new Map(batch.feeds),
      withdrawn: new Map(batch.withdrawn),
      states: new Map(batch.states),
    };
    for (const act of acts) {
      for (const record of act.records) takeRecord(batch, record);
      batch.unknownInFeed += act.unknown;
    }
    const journal: JournalRow = {
      key: 'journal',
      frames: note.frames,
      head: note.head,
      shape: INDEX_SHAPE,
      unknown: acts.reduce((sum, act) => sum + act.unknown, before?.unknown ?? 0),
      unknownInFeed: batch.unknownInFeed,
      ...(batch.latest === undefined ? {} : { latest: batch.latest }),
    };
    await Promise.all([storeBatch(db, batch, loaded), db.meta.put(journal)]);
    return { batch, journal };
  });
  cache?.noteBatch(written.batch, written.journal);
}

// A transaction waits for all before it that share a table: an autosaved draft must not wait for a page of others' entries.
function tablesOf(db: IndexDatabase, records: readonly JournalRecord[]): Table[] {
  const kinds = new Set(records.map(({ is }) => is));
  function has(...some: readonly JournalRecord['is'][]): boolean {
    return some.some((kind) => kinds.has(kind));
  }
  return [
    db.meta,
    ...(speaksOfFeeds(records)
      ? [
          db.entries,
          db.withdrawn,
          db.records,
          db.states,
          db.outgoing,
          db.feeds,
          db.receipts,
          db.named,
        ]
      : []),
    ...(has('draft', 'draft-removed') ? [db.drafts] : []),
    ...(has('photo', 'photo-receipt', 'photo-sent', 'photo-dropped') ? [db.photos] : []),
    ...(has('photo', 'photo-withheld') ? [db.named] : []),
    ...(has('setting') ? [db.settings] : []),
  ];
}
