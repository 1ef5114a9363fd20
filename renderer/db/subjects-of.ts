import type { FeedId, RecordId, Sha256 } from '#shared/core/ids.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryKey } from './index-batch.ts';

/** What some records of the journal speak of. */
export interface Subjects {
  readonly entries: readonly Entry[];
  /** Records that are written. */
  readonly written: readonly RecordId[];
  /** Entries that were refused or withdrawn: numbers, and of the withdrawn the keys. */
  readonly judged: [FeedId, number][];
  readonly withdrawn: readonly string[];
  /** Feeds and the numbers from which on they were said again. */
  readonly restated: readonly { readonly feed: FeedId; readonly from: number }[];
  /** Feeds that begin here. */
  readonly opens: readonly FeedId[];
  readonly photos: readonly Sha256[];
  readonly speaksOfFeeds: boolean;
  /** Feeds the server confirms, each as far as it does. */
  readonly confirmed: readonly { readonly feed: FeedId; readonly seq: number }[];
}

const feedKinds: ReadonlySet<JournalRecord['is']> = new Set<JournalRecord['is']>([
  'identity',
  'entry',
  'receipt',
  'confirmed',
  'refused',
  'withdrawn',
  'restated',
]);

export function subjectsOf(records: readonly JournalRecord[]): Subjects {
  const entries = records.flatMap((one) => (one.is === 'entry' ? [one.entry] : []));
  return {
    entries,
    written: [...new Set(entries.map((entry) => entry.record))],
    judged: records.flatMap((one): [FeedId, number][] =>
      one.is === 'refused' || one.is === 'withdrawn' ? [[one.feed, one.seq]] : [],
    ),
    withdrawn: records.flatMap((one) =>
      one.is === 'withdrawn' ? [entryKey(one.feed, one.seq)] : [],
    ),
    restated: records.flatMap((one) => (one.is === 'restated' ? [one] : [])),
    opens: records.flatMap((one) => (one.is === 'identity' ? [one.identity.feed] : [])),
    photos: records.flatMap((one) => {
      if (one.is === 'photo') return [one.photo.sha256];
      if (one.is === 'photo-receipt') return [one.receipt.sha256];
      return one.is === 'photo-sent' ? [one.sha256] : [];
    }),
    speaksOfFeeds: records.some(({ is }) => feedKinds.has(is)),
    confirmed: records.flatMap((one): Subjects['confirmed'] => {
      if (one.is === 'receipt') return [one.receipt];
      return one.is === 'confirmed' ? [one] : [];
    }),
  };
}
