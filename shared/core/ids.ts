import { z } from 'zod';

/** A device's append-only log of entries: UUID made on the device. */
export type FeedId = string & { readonly __brand: 'FeedId' };
/** A record: UUIDv7 made on the device, or `kind/code` for an item of a register. */
export type RecordId = string & { readonly __brand: 'RecordId' };
/** A member of the team (the record `person/<code>`), by code. */
export type PersonId = string & { readonly __brand: 'PersonId' };
/** A project on the server: every table is keyed by it first. */
export type ProjectId = string & { readonly __brand: 'ProjectId' };
/** The SHA-256 of some bytes, 64 lower-case hex digits. */
export type Sha256 = string & { readonly __brand: 'Sha256' };
/** A server's public Ed25519 key (RFC 8032): its 32 bytes in base64url. What it signs names it by this. */
export type ServerKey = string & { readonly __brand: 'ServerKey' };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const code = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const recordId =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z_]{1,32}\/[A-Za-z0-9][A-Za-z0-9_-]{0,63})$/;

function brand<T extends string>(pattern: RegExp) {
  return z.string().regex(pattern) as unknown as z.ZodType<T>;
}

/** Parses a feed id. */
export const feedIdSchema = brand<FeedId>(uuid);
/** Parses a record id of either form. */
export const recordIdSchema = brand<RecordId>(recordId);
/** Parses a person's code. */
export const personIdSchema = brand<PersonId>(code);
/** Parses a project's code. */
export const projectIdSchema = brand<ProjectId>(code);
/** Parses a SHA-256 in hex. */
export const sha256Schema = brand<Sha256>(/^[0-9a-f]{64}$/);
/** Parses a server's public key. */
export const serverKeySchema = brand<ServerKey>(/^[A-Za-z0-9_-]{43}$/);
