import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop, FoundVault } from '#shared/desktop/contract.ts';
import type { OpenVault, VaultMeans, VaultProof, VaultRecovery } from '#shared/vault/vault.ts';
import { createVault, unlockVault } from '#shared/vault/vault.ts';
import type { SealedDesktop } from './sealed-desktop.ts';
import { sealDesktop } from './sealed-desktop.ts';
import { takeOver } from './take-over.ts';

/** A vault that is open in this page, and the desktop that seals into it. */
export interface UnlockedVault {
  readonly desktop: SealedDesktop;
  readonly vault: OpenVault;
}

/** The index of a version that had no vaults. */
const UNSEALED_INDEX = 'bazarnegar-index';

/**
 * Opens the vault of this laptop that the secret is of. Each is tried, so that nothing on the disk and nobody looking on says whose
 * vaults there are.
 */
export async function unlock(
  desktop: Desktop,
  vaults: readonly FoundVault[],
  proof: VaultProof,
  means: VaultMeans,
): Promise<Result<UnlockedVault, Failure>> {
  let failure: Failure = { kind: 'vault/wrong-passphrase' };
  for (const found of vaults) {
    const opened = await unlockOne(found, proof, means);
    if (opened.ok) return enter(desktop, opened.value);
    if (opened.error.kind !== 'vault/wrong-passphrase') failure = opened.error;
  }
  return err(failure);
}

/** A key file that is damaged is read from the one before it. */
async function unlockOne({ keyFile, previous }: FoundVault, proof: VaultProof, means: VaultMeans) {
  const opened = await unlockVault(keyFile, proof, means);
  const isDamaged = !opened.ok && opened.error.kind === 'vault/damaged';
  return isDamaged && previous ? unlockVault(previous, proof, means) : opened;
}

async function enter(desktop: Desktop, vault: OpenVault): Promise<Result<UnlockedVault, Failure>> {
  const { id } = vault.keys;
  const opened = await desktop.call('vault.open', { id, hostKey: vault.keys.hostKey() });
  if (!opened.ok) return opened;
  // Taking it away may have been cut off after the vault was whole.
  if (vault.tookOver) await discardUnsealed(desktop);
  return ok({ desktop: sealDesktop(desktop, vault.keys), vault });
}

/** What a new vault is made of. */
export interface NewVault {
  readonly passphrase: string;
  readonly recovery: VaultRecovery;
  /** Whether work that lies here in clear becomes this vault's. */
  readonly takesOver: boolean;
}

/**
 * Makes a vault and opens it. Its key file is kept last: until then what lies in clear is untouched, and a crash leaves nothing
 * that anybody would have to understand.
 */
export async function makeVault(
  desktop: Desktop,
  wanted: NewVault,
  means: VaultMeans,
  onProgress: (progress: { readonly done: number; readonly total: number }) => void,
): Promise<Result<UnlockedVault, Failure>> {
  const made = await createVault(crypto.randomUUID(), wanted.passphrase, wanted.recovery, means);
  const vault = wanted.takesOver ? made.withTakenOver() : made;
  const { id } = vault.keys;
  const opened = await desktop.call('vault.open', { id, hostKey: vault.keys.hostKey() });
  if (!opened.ok) return opened;
  const sealed = sealDesktop(desktop, vault.keys);
  if (wanted.takesOver) {
    const taken = await takeOver(sealed, onProgress);
    if (!taken.ok) return taken;
  }
  const kept = await desktop.call('vault.write', { id, keyFile: vault.keyFile() });
  if (!kept.ok) return kept;
  if (wanted.takesOver) await discardUnsealed(desktop);
  return ok({ desktop: sealed, vault });
}

async function discardUnsealed(desktop: Desktop): Promise<void> {
  await desktop.call('vault.discard-unsealed', null);
  indexedDB.deleteDatabase(UNSEALED_INDEX);
}

/** Opens the vault that a copy is sealed by, for `desktop` to read the copy with. */
export async function openCopy(
  desktop: SealedDesktop,
  keyFile: Uint8Array,
  proof: VaultProof,
  means: VaultMeans,
): Promise<Result<null, Failure>> {
  const opened = await unlockVault(keyFile, proof, means);
  if (!opened.ok) return opened;
  desktop.openCopyWith(opened.value.keys);
  return ok(null);
}
