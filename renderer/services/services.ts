import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { OpenVault, VaultProof } from '#shared/vault/vault.ts';
import type { LocalStore } from '../db/stores.ts';
import type { Sessions } from '../sync/sessions.ts';
import type { Acting } from './acting.ts';
import type { Lock } from '../vault/lock.ts';
import type { SyncEngine } from '../sync/sync-state.ts';

/** Time and chance, given so that tests can choose them. */
export interface Ambient {
  nowMs(): number;
  /** Minutes east of UTC at a moment on this laptop. */
  offsetMinutes(ms: number): number;
  newRecordId(): RecordId;
}

/** The vault that is open. */
export interface VaultService extends Lock {
  current(): OpenVault;
  /** Saves what was typed last on any screen; answers whether all of it is on the disk. */
  flush(): Promise<boolean>;
  /** Keeps the vault's key file with other secrets: those of before open nothing any more. */
  keep(next: OpenVault): Promise<Result<null, Failure>>;
  /** Opens the vault of the copy that was opened last, by its key file. */
  openCopy(keyFile: Uint8Array, proof: VaultProof): Promise<Result<null, Failure>>;
}

/** Everything a feature may use; made once in main.tsx. */
export interface AppServices {
  readonly desktop: Desktop;
  readonly vault: VaultService;
  readonly ambient: Ambient;
  readonly store: LocalStore;
  readonly sync: SyncEngine;
  readonly sessions: Sessions;
  readonly identity: Acting;
}
