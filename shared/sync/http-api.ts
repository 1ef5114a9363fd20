import { z } from 'zod';
import type { DeviceKey } from '../core/device-key.ts';
import { deviceKeySchema, deviceSignatureSchema } from '../core/device-key.ts';
import type { Failure } from '../core/failure.ts';
import { failureSchema } from '../core/failure.ts';
import type { PersonId, ProjectId, ServerKey, Sha256 } from '../core/ids.ts';
import {
  feedIdSchema,
  personIdSchema,
  projectIdSchema,
  serverKeySchema,
  sha256Schema,
} from '../core/ids.ts';
import type { Entry } from '../records/entry.ts';
import type { Receipt } from '../records/receipt.ts';
import { receiptSchema } from '../records/receipt.ts';
import type { Role } from '../records/role.ts';
import { roles } from '../records/role.ts';
import { teamNameSchema } from '../records/team.ts';

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

/** `POST /session` takes it; the session itself travels as an HttpOnly cookie. `DELETE /session` ends it. */
export interface SignIn {
  readonly name: string;
  readonly password: string;
}

/** The answer of `POST /session` and `GET /session`: who is signed in. */
export interface SignedIn {
  readonly project: ProjectId;
  readonly projectName: string;
  readonly person: PersonId;
  readonly role: Role;
  readonly isSample: boolean;
  readonly epoch: string;
  readonly serverKey?: ServerKey;
  readonly serverMs: number;
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

/** `PUT /devices/<key>`: registers the key of the device its person is signed in on, with its age recipient. */
export interface DeviceRegistration {
  readonly recipient: string;
}

/**
 * The answer of `PUT /devices/<key>` and `GET /devices`: whom bundles are made for (age recipients of the server and of those who
 * review), and for those who read others' bundles whose each device is.
 */
export interface TeamKeys {
  readonly epoch: string;
  readonly server: string;
  readonly recipients: readonly { readonly person: PersonId; readonly recipient: string }[];
  readonly devices: readonly TeamDevice[];
  /** Keys the secretariat offers for vaults, so that a lost passphrase loses nothing. */
  readonly recovery?: readonly string[];
  /** Codes under way, by their public keys: a laptop that no network has reached yet is known by one. */
  readonly enrolments?: readonly { readonly enrolment: DeviceKey; readonly person: PersonId }[];
  /** For who reaches the people of a team alone: its name and all its people, also those who left. Nobody's where it is not there. */
  readonly reach?: TeamReach;
  /** The end of the server's audit: a laptop that keeps it can tell whether the audit was made anew since. */
  readonly audit?: { readonly number: number; readonly hash: Sha256 };
}

/** The team of who asks. */
export interface TeamReach {
  readonly team: string;
  readonly people: readonly PersonId[];
}

/** `PUT /team/<person>`, for those who may: puts a person into a team, or into none. */
export interface TeamChange {
  readonly team: string | null;
}

/** `GET /team`, for those who may enrol: who has an account, their laptops, and the codes that wait for theirs. */
export interface TeamOverview {
  readonly people: readonly {
    readonly person: PersonId;
    readonly role: Role;
    readonly isActive: boolean;
    /** Null where they are in none; a server from before teams says nothing. */
    readonly team?: string | null;
  }[];
  readonly devices: readonly (TeamDevice & { readonly registeredAtMs: number })[];
  readonly enrolments: readonly {
    readonly enrolment: DeviceKey;
    readonly person: PersonId;
    readonly endsAtMs: number;
  }[];
}

/**
 * `POST /enrolments`: a code for a person, by the public key that follows from it; it ends after `days`, or once a laptop used it.
 * `DELETE /enrolments/<key>` takes it back.
 */
export interface NewEnrolment {
  readonly person: PersonId;
  readonly enrolment: DeviceKey;
  readonly days: 1 | 30;
}

/** What the server gives a device to sign: good for a minute, and for one answer. */
export interface Challenge {
  readonly challenge: string;
}

/** A session that ended and begins again by the key of a registered device: `POST /session/renewed`. */
export interface Renewing extends Challenge {
  readonly project: ProjectId;
  readonly device: DeviceKey;
  readonly signature: string;
}

/**
 * `POST /enrolled`, without a session: a laptop shows that it knows a code, by its signature over `enrolmentText`. From then on its key is
 * the person's, and it is signed in: the answer is a `SignedIn`.
 */
export interface Enrolling {
  readonly enrolment: DeviceKey;
  readonly device: DeviceKey;
  readonly recipient: string;
  readonly signature: string;
}

/** A device of the team. */
export interface TeamDevice {
  readonly device: DeviceKey;
  readonly person: PersonId;
  readonly isRevoked: boolean;
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
/** Parses a sign-in. */
export const signInSchema: z.ZodType<SignIn> = z.strictObject({
  name: z.string().min(1).max(64),
  password: z.string().min(1).max(200),
});
/** Parses who is signed in. */
export const signedInSchema: z.ZodType<SignedIn> = z.object({
  project: projectIdSchema,
  projectName: z.string(),
  person: personIdSchema,
  role,
  isSample: z.boolean(),
  epoch: z.string(),
  serverKey: z.exactOptional(serverKeySchema),
  serverMs: z.number(),
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
/** Parses an age recipient: an X25519 public key (age's `age1…`). */
export const recipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);
/** Parses the registration of a device. */
export const deviceRegistrationSchema: z.ZodType<DeviceRegistration> = z.strictObject({
  recipient: recipientSchema,
});
/** Parses whom bundles are made for. */
export const teamKeysSchema: z.ZodType<TeamKeys> = z.object({
  epoch: z.string(),
  server: recipientSchema,
  recipients: z.array(z.object({ person: personIdSchema, recipient: recipientSchema })),
  devices: z.array(
    z.object({ device: deviceKeySchema, person: personIdSchema, isRevoked: z.boolean() }),
  ),
  recovery: z.exactOptional(z.array(recipientSchema)),
  enrolments: z.exactOptional(
    z.array(z.object({ enrolment: deviceKeySchema, person: personIdSchema })),
  ),
  reach: z.exactOptional(z.object({ team: z.string(), people: z.array(personIdSchema) })),
  audit: z.exactOptional(z.object({ number: z.int().positive(), hash: sha256Schema })),
});
/** Parses who has an account and which laptops. */
export const teamOverviewSchema: z.ZodType<TeamOverview> = z.object({
  people: z.array(
    z.object({
      person: personIdSchema,
      role,
      isActive: z.boolean(),
      team: z.exactOptional(z.string().nullable()),
    }),
  ),
  devices: z.array(
    z.object({
      device: deviceKeySchema,
      person: personIdSchema,
      isRevoked: z.boolean(),
      registeredAtMs: z.number(),
    }),
  ),
  enrolments: z.array(
    z.object({ enrolment: deviceKeySchema, person: personIdSchema, endsAtMs: z.number() }),
  ),
});
/** Parses into which team a person is put. */
export const teamChangeSchema: z.ZodType<TeamChange> = z.strictObject({
  team: teamNameSchema.nullable(),
});
/** Parses a code to be kept. */
export const newEnrolmentSchema: z.ZodType<NewEnrolment> = z.strictObject({
  person: personIdSchema,
  enrolment: deviceKeySchema,
  days: z.union([z.literal(1), z.literal(30)]),
});
/** Parses what a device is to sign. */
export const challengeSchema: z.ZodType<Challenge> = z.object({ challenge: z.string().max(200) });
/** Parses a session that a device has begin again. */
export const renewingSchema: z.ZodType<Renewing> = z.strictObject({
  project: projectIdSchema,
  device: deviceKeySchema,
  challenge: z.string().max(200),
  signature: deviceSignatureSchema,
});
/** Parses a laptop's use of a code. */
export const enrollingSchema: z.ZodType<Enrolling> = z.strictObject({
  enrolment: deviceKeySchema,
  device: deviceKeySchema,
  recipient: recipientSchema,
  signature: deviceSignatureSchema,
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
