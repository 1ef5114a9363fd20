import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { OpenVault } from '#shared/vault/vault.ts';
import { indexName } from './index-name.ts';
import { overwriteTyping } from './overwrite-typing.ts';
import { keepUnsavedNote } from './unsaved-note.ts';
import { forgetTravelNote, keepTravelNote } from './travel-note.ts';

// Two of them and what is overwritten then take less than the host waits for (`electron/main/lock-guard.ts`).
const PATIENCE_MS = 2_000;

export interface Lock {
  lock(): Promise<void>;
  /**
   * Destroys what the vault's owner opens it with, and goes: what is left of the vault opens with a recovery key, where it has any, and is
   * taken away where it has none. A failure means that the vault is as it was; it is locked then, too.
   */
  seal(atMs: number): Promise<Result<null, Failure>>;
}

/** What a vault is locked with. */
export interface LockParts {
  /** The vault as it is now. */
  current(): OpenVault;
  readonly desktop: Desktop;
  /** Saves what was typed last; answers whether all of it is on the disk. */
  flush(): Promise<boolean>;
  /** Lets the store end what it is writing. */
  closeStore(): Promise<void>;
}

/**
 * Locks the vault: what was typed is saved, the store ends, the host closes the vault, and this page with all it has in memory goes.
 * What cannot be saved in time goes with it, and is told of when a vault is opened next: a laptop that was left behind must not stay
 * open because its disk is full.
 */
export function createLock({ desktop, current, flush, closeStore }: LockParts): Lock {
  let isLocking = false;

  async function leave(): Promise<void> {
    await overwriteTyping();
    await desktop.call('vault.lock', null);
    // On the desktop the window is already gone. A browser keeps the process of a page that is loaded anew, and with it what it had in
    // memory; by way of a page that is isolated from it (COEP) it begins a new one and ends the old.
    location.replace(desktop.host === 'browser' ? './locked.html' : location.pathname);
  }

  return {
    async lock() {
      if (isLocking) return;
      isLocking = true;
      const isSaved = await inTime(flush());
      if (isSaved !== true) keepUnsavedNote();
      await inTime(closeStore());
      await leave();
    },
    async seal(atMs) {
      isLocking = true;
      const { id } = current().keys;
      const left = current().forRecoveryAlone();
      await closeStore();
      // Before the keys go: a note of a vault that still opens says nothing, one that is missing would leave a person without a word.
      keepTravelNote({ id, atMs });
      const keyFile = left?.keyFile() ?? null;
      const sealed = await desktop.call('vault.seal', { id, keyFile });
      if (!sealed.ok) {
        forgetTravelNote();
        return sealed;
      }
      indexedDB.deleteDatabase(indexName(id));
      await leave();
      return ok(null);
    },
  };
}

/** What was promised, where it comes in time; a full disk or an index that says nothing holds up no lock. */
function inTime<T>(promised: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) =>
    setTimeout(() => resolve(undefined), PATIENCE_MS),
  );
  return Promise.race([promised.catch(() => undefined), late]);
}
