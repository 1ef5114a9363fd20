import { z } from 'zod';
import type { Failure } from '../core/failure.ts';
import { failureSchema } from '../core/failure.ts';
import type { ServerKey, Sha256 } from '../core/ids.ts';
import { feedIdSchema, projectIdSchema, serverKeySchema, sha256Schema } from '../core/ids.ts';
import type { Entry } from '../records/entry.ts';
import type { Receipt } from '../records/receipt.ts';
import { receiptSchema } from '../records/receipt.ts';
import type { Role } from '../records/role.ts';
import { roles } from '../records/role.ts';

/** Most entries in one batch. */
export const MAX_BATCH_ENTRIES = 500;
/** Most bytes of one batch before compression: of a segment's layout, and of a JSON push of version 1. */
export const MAX_BATCH_BYTES = 256 * 1024;
/** Most characters of the canonical JSON of a segment's entries: columns that repeat a value could swell to far more. */
export const MAX_SEGMENT_ENTRY_SIZE = 1024 * 1024;
/** Largest photo the server takes, in bytes. */
export const MAX_PHOTO_BYTES = 12 * 1024 * 1024;

/** Where photos are sent in pieces, by the tus protocol 1.0; an upload is `<here>/<sha256>`. */
export const PHOTO_UPLOADS = '/photos/uploads';

/** Most bytes of a photo in one request: what a broken transfer sends again at most. */
export const PHOTO_PIECE_BYTES = 256 * 1024;
/** The media type of a segment in gzip: the body of a push and of the answer to a pull. */
export const SEGMENT_TYPE = 'application/vnd.bazarnegar.segment';
/** The header that says a segment's name: the SHA-256 of its bytes as they travel. */
export const SEGMENT_NAME_HEADER = 'segment-name';
/** The header of a push that says, as JSON, the server's own receipt for its last entries, which the server may have lost since. */
export const COVERED_HEADER = 'covered-by';
/** The header of a push that says, as JSON, the `SignedHead` that the device signed for the last entry of the segment. */
export const HEAD_HEADER = 'feed-head';
/** The header of a push that says, as JSON, the `SignedRoot` of the tree over the feed up to the signed head. */
export const TREE_HEADER = 'feed-tree';
/** The header of a push that says, as a JSON list of hashes, that its entries are in that tree, where they end before the head. */
export const PROOF_HEADER = 'feed-proof';
/** The header of the answer to a pull that says, as JSON, what a `PullPage` says. */
export const PAGE_HEADER = 'pull-page';
/** The header of the answer to a HEAD of a photo that is there: its receipt, as JSON. */
export const PHOTO_RECEIPT_HEADER = 'photo-receipt';

/**
 * `GET /health`: who answers, for everyone. `isSample` marks a project made of sample data. Here and below a server from before
 * receipts has no key and gives none.
 */
export interface Health {
  readonly app: 'bazarnegar';
  readonly protocol: number;
  readonly epoch: string;
  readonly serverKey?: ServerKey;
  readonly isSample: boolean;
  /** Accounts anyone may try, given by a sample project only. */
  readonly sampleAccounts: readonly {
    readonly name: string;
    readonly password: string;
    readonly role: Role;
  }[];
}

/** An entry that was refused, by its number, and why. */
export interface RefusedSeq {
  readonly seq: number;
  readonly failure: Failure;
}

/**
 * The answer to a push, which is a segment (`SEGMENT_TYPE`) of one feed's entries in `seq` order, from the first the
 * server has not confirmed. The feed is stored durably up to `confirmed`; `refused` entries are kept in quarantine with their
 * reason and count as confirmed (they never block the feed behind them). Two refusals end a feed instead, because
 * nothing that is chained to them can be told from a forgery: `sync/forked-feed` and `sync/broken-chain`. What stands
 * behind them is said again on a new feed. `receipt` signs for what of this push the server holds as it was sent: up to the
 * last such entry of it; null where that is none. A push may carry the receipt it once had (`COVERED_HEADER`).
 */
export interface PushResponse {
  readonly confirmed: number;
  readonly refused: readonly RefusedSeq[];
  readonly receipt?: Receipt | null;
  readonly epoch: string;
  readonly serverMs: number;
}

/**
 * What `GET /sync/pull?protocol=2&after=<cursor>&feed=<own feed>&limit=500` says of its page, which is a segment.
 * `cursor` is the next `after`; `more` says whether to ask at once.
 */
export interface PullPage {
  readonly cursor: number;
  readonly more: boolean;
  readonly epoch: string;
  readonly serverMs: number;
}

/**
 * A page with its entries: those this person may see and did not write on `feed`, in the order in which they became
 * visible. The JSON of the answer in version 1, and what a reader makes of the answer since.
 */
export interface PullResponse extends PullPage {
  readonly entries: readonly Entry[];
}

/**
 * `GET /sync/feeds/<feed>`: how far the server has a feed, `confirmed` 0 if it never saw it; the receipt for that, and
 * everything it refused of it.
 */
export interface FeedState {
  readonly confirmed: number;
  readonly receipt?: Receipt;
  readonly refused?: readonly RefusedSeq[];
  readonly epoch: string;
}

/**
 * `POST /audit/exports`: what a laptop wrote to a file at `atMs` (its own clock, ms since 1970 UTC), told at its next sync for the audit.
 */
export interface ExportNote {
  readonly atMs: number;
  readonly records: number;
  readonly sha256: Sha256;
  readonly withPersonal: boolean;
}

/** Every refusal's body, with the HTTP status of its kind. */
export interface FailureReply {
  readonly failure: Failure;
}

const role = z.enum(roles);
const cursor = z.int().nonnegative();

/** Parses the server's account of itself. */
export const healthSchema: z.ZodType<Health> = z.object({
  app: z.literal('bazarnegar'),
  protocol: z.int(),
  epoch: z.string(),
  serverKey: z.exactOptional(serverKeySchema),
  isSample: z.boolean(),
  sampleAccounts: z.array(z.object({ name: z.string(), password: z.string(), role })),
});
/**
 * Parses the JSON body of a push of version 1, kept for laptops that were not updated yet; entries are parsed one by
 * one, so that one bad entry does not refuse the others.
 */
export const pushRequestSchema = z.strictObject({
  protocol: z.int(),
  project: projectIdSchema,
  feed: feedIdSchema,
  entries: z.array(z.unknown()).max(MAX_BATCH_ENTRIES),
});
const refused = z.array(z.object({ seq: z.int().positive(), failure: failureSchema }));
/** Parses the answer to a push. */
export const pushResponseSchema: z.ZodType<PushResponse> = z.object({
  confirmed: cursor,
  refused,
  receipt: z.exactOptional(z.nullable(receiptSchema)),
  epoch: z.string(),
  serverMs: z.number(),
});
const pageShape = { cursor, more: z.boolean(), epoch: z.string(), serverMs: z.number() };
/** Parses what the answer to a pull says of its page. */
export const pullPageSchema: z.ZodType<PullPage> = z.object(pageShape);
/** Parses how far the server has a feed. */
export const feedStateSchema: z.ZodType<FeedState> = z.object({
  confirmed: cursor,
  receipt: z.exactOptional(receiptSchema),
  refused: z.exactOptional(refused),
  epoch: z.string(),
});
/** Parses what was exported. */
export const exportNoteSchema: z.ZodType<ExportNote> = z.strictObject({
  atMs: z.int().nonnegative(),
  records: z.int().nonnegative(),
  sha256: sha256Schema,
  withPersonal: z.boolean(),
});
/** Parses a refusal. */
export const failureReplySchema: z.ZodType<FailureReply> = z.object({ failure: failureSchema });
