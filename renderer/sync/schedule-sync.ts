import type { SyncHost } from './sync-host.ts';
import type { SyncEngine } from './sync-state.ts';

const SOON_MS = 1500;
const EVERY_MS = 5 * 60_000;

/** Lets sync act at once, soon after each piece of work, when the network returns, when a try is due, and every few minutes. */
export function scheduleSync(
  engine: Pick<SyncEngine, 'state' | 'onState'>,
  host: SyncHost,
  nowMs: () => number,
  onWork: (listener: () => void) => () => void,
  act: () => void,
): () => void {
  const soon = createTimer(host, act);
  const retry = createTimer(host, act);
  const regular = createTimer(host, () => {
    regular.set(EVERY_MS);
    act();
  });

  function planRetry(): void {
    const state = engine.state();
    if (state.kind === 'waiting') retry.set(Math.max(0, state.nextTryAtMs - nowMs()));
    else retry.clear();
  }

  const stops = [
    onWork(() => soon.set(SOON_MS)),
    host.onOnline(act),
    engine.onState(planRetry),
    soon.clear,
    retry.clear,
    regular.clear,
  ];
  regular.set(EVERY_MS);
  planRetry();
  act();
  return () => {
    for (const stop of stops) stop();
  };
}

interface Timer {
  /** Sets it anew. */
  set(ms: number): void;
  clear(): void;
}

function createTimer(host: SyncHost, run: () => void): Timer {
  let stop: (() => void) | undefined;
  return {
    set(ms) {
      stop?.();
      stop = host.after(ms, run);
    },
    clear: () => stop?.(),
  };
}
