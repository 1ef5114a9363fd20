import type { Failure } from '#shared/core/failure.ts';
import type { FeedId, PersonId, RecordId, ServerKey, Sha256 } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Result } from '#shared/core/result.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { MissingActs } from '#shared/journal/journal.ts';
import type { Identity, PhotoNote } from '#shared/journal/journal-record.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { Entry, Path } from '#shared/records/entry.ts';
import type { PhotoReceipt, Receipt } from '#shared/records/receipt.ts';
import type { RecordState } from '#shared/records/fold.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { EntryJudge, TakenIn } from './entry-judge.ts';

/**
 * A change to one record, as its author states it: the store adds stamp, number, chain and base. `base` is stated only
 * by an author who saw something else than the record as it is now: one who settles a conflict of chosen writes, say.
 * A change that ends a draft has the base that was noted when the draft was begun.
 */
export interface RecordChange {
  readonly record: RecordId;
  readonly kind: string;
  readonly form: number;
  readonly set: Readonly<Record<Path, Json>>;
  readonly base?: Readonly<Record<Path, readonly Stamp[]>>;
  readonly why?: string;
}

/** A photo that another took the place of in a record. */
export interface ReplacedPhoto {
  readonly sha256: Sha256;
  readonly record: RecordId;
}

/** What keeps a record of this laptop from being on the server as it is here. */
export type SendState =
  { readonly kind: 'waiting' } | { readonly kind: 'refused'; readonly failure: Failure };

/** Where a record that is not on the server stands on its way there. */
export interface SendDetails {
  readonly state: SendState;
  /** Laptop clock of the first entry that waits, in ms since 1970 UTC. */
  readonly sinceMs: number;
  /** How many entries of this laptop are sent before its last one. */
  readonly ahead: number;
}

/** Tries to sync that ended alike, one after the other: why they failed, or null where all went well. */
export interface SyncTries {
  readonly firstMs: number;
  readonly lastMs: number;
  readonly count: number;
  readonly failure: Failure | null;
}

/** Records and entries: the only way to read them, and the only way to write them. Reads are made for `useLive`. */
export interface RecordStore {
  /** One record; undefined when there is none or it is deleted. */
  find(record: RecordId): Promise<RecordView | undefined>;
  /** Records of a kind, latest change first; deleted ones are left out. */
  list(kind: string, limit?: number): Promise<readonly RecordView[]>;
  /** Ids of all records of a kind, in the order they were made: what a long list is read by, some at a time. */
  ids(kind: string): Promise<readonly RecordId[]>;
  /** Several records, in the order of their ids; those that do not exist or are deleted are left out. */
  findMany(records: readonly RecordId[]): Promise<readonly RecordView[]>;
  /** Price, demand and competitor records of a visit, in the order they were made. */
  listOfVisit(visit: RecordId): Promise<readonly RecordView[]>;
  /** Records of the survey forms in a state of review, oldest first. */
  listByReview(
    review: 'submitted' | 'returned' | 'approved' | 'rejected',
  ): Promise<readonly RecordView[]>;
  /** How many `listByReview` would give, counted by the index without reading them. */
  countByReview(review: 'submitted' | 'returned' | 'approved' | 'rejected'): Promise<number>;
  /** A record with everything known of each path: heads, conflicts. */
  state(record: RecordId): Promise<RecordState | undefined>;
  /** All entries of a record, in the order of their stamps: its history. */
  history(record: RecordId): Promise<readonly Entry[]>;
  /** Comments on a record, oldest first. */
  comments(record: RecordId): Promise<readonly RecordView[]>;
  /** Records of which the server does not hold every own entry, or has refused one; a record that is not in it is safe. */
  sendStates(): Promise<ReadonlyMap<RecordId, SendState>>;
  /** The same of one record, with since when and behind what it waits; undefined for one that is on the server as it is here. */
  sendDetails(record: RecordId): Promise<SendDetails | undefined>;
  /**
   * Gives up what the server refused of a record: those entries count for nothing any more, and the record is again as the
   * server has it. They stay in the journal and in its history.
   */
  withdraw(record: RecordId): Promise<Result<null, Failure>>;
  /**
   * Appends one entry for each change to the journal, flushed, then to the index with the records they make, in one
   * transaction; drafts of `finishedDrafts` end with them, and `replaced` are photos that others took the place of in their record:
   * they are not sent because of it. All or nothing.
   */
  write(
    changes: readonly RecordChange[],
    finishedDrafts?: readonly RecordId[],
    replaced?: readonly ReplacedPhoto[],
  ): Promise<Result<readonly RecordView[], Failure>>;
}

/** What is being typed. */
export interface DraftStore {
  find(record: RecordId): Promise<Draft | undefined>;
  /** All drafts, latest keystroke first. */
  list(): Promise<readonly Draft[]>;
  listOfVisit(visit: RecordId): Promise<readonly Draft[]>;
  /** The records of a visit that have a draft: read again when there is another, not with every letter. */
  idsOfVisit(visit: RecordId): Promise<readonly RecordId[]>;
  /**
   * Journals a draft, flushed, then indexes it. Of several saves of one draft that wait for the disk the newest is
   * written, for all of them. A save of what was typed before the record was finished or the draft removed is ignored.
   */
  save(draft: Draft): Promise<Result<null, Failure>>;
  remove(record: RecordId): Promise<Result<null, Failure>>;
}

/** A photo of this laptop. */
export interface KeptPhoto extends PhotoNote {
  readonly isSent: boolean;
}

/** Photos by hash. */
export interface PhotoStore {
  /** Keeps a photo's bytes and notes whose it is; answers its hash. */
  put(photo: {
    readonly record: RecordId;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
    /** The photo it shows small. */
    readonly previewOf?: Sha256 | undefined;
    /** It is sent once an entry names it, and goes where nothing does any more. */
    readonly ofDraft?: true | undefined;
    /** The place where it was taken stands in it. */
    readonly hasPlace?: true | undefined;
  }): Promise<Result<Sha256, Failure>>;
  get(sha256: Sha256): Promise<Result<Uint8Array, Failure>>;
  /** What is to be sent: not what is only typed, nor what was taken out of it. */
  listUnsent(): Promise<readonly PhotoNote[]>;
  /** What is noted of photos; those that this laptop never had are left out. */
  kept(hashes: readonly Sha256[]): Promise<readonly KeptPhoto[]>;
  /** Those of some photos that were kept here, are not on the server, and whose bytes are not there any more. */
  missing(hashes: readonly Sha256[]): Promise<readonly Sha256[]>;
}

/** Settings of this laptop: language, calendar, digits, theme ... kept in the journal like everything else. */
export interface SettingStore {
  get(key: string): Promise<Json | undefined>;
  set(key: string, value: Json): Promise<Result<null, Failure>>;
  /** The values of all keys that begin so. */
  list(prefix: string): Promise<readonly Json[]>;
  /** Sets several at once. */
  setAll(values: Readonly<Record<string, Json>>): Promise<Result<null, Failure>>;
}

/** Counts for the status line and the outbox. */
export interface WorkCounts {
  /** Records of survey forms that this laptop holds. */
  readonly onLaptop: number;
  /** Records of any kind with an own entry the server has not confirmed; refused ones are not among them. */
  readonly unsent: number;
  /** Those of `onLaptop` that the server holds as they are here. */
  readonly onServer: number;
  readonly drafts: number;
  readonly refused: number;
  readonly unsentPhotos: number;
  /** Laptop clock of the oldest unsent entry, in ms since 1970 UTC. */
  readonly oldestUnsentMs: number | null;
  /** When the server last answered a sync, by its own clock, in ms since 1970 UTC. */
  readonly confirmedAtMs: number | null;
}

/** What the store knows of itself. */
export interface StoreHealth {
  /** `saved`: everything typed is on the disk. */
  readonly saving: 'saved' | 'saving' | 'failed';
  readonly savedAtMs: number | null;
  readonly failure: Failure | null;
  /** Whether the index had to be rebuilt from the journal at this start. */
  readonly wasRebuilt: boolean;
  /** The index could not follow the journal: all is saved, lists may be old, and it is being repaired. */
  readonly isIndexBehind: boolean;
  /** Things in the journal that this version does not know: a newer one wrote them, and they are kept. */
  readonly unknownRecords: number;
  /** Bytes behind the last whole frame of the journal that were set aside at this start; 0 after an orderly end. */
  readonly setAsideBytes: number;
  /** What the host had noted of the journal and did not find at this start. */
  readonly missing: MissingActs | null;
  /** Server's clock minus this laptop's, in ms; null before a server was heard. */
  readonly clockOffsetMs: number | null;
}

/**
 * A feed of this laptop: its last entry, how far the server has it, and the receipt for that; none where the server gave its
 * word before receipts there were.
 */
export interface FeedProgress {
  readonly feed: FeedId;
  readonly confirmed: number;
  readonly last: number;
  readonly receipt: Receipt | undefined;
}

/** What of this laptop's work the server has signed for. */
export interface Coverage {
  /** Everything: nothing would be lost with the laptop. */
  readonly isWhole: boolean;
  readonly feeds: readonly FeedCoverage[];
  /** Entries of this person behind their receipts, or whose receipts are of another key or epoch. */
  readonly uncoveredEntries: number;
  /** Whose work of before receipts lies here as well: only they can ask for receipts. */
  readonly others: readonly PersonId[];
  readonly photos: number;
  readonly uncoveredPhotos: number;
  readonly photoReceipts: readonly PhotoReceipt[];
  readonly drafts: number;
  readonly refused: number;
  /** The last time the server no longer held what it had signed for; it was sent again. */
  readonly forgotAtMs: number | null;
}

/** A feed with its last entry, and the newest receipt that covers it as far as it does. */
export interface FeedCoverage {
  readonly feed: FeedId;
  readonly person: PersonId;
  readonly last: number;
  readonly receipt: (Receipt & { readonly atMs: number }) | undefined;
}

/** What the server said it holds of a feed, verified. */
export interface Confirmation {
  readonly receipt: Receipt;
  readonly refused: readonly { readonly seq: number; readonly failure: Failure }[];
  readonly atMs: number;
  /** It had signed for more in the same epoch. */
  readonly hasForgotten?: boolean;
}

/** What sync asks of the store, and tells it. */
export interface SyncStore {
  /** The feeds on which the person of this laptop wrote. */
  feeds(): Promise<readonly FeedProgress[]>;
  /** The last receipt of a feed for a number from `first` to `last`, whatever became of it since. */
  receiptWithin(feed: FeedId, first: number, last: number): Promise<Receipt | undefined>;
  /** Entries of a feed from number `seq` on, without gaps. */
  entriesFrom(feed: FeedId, seq: number, limit: number): Promise<readonly Entry[]>;
  /** The feeds of other laptops of which there is something here: the last entry, and how many there are. */
  othersFeeds(): Promise<
    readonly { readonly feed: FeedId; readonly last: number; readonly count: number }[]
  >;
  /** The numbers of a feed's entries that are here, in rising order. */
  numbersOf(feed: FeedId): Promise<readonly number[]>;
  /** Entries of a feed by their numbers; those that are not here are left out. */
  entriesAt(feed: FeedId, seqs: readonly number[]): Promise<readonly Entry[]>;
  /** Notes how far the server holds a feed, more or less than before, and what it refused of it. */
  confirm(confirmation: Confirmation): Promise<Result<null, Failure>>;
  /** The same of a whole feed: what the server refused of it, and nothing else, counts here as refused. */
  takeVerdict(confirmation: Confirmation): Promise<Result<null, Failure>>;
  /** Notes that a restored server may judge anew what it had given out of others' feeds before. */
  unsettle(): Promise<Result<null, Failure>>;
  /** Others' feeds of which that is so, each with how far it was here then. */
  unsettled(): Promise<readonly { readonly feed: FeedId; readonly last: number }[]>;
  /** Takes the server's verdict on such feeds: what it refused of them is here no more. */
  settle(receipts: readonly Receipt[]): Promise<Result<null, Failure>>;
  /** Notes that the server holds less of a feed than it had confirmed: what is behind `seq` waits again. */
  reopen(loss: {
    readonly feed: FeedId;
    readonly seq: number;
    readonly atMs: number;
    readonly hasForgotten: boolean;
  }): Promise<Result<null, Failure>>;
  /** What of all feeds and photos of this laptop the server has signed for. */
  coverage(): Promise<Coverage>;
  /** Takes another key for the server's: what the one before signed for counts for nothing, and is asked for again. */
  trustServer(key: ServerKey): Promise<Result<null, Failure>>;
  /**
   * Says again, on a new feed, what the server has not confirmed of `feed`: the server has other entries under its
   * numbers (the laptop was put back to an earlier day), or entries are missing here, and a feed never forks.
   */
  restate(feed: FeedId): Promise<Result<null, Failure>>;
  /** How far others' entries were taken in, and from which server database. */
  cursor(): Promise<{ readonly epoch: string; readonly cursor: number } | undefined>;
  /** Takes in others' entries; those it holds already are left alone. Drafts are never touched. Answers how many were new. */
  takeIn(page: {
    readonly entries: readonly Entry[];
    readonly epoch: string;
    readonly cursor: number;
    readonly atMs: number;
  }): Promise<Result<number, Failure>>;
  /** Takes in what came in a bundle, what `judge` refuses apart: the server is asked for the same as before. */
  takeInBundled(entries: readonly Entry[], judge: EntryJudge): Promise<Result<TakenIn, Failure>>;
  /** Takes the server's verdict on a feed of another laptop that was handed on from here. */
  takeCarriedVerdict(receipt: Receipt): Promise<Result<null, Failure>>;
  /** Photos that may be sent and for which there is no receipt of this epoch. */
  uncoveredPhotos(epoch: string | undefined): Promise<readonly PhotoNote[]>;
  photoSent(receipt: PhotoReceipt, atMs: number): Promise<Result<null, Failure>>;
  /** Takes the server's time, as just heard, for the difference of the clocks. */
  noteServerTime(serverMs: number): Promise<void>;
  /**
   * Notes how a try to sync ended, for the person who asks why something is not sent. It is kept in the index alone: losing it
   * loses no work.
   */
  noteTry(tried: { readonly atMs: number; readonly failure: Failure | null }): Promise<void>;
  /** The latest tries, newest first; those that ended alike are one. */
  tries(): Promise<readonly SyncTries[]>;
  /** Hears of every act of this laptop that is to be sent. */
  onWork(listener: () => void): () => void;
}

/** The whole local store of one laptop. */
export interface LocalStore {
  readonly records: RecordStore;
  readonly drafts: DraftStore;
  readonly photos: PhotoStore;
  readonly settings: SettingStore;
  readonly sync: SyncStore;
  identity(): Promise<Identity | undefined>;
  setIdentity(identity: Identity): Promise<Result<null, Failure>>;
  counts(): Promise<WorkCounts>;
  /** Current health, and a way to hear of its changes (for `useSyncExternalStore`). */
  health(): StoreHealth;
  onHealth(listener: () => void): () => void;
  /** Ends it after the acts under way. */
  close(): Promise<void>;
}
