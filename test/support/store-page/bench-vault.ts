import type { Desktop } from '#shared/desktop/contract.ts';
import type { VaultKeys } from '#shared/vault/vault-keys.ts';
import { deriveKeys } from '#shared/vault/vault-keys.ts';
import { pageMeans } from '../../../renderer/vault/page-means.ts';
import { sealDesktop } from '../../../renderer/vault/sealed-desktop.ts';

const VAULT = '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f81';

/** The keys of a vault without a person: what is measured is sealed as the product seals it. */
const benchKeys: VaultKeys = deriveKeys(new Uint8Array(32), VAULT, pageMeans.randomBytes);

/** How the product's index of that vault is opened. */
export const benchIndex = {
  name: `bazarnegar-index-${VAULT}`,
  sealer: benchKeys.sealer('index'),
};

/** Opens the vault in the host. */
export async function openBenchVault(host: Desktop): Promise<Desktop> {
  const opened = await host.call('vault.open', { id: VAULT, hostKey: benchKeys.hostKey() });
  if (!opened.ok) throw new Error(opened.error.kind);
  return sealDesktop(host, benchKeys);
}
