import type { RecordId } from '#shared/core/ids.ts';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { Health, SignIn, SignedIn } from '#shared/sync/http-api.ts';
import type { LocalStore } from '../db/stores.ts';
import type { SyncEngine } from '../sync/sync-state.ts';

/** Time and chance, given so that tests can choose them. */
export interface Ambient {
  nowMs(): number;
  /** Minutes east of UTC at a moment on this laptop. */
  offsetMinutes(ms: number): number;
  newRecordId(): RecordId;
}

/** Sign-in and what is known of the server. */
export interface Sessions {
  health(): Promise<Result<Health, Failure>>;
  /** Signs in on the server and, the first time on this laptop, makes its identity and feed. */
  signIn(input: SignIn): Promise<Result<SignedIn, Failure>>;
  signOut(): Promise<Result<null, Failure>>;
}

/** Everything a feature may use; made once in main.tsx. */
export interface AppServices {
  readonly desktop: Desktop;
  readonly ambient: Ambient;
  readonly store: LocalStore;
  readonly sync: SyncEngine;
  readonly sessions: Sessions;
  readonly identity: Identity;
}
