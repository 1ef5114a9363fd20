import type { FeedId, RecordId, Sha256 } from '#shared/core/ids.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Entry } from '#shared/records/entry.ts';
import { photoHashesIn } from '#shared/records/photo-hashes.ts';
import { entryKey } from './index-batch.ts';

/** What some records of the journal speak of. */
export interface Subjects {
  readonly entries: readonly Entry[];
  /** Records that are written. */
  readonly written: readonly RecordId[];
  /** Entries of which something is said: numbers, and the keys of those whose records are folded anew. */
  readonly judged: [FeedId, number][];
  readonly refolding: readonly string[];
  /** Feeds and the numbers from which on they were said again. */
  readonly restated: readonly { readonly feed: FeedId; readonly from: number }[];
  /** Feeds that begin here. */
  readonly opens: readonly FeedId[];
  readonly photos: readonly Sha256[];
  /** Photos and the records that may name them. */
  readonly named: readonly [Sha256, RecordId][];
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
  'taken',
  'forgotten',
]);

/** Whether records of the journal are about feeds and their entries at all. */
export function speaksOfFeeds(records: readonly JournalRecord[]): boolean {
  return records.some(({ is }) => feedKinds.has(is));
}

export function subjectsOf(records: readonly JournalRecord[]): Subjects {
  const entries = records.flatMap((one) => (one.is === 'entry' ? [one.entry] : []));
  return {
    entries,
    written: [...new Set(entries.map((entry) => entry.record))],
    judged: records.flatMap((one) =>
      one.is === 'refused' ? [[one.feed, one.seq] as [FeedId, number]] : refoldedBy(one),
    ),
    refolding: records.flatMap((one) => refoldedBy(one).map(([feed, seq]) => entryKey(feed, seq))),
    restated: records.flatMap((one) => (one.is === 'restated' ? [one] : [])),
    opens: records.flatMap((one) => (one.is === 'identity' ? [one.identity.feed] : [])),
    photos: records.flatMap((one) => {
      if (one.is === 'photo') return [one.photo.sha256];
      if (one.is === 'photo-receipt') return [one.receipt.sha256];
      return one.is === 'photo-sent' || one.is === 'photo-dropped' ? [one.sha256] : [];
    }),
    named: records.flatMap((one): [Sha256, RecordId][] => {
      if (one.is === 'entry') return namedBy(one.entry);
      if (one.is === 'photo') return [[one.photo.sha256, one.photo.record]];
      return one.is === 'photo-withheld' ? [[one.sha256, one.record]] : [];
    }),
    speaksOfFeeds: speaksOfFeeds(records),
    confirmed: records.flatMap((one): Subjects['confirmed'] => {
      if (one.is === 'receipt') return [one.receipt];
      return one.is === 'confirmed' ? [one] : [];
    }),
  };
}

function namedBy({ record, set }: Entry): [Sha256, RecordId][] {
  return [...photoHashesIn(set)].map((sha256) => [sha256, record]);
}

/** The entries that begin to count, or count no more. */
function refoldedBy(record: JournalRecord): [FeedId, number][] {
  if (record.is === 'withdrawn' || record.is === 'taken') return [[record.feed, record.seq]];
  return record.is === 'forgotten' ? record.seqs.map((seq) => [record.feed, seq]) : [];
}
