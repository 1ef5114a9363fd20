import type { FailureOf } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { KeyFile, KeyFileFailure, Slot } from './key-file.ts';
import { isAuthentic, readKeyFile, writeKeyFile } from './key-file.ts';
import type { RandomBytes } from './seal.ts';
import { KEY_BYTES } from './seal.ts';
import type { VaultSecret } from './slots.ts';
import {
  openPaperSlot,
  openPassphraseSlot,
  openRecoverySlot,
  paperSlot,
  passphraseSlot,
  recoverySlot,
} from './slots.ts';
import type { Stretch } from './stretch.ts';
import type { VaultKeys } from './vault-keys.ts';
import { deriveKeys } from './vault-keys.ts';

/** What of its surroundings a vault stands on. */
export interface VaultMeans {
  readonly randomBytes: RandomBytes;
  readonly stretch: Stretch;
}

/** The secret a person brings to a vault. */
export type VaultProof =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  /** The secret key of a recovery recipient, as age writes it. */
  | { readonly kind: 'recovery'; readonly identity: string }
  | { readonly kind: 'paper'; readonly code: string };

/** How a vault can be opened without its passphrase: by people with keys, by a code on paper, or by both. */
export interface VaultRecovery {
  /** X25519 recipients of age; at least two, or none. */
  readonly recipients: readonly string[];
  readonly paperCode: string | null;
}

/** A vault that is open: its keys, its key file, and what it is like with other secrets: nothing is so until its key file is kept. */
export interface OpenVault {
  readonly keys: VaultKeys;
  readonly tookOver: boolean;
  /** The recovery recipients it has. */
  readonly recipients: readonly string[];
  readonly hasPaperCode: boolean;
  /** False where it was sealed for travel: only a recovery key opens it. */
  readonly hasPassphrase: boolean;
  withPassphrase(passphrase: string): Promise<OpenVault>;
  withRecovery(recovery: VaultRecovery): Promise<OpenVault>;
  /** With other recovery recipients, at least two; its passphrase and code on paper stay. */
  withRecipients(recipients: readonly string[]): Promise<OpenVault>;
  /** Without anything its owner opens it with: for the recovery recipients alone; undefined where there are none. */
  forRecoveryAlone(): OpenVault | undefined;
  /** With the note that unsealed work was taken over into it. */
  withTakenOver(): OpenVault;
  keyFile(): Uint8Array<ArrayBuffer>;
}

/** Why a vault does not open. */
export type UnlockFailure = KeyFileFailure | FailureOf<'vault/wrong-passphrase'>;

/** Makes a vault with a key of its own, drawn by chance. Nothing is kept until its key file is. */
export async function createVault(
  id: string,
  passphrase: string,
  recovery: VaultRecovery,
  means: VaultMeans,
): Promise<OpenVault> {
  const vault = { id, key: means.randomBytes(KEY_BYTES) };
  const slots = [
    await passphraseSlot(vault, passphrase, means.stretch, means.randomBytes),
    ...(await recoverySlots(vault, recovery, means)),
  ];
  return openVault(vault, { tookOver: false, slots }, means);
}

/** Opens a vault by its key file. Whether the secret is right shows in its opening alone: no sign of it is kept. */
export async function unlockVault(
  keyFile: Uint8Array,
  proof: VaultProof,
  means: VaultMeans,
): Promise<Result<OpenVault, UnlockFailure>> {
  const read = readKeyFile(keyFile);
  if (!read.ok) return read;
  const file = read.value;
  for (const slot of file.slots) {
    const key = await openSlot(file.id, slot, proof, means.stretch);
    if (!key) continue;
    if (key.length !== KEY_BYTES || !isAuthentic(file, key)) {
      return err({ kind: 'vault/damaged', detail: 'key file changed' });
    }
    return ok(openVault({ id: file.id, key }, file, means));
  }
  return err({ kind: 'vault/wrong-passphrase' });
}

async function openSlot(
  id: string,
  slot: Slot,
  proof: VaultProof,
  stretch: Stretch,
): Promise<Uint8Array | undefined> {
  if (slot.kind === 'passphrase' && proof.kind === 'passphrase') {
    return openPassphraseSlot(id, slot, proof.passphrase, stretch);
  }
  if (slot.kind === 'recovery' && proof.kind === 'recovery') {
    return openRecoverySlot(id, slot, proof.identity);
  }
  return slot.kind === 'paper' && proof.kind === 'paper'
    ? openPaperSlot(id, slot, proof.code)
    : undefined;
}

function openVault(
  vault: VaultSecret,
  { tookOver, slots }: Pick<KeyFile, 'tookOver' | 'slots'>,
  means: VaultMeans,
): OpenVault {
  function withSlots(changed: readonly Slot[]): OpenVault {
    return openVault(vault, { tookOver, slots: changed }, means);
  }
  return {
    keys: deriveKeys(vault.key, vault.id, means.randomBytes),
    tookOver,
    recipients: slots.flatMap((slot) => (slot.kind === 'recovery' ? slot.recipients : [])),
    hasPaperCode: slots.some((slot) => slot.kind === 'paper'),
    hasPassphrase: slots.some((slot) => slot.kind === 'passphrase'),
    withPassphrase: async (passphrase) =>
      withSlots([
        await passphraseSlot(vault, passphrase, means.stretch, means.randomBytes),
        ...slots.filter((slot) => slot.kind !== 'passphrase'),
      ]),
    withRecovery: async (recovery) =>
      withSlots([
        ...slots.filter((slot) => slot.kind === 'passphrase'),
        ...(await recoverySlots(vault, recovery, means)),
      ]),
    withRecipients: async (recipients) =>
      withSlots([
        ...slots.filter((slot) => slot.kind !== 'recovery'),
        await recoverySlot(vault, recipients),
      ]),
    forRecoveryAlone() {
      const left = slots.filter((slot) => slot.kind === 'recovery');
      return left.length > 0 ? withSlots(left) : undefined;
    },
    withTakenOver: () => openVault(vault, { tookOver: true, slots }, means),
    keyFile: () => writeKeyFile({ id: vault.id, tookOver, slots }, vault.key),
  };
}

async function recoverySlots(
  vault: VaultSecret,
  { recipients, paperCode }: VaultRecovery,
  { randomBytes }: VaultMeans,
): Promise<readonly Slot[]> {
  return [
    ...(recipients.length > 0 ? [await recoverySlot(vault, recipients)] : []),
    ...(paperCode === null ? [] : [paperSlot(vault, paperCode, randomBytes)]),
  ];
}
