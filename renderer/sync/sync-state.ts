import type { Failure } from '#shared/core/failure.ts';

/** How far a running sync is, in records or photos. */
export type SyncProgress =
  | { readonly kind: 'sending'; readonly sent: number; readonly total: number }
  | { readonly kind: 'sending-photos'; readonly sent: number; readonly total: number }
  | { readonly kind: 'receiving'; readonly received: number };

/** What sync is doing, in the words of the person it is shown to. Each case says all that is true in it. */
export type SyncState =
  /** Nothing was tried since the app opened. */
  | { readonly kind: 'idle' }
  /** Everything here is on the server, and everything there is here. */
  | { readonly kind: 'up-to-date'; readonly atMs: number }
  /** `bytes`: how many went to and fro since it began. */
  | (SyncProgress & { readonly bytes: number })
  /** No way to the server now; tried again by itself at `nextTryAtMs`. */
  | { readonly kind: 'waiting'; readonly failure: Failure; readonly nextTryAtMs: number }
  /** A person must do something first (sign in, update): never tried again by itself, but where it keeps nothing else back. */
  | { readonly kind: 'needs-you'; readonly failure: Failure };

/** The one sync of this window. */
export interface SyncEngine {
  state(): SyncState;
  onState(listener: () => void): () => void;
  /** Syncs now and answers how it ended; a running sync is joined. */
  syncNow(): Promise<SyncState>;
  /** Stops a running sync at once; what was sent and received until then stays. */
  cancel(): void;
  /** Syncs by itself while the app is open: soon after each save, when the network returns, and every few minutes. */
  start(): () => void;
}
