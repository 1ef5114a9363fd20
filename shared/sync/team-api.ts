import { z } from 'zod';
import type { DeviceKey } from '../core/device-key.ts';
import { deviceKeySchema, deviceSignatureSchema } from '../core/device-key.ts';
import type { PersonId, ProjectId, ServerKey, Sha256 } from '../core/ids.ts';
import { personIdSchema, projectIdSchema, serverKeySchema, sha256Schema } from '../core/ids.ts';
import type { Role } from '../records/role.ts';
import { roles } from '../records/role.ts';
import { teamNameSchema } from '../records/team.ts';

const role = z.enum(roles);

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

/**
 * `PUT /devices/<key>`: registers the key of the device its person is signed in on, with its age recipient. A key the server does not know
 * (`device/unknown`) is asked for a proof, and its person for a sign-in of the last quarter of an hour (`account/sign-in-again`).
 */
export interface DeviceRegistration {
  readonly recipient: string;
  readonly proof?: RegistrationProof;
}

/** What shows that a device has the key it names: its signature over `registrationText`. */
export interface RegistrationProof extends Challenge {
  readonly signature: string;
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
  /** For who reads others' bundles: role and team of everybody, by which a laptop judges what came in one. A server from before says nothing. */
  readonly people?: readonly TeamPerson[];
  /** Keys the secretariat offers for vaults, so that a lost passphrase loses nothing. */
  readonly recovery?: readonly string[];
  /** Codes under way, by their public keys: a laptop that no network has reached yet is known by one. */
  readonly enrolments?: readonly { readonly enrolment: DeviceKey; readonly person: PersonId }[];
  /** For who reaches the people of a team alone: its name and all its people, also those who left. Nobody's where it is not there. */
  readonly reach?: TeamReach;
  /**
   * The end of the server's audit, and (`known`) the lines at the numbers that were asked for (`?audit=12,40`): a laptop
   * holds them against the ends it saw before, and so notices an audit that was made anew or cut.
   */
  readonly audit?: AuditHead & { readonly known?: readonly AuditHead[] };
}

/** A line of the audit by its number, and its hash, which by the chain says all lines before it. */
export interface AuditHead {
  readonly number: number;
  readonly hash: Sha256;
}

/** How many lines of the audit are asked for at once, at most. */
export const MAX_KNOWN_HEADS = 14;

/** What a person may do hangs on these. */
export interface TeamPerson {
  readonly person: PersonId;
  readonly role: Role;
  readonly team: string | null;
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
/** Parses an age recipient: an X25519 public key (age's `age1…`). */
export const recipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);
/** Parses the registration of a device. */
export const deviceRegistrationSchema: z.ZodType<DeviceRegistration> = z.strictObject({
  recipient: recipientSchema,
  proof: z.exactOptional(
    z.strictObject({ challenge: z.string().max(200), signature: deviceSignatureSchema }),
  ),
});
/** Parses a line of the audit by its number. */
export const auditHeadSchema: z.ZodType<AuditHead> = z.object({
  number: z.int().positive(),
  hash: sha256Schema,
});
/** Parses whom bundles are made for. */
export const teamKeysSchema: z.ZodType<TeamKeys> = z.object({
  epoch: z.string(),
  server: recipientSchema,
  recipients: z.array(z.object({ person: personIdSchema, recipient: recipientSchema })),
  devices: z.array(
    z.object({ device: deviceKeySchema, person: personIdSchema, isRevoked: z.boolean() }),
  ),
  people: z.exactOptional(
    z.array(z.object({ person: personIdSchema, role, team: z.string().nullable() })),
  ),
  recovery: z.exactOptional(z.array(recipientSchema)),
  enrolments: z.exactOptional(
    z.array(z.object({ enrolment: deviceKeySchema, person: personIdSchema })),
  ),
  reach: z.exactOptional(z.object({ team: z.string(), people: z.array(personIdSchema) })),
  audit: z.exactOptional(
    z.object({
      number: z.int().positive(),
      hash: sha256Schema,
      known: z.exactOptional(z.array(auditHeadSchema)),
    }),
  ),
});
/** Parses the numbers of lines that are asked for, as they stand in the address. */
export const auditNumbersSchema = z
  .string()
  .regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8}){0,13}$/)
  .transform((text): readonly number[] => text.split(',').map(Number));
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
