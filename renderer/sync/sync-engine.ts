import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import { retryDelayMs } from './backoff.ts';
import { createBatchSize } from './batch-size.ts';
import { isAboutProof, isAside, isPassing } from './failure-groups.ts';
import type { Transport } from './http-transport.ts';
import { createHttpTransport } from './http-transport.ts';
import { createLinkPace } from './link-pace.ts';
import { createOwnTrees } from './own-trees.ts';
import { createProver } from './prover.ts';
import { runSync } from './run-sync.ts';
import { scheduleSync } from './schedule-sync.ts';
import { renewSession } from './renew-session.ts';
import type { SyncContext, SyncedStore, SyncStop } from './sync-context.ts';
import { createEpochWatch } from './sync-context.ts';
import type { DeviceKeys } from './device-keys.ts';
import { registerDevice } from './team-keys.ts';
import type { SyncHost } from './sync-host.ts';
import { browserSyncHost } from './sync-host.ts';
import type { SyncEngine, SyncProgress, SyncState } from './sync-state.ts';

/** What sync works with; tests give their own host, and another carrier than HTTP through the desktop. */
export interface SyncDeps {
  readonly desktop: Desktop;
  readonly ambient: { nowMs(): number };
  readonly store: SyncedStore;
  readonly host?: SyncHost;
  readonly transport?: Transport;
}

/** The one sync of this window: a state that people see, and what moves it. */
export function createSyncEngine({
  desktop,
  ambient: { nowMs },
  store,
  host = browserSyncHost,
  transport: carrier,
}: SyncDeps): SyncEngine {
  const transport = carrier ?? createHttpTransport(desktop, moved);
  const listeners = new Set<() => void>();
  const pushSize = createBatchSize();
  const pullSize = createBatchSize();
  const pace = createLinkPace();
  let state: SyncState = { kind: 'idle' };
  let running: Promise<SyncState> | undefined;
  let stop = new AbortController();
  let tries = 0;
  let isChecked = false;
  let bytes = 0;
  const trees = createOwnTrees(store);
  const prover = createProver({ store, transport, host, nowMs });
  let registered: { readonly keys: DeviceKeys | undefined } | undefined;

  function tell(next: SyncState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function tellProgress(progress: SyncProgress): void {
    tell({ ...progress, bytes });
  }

  // A large photo goes in pieces: each of them is progress.
  function moved(more: number): void {
    bytes += more;
    if ('bytes' in state) tell({ ...state, bytes });
  }

  function waitingFor(failure: Failure): SyncState {
    tries += 1;
    return { kind: 'waiting', failure, nextTryAtMs: nowMs() + retryDelayMs(tries, host.chance()) };
  }

  async function run(): Promise<SyncState> {
    const identity = await store.identity();
    if (!identity) return { kind: 'needs-you', failure: { kind: 'account/signed-out' } };
    const cursor = await store.sync.cursor();
    const epoch = createEpochWatch(cursor?.epoch);
    const { signal } = stop;
    const part = { store, transport, identity, pushSize, pullSize, pace, trees };
    const context = { ...part, nowMs, tell: tellProgress, signal, epoch, told: [] };
    let ended = await exchangeAll(context, !isChecked || !cursor);
    const isSignedOut = !ended.ok && ended.error.kind === 'account/signed-out';
    if (isSignedOut && (await renewSession(context))) ended = await exchangeAll(context, true);
    if (!ended.ok) {
      const failure = ended.error;
      // A server that was restored from before does not know this laptop any more.
      if (failure.kind.startsWith('device/')) registered = undefined;
      // What was under way may have arrived: asking costs less than sending it again.
      isChecked = false;
      if (failure.kind === 'sync/cancelled') return { kind: 'idle' };
      return isPassing(failure) ? waitingFor(failure) : { kind: 'needs-you', failure };
    }
    tries = 0;
    isChecked = true;
    return wellEnded(ended.value ?? (await prover.known()));
  }

  function wellEnded(failure: Failure | undefined): SyncState {
    return failure ? { kind: 'needs-you', failure } : { kind: 'up-to-date', atMs: nowMs() };
  }

  /** Proves what came, after the sync, for nobody waits for that. */
  async function prove(): Promise<void> {
    const failure = await prover.prove();
    const isTold = state.kind === 'needs-you' && isAboutProof(state.failure);
    // Another sync may have begun; it tells by itself at its end.
    if (isTold || (state.kind === 'up-to-date' && failure)) tell(wellEnded(failure));
  }

  async function exchangeAll(
    context: Omit<SyncContext, 'device'>,
    mustCheckFeeds: boolean,
  ): Promise<Result<Failure | undefined, SyncStop>> {
    const keys: Result<DeviceKeys | undefined, SyncStop> = registered
      ? ok(registered.keys)
      : await registerDevice(context);
    if (!keys.ok) return keys;
    // What a person is to hear of the audit is asked again at each sync, until it is as it was or they accept it.
    registered = context.told.length > 0 ? undefined : { keys: keys.value };
    return runSync({ ...context, device: keys.value }, mustCheckFeeds);
  }

  async function syncNow(): Promise<SyncState> {
    running ??= runOnce();
    return running;
  }

  async function runOnce(): Promise<SyncState> {
    stop = new AbortController();
    bytes = 0;
    try {
      tell(await host.exclusively(run));
    } catch (error) {
      // The index gave no answer, say: it is repaired by itself, and then sync goes on.
      tell(waitingFor({ kind: 'index/write-failed', detail: String(error) }));
    } finally {
      running = undefined;
    }
    const ended = state;
    await noteTry(ended);
    if (ended.kind === 'up-to-date' || (ended.kind === 'needs-you' && isAside(ended.failure))) {
      void host.inIdle(prove);
    }
    return ended;
  }

  /** Notes how it ended, for whoever asks why something is not sent; a sync that a person stopped is none. */
  async function noteTry(ended: SyncState): Promise<void> {
    if (ended.kind === 'idle') return;
    const failure = 'failure' in ended ? ended.failure : null;
    // An index that cannot be written now is repaired by itself, and the log may lack a line.
    await store.sync.noteTry({ atMs: nowMs(), failure }).catch(() => undefined);
  }

  // What a person must mend is left to them; what keeps nothing else back is not waited for.
  function syncByItself(): void {
    const isTheirs = state.kind === 'needs-you' && !isAside(state.failure);
    if (!isTheirs) void syncNow();
  }

  const engine: SyncEngine = {
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    syncNow,
    cancel: () => stop.abort(),
    start: () => scheduleSync(engine, host, nowMs, store.sync.onWork, syncByItself),
  };
  return engine;
}
