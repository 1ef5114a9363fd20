import type { RecordId } from '#shared/core/ids.ts';
import type { RecordState } from '#shared/records/fold.ts';
import type { IndexBatch } from './index-batch.ts';
import type { FeedRow, JournalRow, OutgoingRow } from './rows.ts';

/**
 * Rows the one writer of the index has just read or written, so that a save does not read them again: reading back cost
 * more than half of a save. True only while every write goes through the writer; forgotten as soon as one fails.
 */
export interface IndexCache {
  journal(): JournalRow | undefined;
  feeds(): readonly FeedRow[] | undefined;
  /** A record's rows; undefined where they are not known, `none` where there are none. */
  state(record: RecordId): RecordState | 'none' | undefined;
  outgoing(record: RecordId): OutgoingRow | 'none' | undefined;
  noteState(record: RecordId, state: RecordState | undefined): void;
  noteOutgoing(record: RecordId, row: OutgoingRow | undefined): void;
  /** Takes what a batch has written; `journal` is its row after it. */
  noteBatch(batch: IndexBatch, journal: JournalRow): void;
  forget(): void;
}

// More than a group of acts touches, little enough to weigh nothing.
const MOST_RECORDS = 500;

export function createIndexCache(): IndexCache {
  const states = new Map<RecordId, RecordState | 'none'>();
  const outgoing = new Map<RecordId, OutgoingRow | 'none'>();
  let journal: JournalRow | undefined;
  let feeds: readonly FeedRow[] | undefined;

  return {
    journal: () => journal,
    feeds: () => feeds,
    state: (record) => states.get(record),
    outgoing: (record) => outgoing.get(record),
    noteState(record, state) {
      states.set(record, state ?? 'none');
    },
    noteOutgoing(record, row) {
      outgoing.set(record, row ?? 'none');
    },
    noteBatch(batch, row) {
      if (batch.reopened.size > 0) outgoing.clear();
      journal = row;
      if (batch.speaksOfFeeds) feeds = [...batch.feeds.values()];
      if (states.size > MOST_RECORDS) states.clear();
      if (outgoing.size > MOST_RECORDS) outgoing.clear();
      if (batch.touched.size > MOST_RECORDS) {
        // A page of others' entries is no record of a person at work.
        states.clear();
        outgoing.clear();
        return;
      }
      for (const record of batch.touched) states.set(record, batch.states.get(record) ?? 'none');
      if (batch.reopened.size > 0) return;
      for (const [record, one] of batch.outgoing) outgoing.set(record, one ?? 'none');
    },
    forget() {
      states.clear();
      outgoing.clear();
      journal = undefined;
      feeds = undefined;
    },
  };
}
