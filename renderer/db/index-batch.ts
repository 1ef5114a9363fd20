import type { FeedId, RecordId, Sha256 } from '#shared/core/ids.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import { latestStamp } from '#shared/core/stamp.ts';
import type { JournalRecord } from '#shared/journal/journal-record.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { photoHashesIn } from '#shared/records/photo-hashes.ts';
import { foldEntries, foldEntry } from '#shared/records/fold.ts';
import { isSettled, withOwnEntry, withoutRefusal, withRefusal } from './outgoing.ts';
import type {
  CursorRow,
  FeedRow,
  IdentityRow,
  NamedRow,
  OutgoingRow,
  PhotoRow,
  ReceiptRow,
  SettingRow,
  WithdrawnRow,
} from './rows.ts';

/**
 * Rows that some acts of the journal touch, between reading them from the index and writing them back. A null is a
 * row to be deleted. `takeRecord` has the journal's meaning: each thing it remembers, what it does to the index.
 */
export interface IndexBatch {
  readonly entries: Map<string, Entry>;
  /** Entries that were said again on another feed, and are to be deleted: a number may be given to another one. */
  readonly gone: Map<string, Entry>;
  /** Entries the index holds already, as far as these acts speak of them. */
  readonly known: ReadonlyMap<string, Entry>;
  readonly states: Map<RecordId, RecordState>;
  /** All entries of records that lose one of them; what these acts withdraw, and what was withdrawn before. */
  readonly histories: ReadonlyMap<RecordId, readonly Entry[]>;
  readonly withdrawn: Map<string, WithdrawnRow | null>;
  /** Records some entry of which came with these acts: their states are to be written. */
  readonly touched: Set<RecordId>;
  readonly outgoing: Map<RecordId, OutgoingRow | null>;
  readonly feeds: Map<FeedId, FeedRow>;
  /** Whether `feeds` was read: these acts are about feeds at all. */
  readonly speaksOfFeeds: boolean;
  readonly drafts: Map<RecordId, Draft | null>;
  readonly photos: Map<Sha256, PhotoRow | null>;
  readonly named: Map<string, NamedRow>;
  readonly settings: Map<string, SettingRow>;
  readonly receipts: Map<string, ReceiptRow>;
  /** Feeds the server holds less of than before (it was restored): their outgoing rows are made anew. */
  readonly reopened: Set<FeedId>;
  identity: IdentityRow | undefined;
  cursor: CursorRow | undefined;
  latest: Stamp | undefined;
  unknownInFeed: number;
}

/** An entry's identity as a key of a map. */
export function entryKey(feed: FeedId, seq: number): string {
  return `${feed}/${seq}`;
}

/** A photo and a record that names it, as a key of a map. */
export function namedKey(sha256: Sha256, record: RecordId): string {
  return `${sha256}/${record}`;
}

/** Does to the batch what the journal says. */
export function takeRecord(batch: IndexBatch, record: JournalRecord): void {
  const take: (batch: IndexBatch, record: never) => void = takers[record.is];
  take(batch, record as never);
}

type Taker<K extends JournalRecord['is']> = (
  batch: IndexBatch,
  record: Extract<JournalRecord, { readonly is: K }>,
) => void;

const takers: { readonly [K in JournalRecord['is']]: Taker<K> } = {
  identity(batch, { identity }) {
    batch.identity = { key: 'identity', identity };
    const { feed, person } = identity;
    if (batch.feeds.has(feed)) return;
    batch.unknownInFeed = 0;
    batch.feeds.set(feed, { feed, person, confirmed: 0, confirmedAtMs: null });
  },
  entry(batch, { entry }) {
    // Two entries under one number are seen on a laptop that was put back to an earlier day: the later is the server's.
    batch.entries.set(entryKey(entry.feed, entry.seq), entry);
    batch.gone.delete(entryKey(entry.feed, entry.seq));
    const state = foldEntry(batch.states.get(entry.record), entry);
    batch.states.set(entry.record, state);
    batch.touched.add(entry.record);
    batch.latest = latestStamp(batch.latest, entry.stamp);
    const feed = batch.feeds.get(entry.feed);
    if (feed === undefined) return;
    for (const sha256 of photoHashesIn(entry.set)) {
      // What was withheld stays so where the entry is said again on another feed.
      if (!isWithheld(batch, sha256, entry.record)) setNamed(batch, sha256, entry.record, 0);
    }
    if (entry.seq <= feed.confirmed) return;
    const row = batch.outgoing.get(entry.record) ?? undefined;
    batch.outgoing.set(entry.record, withOwnEntry(row, entry, state));
  },
  draft(batch, { draft }) {
    batch.drafts.set(draft.record, draft);
  },
  'draft-removed'(batch, { record }) {
    batch.drafts.set(record, null);
  },
  setting(batch, { key, value }) {
    batch.settings.set(key, { key, value });
  },
  receipt(batch, { receipt, atMs }) {
    batch.receipts.set(entryKey(receipt.feed, receipt.seq), { ...receipt, atMs });
    moveFeed(batch, receipt.feed, receipt.seq, atMs);
  },
  confirmed(batch, { feed, seq, atMs }) {
    moveFeed(batch, feed, seq, atMs);
  },
  refused(batch, { feed, seq, failure }) {
    const entry = findEntry(batch, feed, seq);
    if (!entry || isWithdrawn(batch, entry)) return;
    const state = batch.states.get(entry.record);
    const row =
      batch.outgoing.get(entry.record) ?? (state && withOwnEntry(undefined, entry, state));
    if (row) batch.outgoing.set(entry.record, withRefusal(row, entry, failure));
  },
  withdrawn(batch, { feed, seq }) {
    const entry = findEntry(batch, feed, seq);
    if (!entry) return;
    const { record } = entry;
    batch.withdrawn.set(entryKey(feed, seq), { feed, seq, record });
    refoldRecord(batch, record);
    const row = batch.outgoing.get(record);
    if (!row) return;
    const confirmed = batch.feeds.get(row.feed)?.confirmed ?? 0;
    batch.outgoing.set(record, withoutRefusal(row, entry, confirmed));
  },
  restated(batch, { feed, from }) {
    dropEntries(batch, (entry) => entry.feed === feed && entry.seq >= from);
  },
  forgotten(batch, { feed, seqs }) {
    dropEntries(batch, (entry) => entry.feed === feed && seqs.includes(entry.seq));
  },
  taken(batch, { feed, seq }) {
    const entry = findEntry(batch, feed, seq);
    if (!entry) return;
    batch.withdrawn.set(entryKey(feed, seq), null);
    refoldRecord(batch, entry.record);
    const row = batch.outgoing.get(entry.record);
    if (!row) return;
    const confirmed = batch.feeds.get(row.feed)?.confirmed ?? 0;
    batch.outgoing.set(entry.record, withoutRefusal(row, entry, confirmed));
  },
  cursor(batch, { epoch, cursor, atMs }) {
    batch.cursor = { key: 'cursor', epoch, cursor, atMs };
  },
  photo(batch, { photo }) {
    const { sha256, record } = photo;
    const known = batch.photos.get(sha256);
    if (!known) batch.photos.set(sha256, { ...photo, sent: 0 });
    else if (known.ofDraft && !photo.ofDraft) {
      const { ofDraft: _ofDraft, ...note } = known;
      batch.photos.set(sha256, note);
    }
    if (isWithheld(batch, sha256, record)) setNamed(batch, sha256, record, 0);
  },
  'photo-withheld'(batch, { sha256, record }) {
    setNamed(batch, sha256, record, 1);
  },
  'photo-dropped'(batch, { sha256 }) {
    batch.photos.set(sha256, null);
  },
  'photo-receipt'(batch, { receipt }) {
    const photo = batch.photos.get(receipt.sha256);
    if (photo) batch.photos.set(receipt.sha256, { ...photo, sent: 1, receipt });
  },
  'photo-sent'(batch, { sha256 }) {
    const photo = batch.photos.get(sha256);
    if (photo) batch.photos.set(sha256, { ...photo, sent: 1 });
  },
};

function isWithheld(batch: IndexBatch, sha256: Sha256, record: RecordId): boolean {
  return batch.named.get(namedKey(sha256, record))?.withheld === 1;
}

function setNamed(batch: IndexBatch, sha256: Sha256, record: RecordId, withheld: 0 | 1): void {
  batch.named.set(namedKey(sha256, record), { sha256, record, withheld });
}

/** The server holds a feed up to a number: more than before, or less where it has lost some of it. */
function moveFeed(batch: IndexBatch, feed: FeedId, seq: number, atMs: number): void {
  const before = batch.feeds.get(feed);
  if (!before) return;
  batch.feeds.set(feed, { ...before, confirmed: seq, confirmedAtMs: atMs });
  if (seq < before.confirmed) batch.reopened.add(feed);
  for (const [record, row] of batch.outgoing) {
    if (row?.feed !== feed || !isSettled(row, seq)) continue;
    batch.outgoing.set(record, null);
    // What was refused and said again, or went with its record, counts for nothing any more: nobody else ever had it.
    for (const one of row.refused) {
      batch.withdrawn.set(entryKey(one.feed, one.seq), { feed: one.feed, seq: one.seq, record });
    }
    if (row.refused.length > 0) refoldRecord(batch, record);
  }
}

function findEntry(batch: IndexBatch, feed: FeedId, seq: number): Entry | undefined {
  const key = entryKey(feed, seq);
  return batch.entries.get(key) ?? batch.known.get(key);
}

function isWithdrawn(batch: IndexBatch, { feed, seq }: Pick<Entry, 'feed' | 'seq'>): boolean {
  return (batch.withdrawn.get(entryKey(feed, seq)) ?? null) !== null;
}

/** Entries that are to be in the index no more. */
function dropEntries(batch: IndexBatch, isGone: (entry: Entry) => boolean): void {
  const gone = [...batch.known, ...batch.entries].filter(([, entry]) => isGone(entry));
  for (const [key, entry] of gone) {
    batch.entries.delete(key);
    batch.gone.set(key, entry);
  }
  for (const record of new Set(gone.map(([, entry]) => entry.record))) refoldRecord(batch, record);
}

/** The state of a record from all its entries but those withdrawn or said again. */
function refoldRecord(batch: IndexBatch, record: RecordId): void {
  const fresh = [...batch.entries.values()].filter((entry) => entry.record === record);
  const kept = (batch.histories.get(record) ?? []).filter(
    ({ feed, seq }) => !batch.gone.has(entryKey(feed, seq)),
  );
  const state = foldEntries([...kept, ...fresh].filter((entry) => !isWithdrawn(batch, entry)));
  batch.touched.add(record);
  if (state) batch.states.set(record, state);
  else batch.states.delete(record);
}
