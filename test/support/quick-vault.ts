import { randomBytes } from 'node:crypto';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import type { OpenVault, VaultMeans } from '#shared/vault/vault.ts';
import { createVault } from '#shared/vault/vault.ts';

/** Chance of the system's, and a stretching of passphrases that takes no time: for what is not about its cost. */
export const quickMeans: VaultMeans = {
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  stretch: async (passphrase, cost, salt) =>
    utf8(sha256Hex(utf8(JSON.stringify([passphrase, cost, [...salt]])))).slice(0, 32),
};

/** A vault that is open. */
export function quickVault(passphrase = 'sun moon star rain snow'): Promise<OpenVault> {
  return createVault(
    crypto.randomUUID(),
    passphrase,
    { recipients: [], paperCode: null },
    quickMeans,
  );
}
