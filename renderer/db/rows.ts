import type { Failure } from '#shared/core/failure.ts';
import type { FeedId, PersonId, RecordId, Sha256 } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { Identity, PhotoNote } from '#shared/journal/journal-record.ts';
import type { Entry, Path } from '#shared/records/entry.ts';
import type { PhotoReceipt, Receipt } from '#shared/records/receipt.ts';
import type { RecordState } from '#shared/records/fold.ts';
import type { RecordView, ReviewStatus } from '#shared/records/record.ts';
import { specialPaths, viewRecord } from '#shared/records/record.ts';
import { isSurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { SyncTries } from './stores.ts';

/**
 * A record as lists read it. Of a deleted record `kind`, `parent` and `review` are absent, and IndexedDB leaves a row
 * without a key out of an index: so nothing that lists has to skip it.
 */
export interface RecordRow {
  readonly id: RecordId;
  readonly kind?: string;
  /** The visit of a quotation, demand or competitor record; the record a comment is about. */
  readonly parent?: RecordId;
  /** Of the survey forms only. */
  readonly review?: ReviewStatus;
  readonly createdAt: Stamp;
  readonly changedAt: Stamp;
  readonly view: RecordView;
  /** Its entry, where it has no other: the state is that entry's, and `states` has none. */
  readonly only?: [FeedId, number];
}

/** An entry the server refused: why, and what it would have written. */
export interface Refusal {
  readonly feed: FeedId;
  readonly seq: number;
  readonly failure: Failure;
  readonly paths: readonly Path[];
}

/** A record of which the server does not hold every own entry, or has refused one. */
export interface OutgoingRow {
  readonly record: RecordId;
  readonly feed: FeedId;
  /** The last own entry of the record. */
  readonly seq: number;
  readonly stamp: Stamp;
  /** Laptop clock of the first entry that waits. */
  readonly sinceMs: number;
  readonly refused: readonly Refusal[];
  /** The entry that says again all that was refused: it is for the server to take or refuse that one. */
  readonly answer?: number;
  /** A record of a survey form that is not deleted: one that `onLaptop` counts. */
  readonly isCounted: boolean;
}

/** An entry that its author gave up after the server had refused it. */
export interface WithdrawnRow {
  readonly feed: FeedId;
  readonly seq: number;
  readonly record: RecordId;
}

/** A feed of this laptop, and how far the server has it. */
export interface FeedRow {
  readonly feed: FeedId;
  readonly person: PersonId;
  readonly confirmed: number;
  readonly confirmedAtMs: number | null;
}

/** A receipt, and when it came by the server's clock. */
export interface ReceiptRow extends Receipt {
  readonly atMs: number;
}

export interface PhotoRow extends PhotoNote {
  readonly sent: 0 | 1;
  readonly receipt?: PhotoReceipt;
}

/** That an own entry of a record names a photo; `withheld`: that this counts for nothing, since another took its place unsent. */
export interface NamedRow {
  readonly sha256: Sha256;
  readonly record: RecordId;
  readonly withheld: 0 | 1;
}

export interface SettingRow {
  readonly key: string;
  readonly value: Json;
}

/** Which frames of the journal the index holds, and what is known from all of them together. */
export interface JournalRow {
  readonly key: 'journal';
  readonly frames: number;
  readonly head: Sha256;
  /** `INDEX_SHAPE` of the program that wrote the index. */
  readonly shape: number;
  readonly latest?: Stamp;
  /** Things in the journal that this version does not know. */
  readonly unknown: number;
  /** Those of them written since the feed began: one may be an entry of it, so the feed must not be continued. */
  readonly unknownInFeed: number;
}

export interface IdentityRow {
  readonly key: 'identity';
  readonly identity: Identity;
}

export interface CursorRow {
  readonly key: 'cursor';
  readonly epoch: string;
  readonly cursor: number;
  readonly atMs: number;
}

/** The latest tries to sync, newest first. */
export interface TriesRow {
  readonly key: 'tries';
  readonly tries: readonly SyncTries[];
}

export type MetaRow = TriesRow | JournalRow | IdentityRow | CursorRow;

/** The row of a record in its present state; `only`: the entry that alone has made it. */
export function rowOf(state: RecordState, only: Entry | undefined): RecordRow {
  const view = viewRecord(state);
  const { id, kind, createdAt, changedAt } = view;
  const single = only && { only: [only.feed, only.seq] satisfies RecordRow['only'] };
  if (view.deleted) return { id, createdAt, changedAt, view, ...single };
  const parent = view.visit ?? commentedRecord(view);
  return {
    id,
    kind,
    createdAt,
    changedAt,
    view,
    ...single,
    ...(parent === undefined ? {} : { parent }),
    ...(view.review !== undefined && isSurveyFormId(kind) ? { review: view.review } : {}),
  };
}

function commentedRecord(view: RecordView): RecordId | undefined {
  const record = view.kind === 'comment' ? view.answers['on_record'] : undefined;
  return typeof record === 'string' ? (record as RecordId) : undefined;
}

/** True for a change that takes a record away. */
export function isDeletion(set: Readonly<Record<string, Json>>): boolean {
  return set[specialPaths.deleted] === true;
}
