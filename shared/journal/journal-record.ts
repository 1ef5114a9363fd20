import { z } from 'zod';
import type { Failure } from '../core/failure.ts';
import { failureSchema } from '../core/failure.ts';
import { utf8 } from '../core/hash.ts';
import type { FeedId, PersonId, ProjectId, RecordId, ServerKey, Sha256 } from '../core/ids.ts';
import {
  feedIdSchema,
  personIdSchema,
  projectIdSchema,
  recordIdSchema,
  serverKeySchema,
  sha256Schema,
} from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import type { Draft } from '../records/draft.ts';
import { draftSchema } from '../records/draft.ts';
import type { Entry } from '../records/entry.ts';
import { entrySchema } from '../records/entry.ts';
import type { PhotoReceipt, Receipt } from '../records/receipt.ts';
import { photoReceiptSchema, receiptSchema } from '../records/receipt.ts';
import type { Role } from '../records/role.ts';
import { roles } from '../records/role.ts';

/**
 * Who works on this laptop, for which project, and the feed their acts go to. `serverKey`: the key of the server they signed
 * in on; absent from identities of before receipts.
 */
export interface Identity {
  readonly project: ProjectId;
  readonly person: PersonId;
  readonly role: Role;
  readonly feed: FeedId;
  readonly isSample: boolean;
  readonly serverKey?: ServerKey;
}

/** A photo kept on this laptop: its bytes lie in the photo store under their SHA-256. */
export interface PhotoNote {
  readonly sha256: Sha256;
  readonly mediaType: string;
  readonly bytes: number;
  readonly record: RecordId;
  /** The photo that this one shows small; it is counted with it. */
  readonly previewOf?: Sha256;
  /**
   * It was added to something that is typed on this laptop: it is sent once an entry of this laptop names it, and goes where nothing does.
   * Absent where it came with a bundle, and from notes of before this was told apart: those are sent as they are.
   */
  readonly ofDraft?: true;
  /** The place where it was taken stands in it. */
  readonly hasPlace?: true;
}

/**
 * What the journal remembers, so that everything else can be rebuilt from it. Each case says what is true from its
 * frame on: `receipt` that the server holds a feed up to there, verified; `confirmed` that it says so without one (written
 * before receipts there were); `cursor` how far others' entries were taken in;
 * `withdrawn` that an entry counts for nothing: the server refused it and a person gave it up, or it came in a bundle and waits for the verdict; `restated` that
 * what this laptop wrote on a feed from number `from` on was said again on another feed: its numbers are the server's; `taken` that
 * the server holds an entry that it had refused before it was restored; `forgotten` that it refused entries of another laptop
 * which it had given out before that; `photo-withheld` that a record names a photo for nobody else any more, as another took its place
 * before it was sent; `photo-dropped` that a photo nothing names is not on this laptop any more. A later `photo` undoes both.
 */
export type JournalRecord =
  | { readonly is: 'identity'; readonly identity: Identity }
  | { readonly is: 'entry'; readonly entry: Entry }
  | { readonly is: 'draft'; readonly draft: Draft }
  | { readonly is: 'draft-removed'; readonly record: RecordId }
  | { readonly is: 'setting'; readonly key: string; readonly value: Json }
  | { readonly is: 'receipt'; readonly receipt: Receipt; readonly atMs: number }
  | { readonly is: 'confirmed'; readonly feed: FeedId; readonly seq: number; readonly atMs: number }
  | {
      readonly is: 'refused';
      readonly feed: FeedId;
      readonly seq: number;
      readonly failure: Failure;
    }
  | { readonly is: 'withdrawn'; readonly feed: FeedId; readonly seq: number }
  | { readonly is: 'restated'; readonly feed: FeedId; readonly from: number }
  | { readonly is: 'taken'; readonly feed: FeedId; readonly seq: number }
  | { readonly is: 'forgotten'; readonly feed: FeedId; readonly seqs: readonly number[] }
  | {
      readonly is: 'cursor';
      readonly epoch: string;
      readonly cursor: number;
      readonly atMs: number;
    }
  | { readonly is: 'photo'; readonly photo: PhotoNote }
  | { readonly is: 'photo-receipt'; readonly receipt: PhotoReceipt; readonly atMs: number }
  | { readonly is: 'photo-withheld'; readonly sha256: Sha256; readonly record: RecordId }
  | { readonly is: 'photo-dropped'; readonly sha256: Sha256 }
  /** Written before receipts there were: the server's word alone. */
  | { readonly is: 'photo-sent'; readonly sha256: Sha256 };

const identitySchema: z.ZodType<Identity> = z.strictObject({
  project: projectIdSchema,
  person: personIdSchema,
  role: z.enum(roles),
  feed: feedIdSchema,
  isSample: z.boolean(),
  serverKey: z.exactOptional(serverKeySchema),
});

const seq = z.int().nonnegative();

const journalRecordSchema: z.ZodType<JournalRecord> = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('identity'), identity: identitySchema }),
  z.strictObject({ is: z.literal('entry'), entry: entrySchema }),
  z.strictObject({ is: z.literal('draft'), draft: draftSchema }),
  z.strictObject({ is: z.literal('draft-removed'), record: recordIdSchema }),
  z.strictObject({ is: z.literal('setting'), key: z.string(), value: z.json() }),
  z.strictObject({ is: z.literal('receipt'), receipt: receiptSchema, atMs: z.number() }),
  z.strictObject({ is: z.literal('confirmed'), feed: feedIdSchema, seq, atMs: z.number() }),
  z.strictObject({ is: z.literal('refused'), feed: feedIdSchema, seq, failure: failureSchema }),
  z.strictObject({ is: z.literal('withdrawn'), feed: feedIdSchema, seq }),
  z.strictObject({ is: z.literal('restated'), feed: feedIdSchema, from: seq }),
  z.strictObject({ is: z.literal('taken'), feed: feedIdSchema, seq }),
  z.strictObject({ is: z.literal('forgotten'), feed: feedIdSchema, seqs: z.array(seq) }),
  z.strictObject({ is: z.literal('cursor'), epoch: z.string(), cursor: seq, atMs: z.number() }),
  z.strictObject({
    is: z.literal('photo'),
    photo: z.strictObject({
      sha256: sha256Schema,
      mediaType: z.string(),
      bytes: seq,
      record: recordIdSchema,
      previewOf: z.exactOptional(sha256Schema),
      ofDraft: z.exactOptional(z.literal(true)),
      hasPlace: z.exactOptional(z.literal(true)),
    }),
  }),
  z.strictObject({ is: z.literal('photo-receipt'), receipt: photoReceiptSchema, atMs: z.number() }),
  z.strictObject({
    is: z.literal('photo-withheld'),
    sha256: sha256Schema,
    record: recordIdSchema,
  }),
  z.strictObject({ is: z.literal('photo-dropped'), sha256: sha256Schema }),
  z.strictObject({ is: z.literal('photo-sent'), sha256: sha256Schema }),
]);

/** The payload of a frame: one act's records together, so that they are durable together. */
export function encodeJournalAct(records: readonly JournalRecord[]): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify(records));
}

/**
 * Reads a frame's payload. A record this version does not know is left out of `records` and counted in `unknown`,
 * so that a journal written by a newer version is still read as far as it can be and never shortened.
 */
export function decodeJournalAct(payload: Uint8Array): {
  readonly records: readonly JournalRecord[];
  readonly unknown: number;
} {
  const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  const items = Array.isArray(parsed) ? parsed : [];
  const records = items.flatMap((item) => {
    const record = journalRecordSchema.safeParse(item);
    return record.success ? [record.data] : [];
  });
  return { records, unknown: items.length - records.length };
}
