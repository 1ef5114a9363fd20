import type { Desktop } from '#shared/desktop/contract.ts';

/** Why the vault is locked: a person asked for it, or nobody was there, or the system goes to sleep. */
export type LockReason = 'asked' | 'idle' | 'suspend';

export interface Lock {
  lock(reason: LockReason): Promise<void>;
}

/** What a vault is locked with. */
export interface LockParts {
  readonly desktop: Desktop;
  /** Saves what was typed last; answers whether all of it is on the disk. */
  flush(): Promise<boolean>;
  /** Lets the store end what it is writing. */
  closeStore(): Promise<void>;
}

/**
 * Locks the vault: what was typed is saved, the store ends, the host closes the vault, and this page with all it has in memory goes.
 * A page that could not save is locked by a person only: what nobody asked for must not cost what was typed.
 */
export function createLock({ desktop, flush, closeStore }: LockParts): Lock {
  let isLocking = false;
  return {
    async lock(reason) {
      if (isLocking) return;
      isLocking = true;
      const isSaved = await flush();
      if (!isSaved && reason !== 'asked') {
        isLocking = false;
        return;
      }
      await closeStore();
      await desktop.call('vault.lock', null);
      // On the desktop the window is already gone; a browser begins a new page.
      location.replace(location.pathname);
    },
  };
}
