import type { RecordId } from '#shared/core/ids.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { LocalStore } from '../db/stores.ts';
import type { Sessions } from '../sync/sessions.ts';
import type { SyncEngine } from '../sync/sync-state.ts';

/** Time and chance, given so that tests can choose them. */
export interface Ambient {
  nowMs(): number;
  /** Minutes east of UTC at a moment on this laptop. */
  offsetMinutes(ms: number): number;
  newRecordId(): RecordId;
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
