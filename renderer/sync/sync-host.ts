/** What of the page and its surroundings sync stands on; tests give their own. */
export interface SyncHost {
  /** A number from 0 up to 1. */
  chance(): number;
  /** Runs something while no other window of this vault syncs. */
  exclusively<T>(run: () => Promise<T>): Promise<T>;
  /** Hears when the network returns; the answer stops it. */
  onOnline(listener: () => void): () => void;
  /** Runs something once after `ms`; the answer stops it. */
  after(ms: number, run: () => void): () => void;
  /** Runs a short piece of work when the page has nothing better to do. */
  inIdle<T>(work: () => Promise<T>): Promise<T>;
}

const IDLE_WITHIN_MS = 1000;

/** The page's own. */
export const browserSyncHost: SyncHost = {
  chance: () => Math.random(),
  exclusively: (run) => navigator.locks.request('bazarnegar-sync', run),
  onOnline(listener) {
    globalThis.addEventListener('online', listener);
    return () => globalThis.removeEventListener('online', listener);
  },
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  async inIdle(work) {
    await new Promise<void>((resolve) => {
      // Safari has none.
      if (typeof requestIdleCallback === 'function') {
        requestIdleCallback(() => resolve(), { timeout: IDLE_WITHIN_MS });
      } else setTimeout(resolve);
    });
    return work();
  },
};
