import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { OpenVault } from '#shared/vault/vault.ts';

/** The secrets that open the vault, while it is open. */
export interface Secrets {
  current(): OpenVault;
  keep(next: OpenVault): Promise<Result<null, Failure>>;
}

/**
 * Changes what opens a vault without writing any of its data anew. The key file is kept twice: the one before it, which is there for
 * the day the last write was the damage, would else be opened by the secrets of before.
 */
export function createSecrets(desktop: Desktop, opened: OpenVault): Secrets {
  let current = opened;
  return {
    current: () => current,
    async keep(next) {
      const { id } = next.keys;
      const keyFile = next.keyFile();
      const kept = await desktop.call('vault.write', { id, keyFile });
      if (!kept.ok) return kept;
      current = next;
      return desktop.call('vault.write', { id, keyFile });
    },
  };
}
