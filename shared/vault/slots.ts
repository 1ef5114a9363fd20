import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { Decrypter, Encrypter } from 'age-encryption';
import type { Slot, StretchCost } from './key-file.ts';
import { costTerms, STRETCH_COST } from './key-file.ts';
import { normalisePaperCode, normalisePassphrase } from './passphrase.ts';
import type { RandomBytes } from './seal.ts';
import { createSealer } from './seal.ts';
import type { Stretch } from './stretch.ts';
import { deriveKey } from './vault-keys.ts';
import { utf8 } from '../core/hash.ts';

const SALT_BYTES = 16;

type SlotOf<K extends Slot['kind']> = Extract<Slot, { readonly kind: K }>;

/** Wraps a vault's key for whoever knows the passphrase. */
export async function passphraseSlot(
  vault: VaultSecret,
  passphrase: string,
  stretch: Stretch,
  randomBytes: RandomBytes,
): Promise<Slot> {
  const salt = randomBytes(SALT_BYTES);
  const cost = STRETCH_COST;
  const key = await wrappingKey(vault.id, passphrase, cost, salt, stretch);
  const wrapped = createSealer(key, randomBytes).seal(
    vault.key,
    passphrasePlace(vault.id, cost, bytesToHex(salt)),
  );
  return { kind: 'passphrase', cost, salt: bytesToHex(salt), wrapped: bytesToHex(wrapped) };
}

/** The vault's key out of that slot; undefined for another passphrase. */
export async function openPassphraseSlot(
  id: string,
  { cost, salt, wrapped }: SlotOf<'passphrase'>,
  passphrase: string,
  stretch: Stretch,
): Promise<Uint8Array | undefined> {
  const key = await wrappingKey(id, passphrase, cost, hexToBytes(salt), stretch);
  return createSealer(key, noRandom).open(hexToBytes(wrapped), passphrasePlace(id, cost, salt));
}

/** Wraps a vault's key for each of the recipients (`age1…`). */
export async function recoverySlot(
  vault: VaultSecret,
  recipients: readonly string[],
): Promise<Slot> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  // The id is inside, so that the slot of one vault is nothing in the file of another.
  const said = JSON.stringify({ vault: vault.id, key: bytesToHex(vault.key) });
  const wrapped = await encrypter.encrypt(utf8(said));
  return { kind: 'recovery', recipients, wrapped: bytesToHex(wrapped) };
}

/** The vault's key out of that slot; undefined for an identity it was not wrapped for. */
export async function openRecoverySlot(
  id: string,
  { wrapped }: SlotOf<'recovery'>,
  identity: string,
): Promise<Uint8Array | undefined> {
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity.trim());
    const said: unknown = JSON.parse(await decrypter.decrypt(hexToBytes(wrapped), 'text'));
    if (typeof said !== 'object' || said === null) return undefined;
    const { vault, key } = said as Readonly<Record<string, unknown>>;
    return vault === id && typeof key === 'string' ? hexToBytes(key) : undefined;
  } catch {
    return undefined;
  }
}

/** Wraps a vault's key for whoever holds the paper with the code. The code itself is as good as a key: nothing is stretched. */
export function paperSlot(vault: VaultSecret, code: string, randomBytes: RandomBytes): Slot {
  const sealer = createSealer(paperKey(vault.id, code), randomBytes);
  return { kind: 'paper', wrapped: bytesToHex(sealer.seal(vault.key, paperPlace(vault.id))) };
}

/** The vault's key out of that slot; undefined for another code. */
export function openPaperSlot(
  id: string,
  { wrapped }: SlotOf<'paper'>,
  code: string,
): Uint8Array | undefined {
  return createSealer(paperKey(id, code), noRandom).open(hexToBytes(wrapped), paperPlace(id));
}

/** A vault's id and its own key. */
export interface VaultSecret {
  readonly id: string;
  readonly key: Uint8Array;
}

async function wrappingKey(
  id: string,
  passphrase: string,
  cost: StretchCost,
  salt: Uint8Array,
  stretch: Stretch,
): Promise<Uint8Array> {
  return deriveKey(await stretch(normalisePassphrase(passphrase), cost, salt), id, 'wrap');
}

function paperKey(id: string, code: string): Uint8Array {
  return deriveKey(utf8(normalisePaperCode(code)), id, 'paper');
}

function passphrasePlace(id: string, cost: StretchCost, salt: string): string {
  return JSON.stringify(['passphrase', id, ...costTerms(cost), salt]);
}

function paperPlace(id: string): string {
  return JSON.stringify(['paper', id]);
}

function noRandom(): never {
  throw new Error('opening draws no randomness');
}
