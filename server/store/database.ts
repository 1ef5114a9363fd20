import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { FeedId, PersonId, ProjectId, RecordId, ServerKey, Sha256 } from '#shared/core/ids.ts';
import type { Stamp } from '#shared/core/stamp.ts';
import type { Role } from '#shared/records/role.ts';

type Defaulted<T> = ColumnType<T, T | undefined, T>;

interface ProjectTable {
  readonly project: ProjectId;
  readonly name: string;
  readonly is_sample: Defaulted<boolean>;
  readonly recovery_keys: Defaulted<string>;
}

interface AccountTable {
  readonly project: ProjectId;
  readonly account: string;
  readonly name: string;
  readonly name_key: string;
  readonly person: PersonId;
  readonly role: Role;
  readonly password_hash: string;
  readonly is_active: Defaulted<boolean>;
  readonly team: Defaulted<string | null>;
}

interface SessionTable {
  readonly project: ProjectId;
  readonly token_hash: string;
  readonly account: string;
  readonly created_at: ColumnType<Date, Date, never>;
  readonly expires_at: ColumnType<Date, Date, never>;
  /** Null where no password or code began it. */
  readonly signed_in_at: ColumnType<Date | null, Date | null, never>;
}

interface FeedTable {
  readonly project: ProjectId;
  readonly feed: FeedId;
  readonly account: string | null;
  readonly person: PersonId;
  readonly seq: Defaulted<number>;
  readonly hash: Sha256;
  readonly stamp: ColumnType<Stamp | null, Stamp | null | undefined, Stamp | null>;
  /** The device that signed the head at `signed_seq`; null for a feed that was never signed. */
  readonly device: Defaulted<DeviceKey | null>;
  readonly signed_seq: Defaulted<number | null>;
  readonly signed_hash: Defaulted<Sha256 | null>;
  readonly signature: Defaulted<string | null>;
  /** The root of the tree up to `signed_seq` that the device signed with its head; null where it signed none. */
  readonly signed_root: Defaulted<Sha256 | null>;
  readonly root_signature: Defaulted<string | null>;
  /** The peaks of the tree up to `seq`, one after the other; null where they are to be computed from the entries. */
  readonly peaks: Defaulted<string | null>;
}

interface DeviceTable {
  readonly project: ProjectId;
  readonly device: DeviceKey;
  readonly account: string;
  readonly recipient: string | null;
  readonly enrolled_by: DeviceKey | null;
  readonly registered_at: ColumnType<Date, undefined, never>;
  readonly revoked_at: ColumnType<Date | null, undefined, Date>;
}

interface EnrolmentTable {
  readonly project: ProjectId;
  readonly enrolment: DeviceKey;
  readonly account: string;
  readonly ends_at: Date;
  readonly device: Defaulted<DeviceKey | null>;
  readonly made_by: Defaulted<PersonId | null>;
}

interface BundleKeyTable {
  readonly is_only: Defaulted<boolean>;
  readonly recipient: string;
  readonly identity: string;
}

interface EntryTable {
  readonly project: ProjectId;
  readonly position: number;
  readonly feed: FeedId;
  readonly seq: number;
  readonly hash: Sha256;
  readonly record: RecordId;
  readonly kind: string;
  readonly author: PersonId;
  readonly reader: PersonId;
  readonly body: string;
}

interface RecordTable {
  readonly project: ProjectId;
  readonly record: RecordId;
  readonly kind: string;
  readonly owner: PersonId;
  readonly reader: PersonId;
  /** What a comment is about. */
  readonly subject: RecordId | null;
  readonly review: string | null;
  /** JSON of a `PackedState`; null where the record's only entry says it. */
  readonly state: string | null;
}

interface QuarantineTable {
  readonly project: ProjectId;
  readonly feed: FeedId;
  readonly seq: number;
  readonly hash: Sha256;
  readonly in_chain: boolean;
  readonly account: string;
  /** JSON of a `Failure`. */
  readonly failure: string;
  readonly body: string;
}

interface PhotoTable {
  readonly project: ProjectId;
  readonly sha256: Sha256;
  readonly bytes: number;
  readonly media_type: string;
  readonly account: string;
}

interface EpochTable {
  readonly is_only: Defaulted<boolean>;
  readonly id: string;
}

interface ServerKeyTable {
  readonly is_only: Defaulted<boolean>;
  readonly public_key: ServerKey;
  readonly private_key: string;
}

interface AuditTable {
  readonly project: ProjectId;
  readonly number: number;
  readonly hash: Sha256;
  readonly body: string;
}

/** The tables as the migrations leave them, without the columns that only people read. */
export interface Tables {
  readonly epoch: EpochTable;
  readonly server_key: ServerKeyTable;
  readonly project: ProjectTable;
  readonly account: AccountTable;
  readonly session: SessionTable;
  readonly feed: FeedTable;
  readonly device: DeviceTable;
  readonly enrolment: EnrolmentTable;
  readonly bundle_key: BundleKeyTable;
  readonly entry: EntryTable;
  readonly record: RecordTable;
  readonly quarantine: QuarantineTable;
  readonly photo: PhotoTable;
  readonly audit: AuditTable;
}

/** The database. */
export type Database = Kysely<Tables>;
/** A transaction on the database. */
export type Tx = Transaction<Tables>;
/** The database, or a transaction on it. */
export type Db = Database | Tx;
