import type { Failure } from '#shared/core/failure.ts';
import type { RecordId, Sha256 } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Result } from '#shared/core/result.ts';
import type { Identity, PhotoNote } from '#shared/journal/journal-record.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { Entry, Path } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';
import type { RecordView } from '#shared/records/record.ts';

/** A change to one record, as its author states it: the store adds base, stamp, number and chain. */
export interface RecordChange {
  readonly record: RecordId;
  readonly kind: string;
  readonly form: number;
  readonly set: Readonly<Record<Path, Json>>;
  readonly why?: string;
}

/** Where a record of this laptop's own feed stands on its way to the server. */
export type SendState =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly failure: Failure };

/** Records and entries: the only way to read them, and the only way to write them. Reads are made for `useLive`. */
export interface RecordStore {
  /** One record; undefined when there is none or it is deleted. */
  find(record: RecordId): Promise<RecordView | undefined>;
  /** Records of a kind, latest change first; deleted ones are left out. */
  list(kind: string, limit?: number): Promise<readonly RecordView[]>;
  /** Price, demand and competitor records of a visit, in the order they were made. */
  listOfVisit(visit: RecordId): Promise<readonly RecordView[]>;
  /** Records of the survey forms in a state of review, oldest first. */
  listByReview(review: 'submitted' | 'returned' | 'approved' | 'rejected'): Promise<readonly RecordView[]>;
  /** A record with everything known of each path: heads, conflicts. */
  state(record: RecordId): Promise<RecordState | undefined>;
  /** All entries of a record, in the order of their stamps: its history. */
  history(record: RecordId): Promise<readonly Entry[]>;
  /** Comments on a record, oldest first. */
  comments(record: RecordId): Promise<readonly RecordView[]>;
  /** Own entries the server has not confirmed, and refused ones, by record. */
  sendStates(): Promise<ReadonlyMap<RecordId, SendState>>;
  /**
   * Appends one entry for each change to the journal, flushed, then to the index with the records they make, in one
   * transaction; drafts of `finishedDrafts` end with them. All or nothing.
   */
  write(
    changes: readonly RecordChange[],
    finishedDrafts?: readonly RecordId[],
  ): Promise<Result<readonly RecordView[], Failure>>;
}

/** What is being typed. */
export interface DraftStore {
  find(record: RecordId): Promise<Draft | undefined>;
  /** All drafts, latest keystroke first. */
  list(): Promise<readonly Draft[]>;
  listOfVisit(visit: RecordId): Promise<readonly Draft[]>;
  /** Journals a draft, flushed, then indexes it. */
  save(draft: Draft): Promise<Result<null, Failure>>;
  remove(record: RecordId): Promise<Result<null, Failure>>;
}

/** Photos by hash. */
export interface PhotoStore {
  /** Keeps a photo's bytes and notes whose it is; answers its hash. */
  put(photo: { readonly record: RecordId; readonly mediaType: string; readonly bytes: Uint8Array }): Promise<Result<Sha256, Failure>>;
  get(sha256: Sha256): Promise<Result<Uint8Array, Failure>>;
  listUnsent(): Promise<readonly PhotoNote[]>;
}

/** Settings of this laptop: language, calendar, digits, theme ... kept in the journal like everything else. */
export interface SettingStore {
  get(key: string): Promise<Json | undefined>;
  set(key: string, value: Json): Promise<Result<null, Failure>>;
}

/** Counts for the status line and the outbox. */
export interface WorkCounts {
  /** Records of survey forms that this laptop holds. */
  readonly onLaptop: number;
  /** Own records with an entry the server has not confirmed. */
  readonly unsent: number;
  /** Own records the server holds with every entry. */
  readonly onServer: number;
  readonly drafts: number;
  readonly refused: number;
  readonly unsentPhotos: number;
  /** Laptop clock of the oldest unsent entry, in ms since 1970 UTC. */
  readonly oldestUnsentMs: number | null;
  /** When the server last confirmed something, by its own clock, in ms since 1970 UTC. */
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
}

/** The whole local store of one laptop. */
export interface LocalStore {
  readonly records: RecordStore;
  readonly drafts: DraftStore;
  readonly photos: PhotoStore;
  readonly settings: SettingStore;
  identity(): Promise<Identity | undefined>;
  setIdentity(identity: Identity): Promise<Result<null, Failure>>;
  counts(): Promise<WorkCounts>;
  /** Current health, and a way to hear of its changes (for `useSyncExternalStore`). */
  health(): StoreHealth;
  onHealth(listener: () => void): () => void;
}
