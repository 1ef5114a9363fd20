import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { FailureOf } from '../core/failure.ts';
import { utf8 } from '../core/hash.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import { deriveKey } from './vault-keys.ts';

/** What Argon2id (RFC 9106) costs: memory in KiB, passes over it, lanes. */
export interface StretchCost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/**
 * The least that a passphrase may cost, and what new ones do. A key file that asks for less is refused: it would be a trap for
 * guessing the passphrase cheaply.
 */
export const STRETCH_COST: StretchCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };
/** The most: a planted key file must not hang the laptop. */
const MOST_COST: StretchCost = { memoryKiB: 1024 * 1024, passes: 10, lanes: 4 };

/** One way to the vault's key. `wrapped` is that key, encrypted; hex. */
export type Slot =
  | {
      readonly kind: 'passphrase';
      readonly cost: StretchCost;
      readonly salt: string;
      readonly wrapped: string;
    }
  /** `wrapped` is an age file for these X25519 recipients, each of whom opens it alone. */
  | {
      readonly kind: 'recovery';
      readonly recipients: readonly string[];
      readonly wrapped: string;
    }
  | { readonly kind: 'paper'; readonly wrapped: string };

/** The file that lies beside a vault: everything needed to open it but the secret. */
export interface KeyFile {
  readonly format: 'bazarnegar-vault';
  readonly version: 1;
  readonly id: string;
  /** Whether what lay unsealed on this laptop was taken over into it, whole. */
  readonly tookOver: boolean;
  readonly slots: readonly Slot[];
  /** HMAC-SHA-256 of all the rest under a key of the vault: nobody adds a slot or changes one unnoticed. */
  readonly mac: string;
}

/** Most bytes a key file may have. */
export const MAX_KEY_FILE_BYTES = 64 * 1024;
/** The fewest people who can open a vault whose passphrase is lost. */
export const LEAST_RECIPIENTS = 2;

/** A vault's id. */
export const vaultIdSchema = z.uuid();
const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/);
/** An X25519 recipient of age. */
export const recipientSchema = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/);

const slotSchema: z.ZodType<Slot> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('passphrase'),
    cost: z.strictObject({
      memoryKiB: z.int().positive(),
      passes: z.int().positive(),
      lanes: z.int().positive(),
    }),
    salt: hex.length(32),
    wrapped: hex,
  }),
  z.strictObject({
    kind: z.literal('recovery'),
    recipients: z.array(recipientSchema).min(LEAST_RECIPIENTS).max(20),
    wrapped: hex,
  }),
  z.strictObject({ kind: z.literal('paper'), wrapped: hex }),
]);

const keyFileSchema: z.ZodType<KeyFile> = z.strictObject({
  format: z.literal('bazarnegar-vault'),
  version: z.literal(1),
  id: vaultIdSchema,
  tookOver: z.boolean(),
  slots: z.array(slotSchema).min(1).max(20),
  mac: hex.length(64),
});
const versionSchema = z.object({ format: z.literal('bazarnegar-vault'), version: z.int() });

/** Why a key file, or what it opens, cannot be used. */
export type KeyFileFailure = FailureOf<
  'vault/damaged' | 'vault/newer-version' | 'vault/weak-parameters'
>;

/** Reads a key file; one that is not as it was written, of a later version, or cheaper to guess than allowed is a failure. */
export function readKeyFile(bytes: Uint8Array): Result<KeyFile, KeyFileFailure> {
  const parsed = parseJson(bytes);
  const version = versionSchema.safeParse(parsed);
  if (version.success && version.data.version > 1) {
    return err({ kind: 'vault/newer-version', version: version.data.version });
  }
  const file = keyFileSchema.safeParse(parsed);
  if (!file.success) return err({ kind: 'vault/damaged', detail: 'key file' });
  const isAllowed = file.data.slots.every(
    (slot) => slot.kind !== 'passphrase' || isAllowedCost(slot.cost),
  );
  return isAllowed ? ok(file.data) : err({ kind: 'vault/weak-parameters' });
}

/** Whether a key file leaves its owner no way in: it was sealed for travel, and opens with a recovery key alone. */
export function isSealedForTravel(bytes: Uint8Array): boolean {
  const file = readKeyFile(bytes);
  return file.ok && file.value.slots.every(({ kind }) => kind === 'recovery');
}

/** The bytes of a key file, with its MAC. */
export function writeKeyFile(
  file: Omit<KeyFile, 'mac' | 'format' | 'version'>,
  vaultKey: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const whole: Omit<KeyFile, 'mac'> = { format: 'bazarnegar-vault', version: 1, ...file };
  return utf8(`${JSON.stringify({ ...whole, mac: macOf(whole, vaultKey) }, null, 1)}\n`);
}

/** Whether the owner of the vault's key wrote the file as it is. */
export function isAuthentic({ mac, ...file }: KeyFile, vaultKey: Uint8Array): boolean {
  return macOf(file, vaultKey) === mac;
}

function macOf(file: Omit<KeyFile, 'mac'>, vaultKey: Uint8Array): string {
  const { format, version, id, tookOver, slots } = file;
  const said = JSON.stringify([format, version, id, tookOver, slots.map(slotTerms)]);
  return bytesToHex(hmac(sha256, deriveKey(vaultKey, id, 'header'), utf8(said)));
}

// A list in a fixed order: JSON objects may come back from a file in another one.
function slotTerms(slot: Slot): readonly unknown[] {
  switch (slot.kind) {
    case 'passphrase':
      return [slot.kind, ...costTerms(slot.cost), slot.salt, slot.wrapped];
    case 'recovery':
      return [slot.kind, slot.recipients, slot.wrapped];
    case 'paper':
      return [slot.kind, slot.wrapped];
  }
}

/** A cost as it is bound to what it protects. */
export function costTerms({ memoryKiB, passes, lanes }: StretchCost): readonly number[] {
  return [memoryKiB, passes, lanes];
}

function isAllowedCost(cost: StretchCost): boolean {
  const names = ['memoryKiB', 'passes', 'lanes'] as const;
  return names.every((name) => cost[name] >= STRETCH_COST[name] && cost[name] <= MOST_COST[name]);
}

function parseJson(bytes: Uint8Array): unknown {
  if (bytes.length > MAX_KEY_FILE_BYTES) return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
