import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';

/** Whether what was typed is on the disk. `failed`: it is not, it is still on the screen, and it is tried again. */
export type AutosaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export type Save = () => Promise<Result<unknown, Failure>>;

export interface Autosave {
  /** Says that something changed: it is saved soon. */
  touch(): void;
  /** Saves what is not saved yet; answers whether everything is on the disk now. */
  flush(): Promise<boolean>;
  /** Saves what is not saved yet and then no more: the content is being finished or thrown away. */
  stop(): Promise<void>;
  /** Saves again, where finishing did not work out. */
  resume(): void;
  /** Saves by another function from now on. */
  saveBy(save: Save): void;
  state(): AutosaveState;
  onState(listener: () => void): () => void;
}

// A draft may be one second behind the fingers; the longest wait leaves the disk the rest of it.
const DEBOUNCE_MS = 300;
const LONGEST_WAIT_MS = 800;
const RETRY_MS = 5000;

/** Those that were made and not stopped: what a lock must save first. */
const live = new Set<Autosave>();

/** Saves what is not saved yet on any screen; answers whether everything is on the disk now. */
export async function flushAll(): Promise<boolean> {
  const flushed = await Promise.all([...live].map((autosave) => autosave.flush()));
  return flushed.every(Boolean);
}

/** Saves 300 ms after the last touch and at most 800 ms after the first; one save at a time, the latest content last. */
export function createAutosave(): Autosave {
  let save: Save | undefined;
  const listeners = new Set<() => void>();
  let state: AutosaveState = { kind: 'saved' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSinceMs: number | undefined;
  let running: Promise<void> | undefined;
  let isStopped = false;

  function show(next: AutosaveState): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function schedule(delayMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delayMs);
  }

  function touch(): void {
    if (isStopped) return;
    const nowMs = performance.now();
    waitingSinceMs ??= nowMs;
    live.add(autosave);
    if (state.kind === 'saved') show({ kind: 'waiting' });
    schedule(Math.max(0, Math.min(DEBOUNCE_MS, waitingSinceMs + LONGEST_WAIT_MS - nowMs)));
  }

  async function saveOnce(): Promise<void> {
    if (!save) return;
    waitingSinceMs = undefined;
    show({ kind: 'saving' });
    const saved = await save();
    if (!saved.ok) {
      waitingSinceMs ??= performance.now();
      show({ kind: 'failed', failure: saved.error });
      if (!isStopped) schedule(RETRY_MS);
    } else if (waitingSinceMs === undefined) {
      live.delete(autosave);
      show({ kind: 'saved' });
    } else show({ kind: 'waiting' });
  }

  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    if (running) await running;
    if (isStopped || waitingSinceMs === undefined) return state.kind === 'saved';
    running ??= saveOnce().finally(() => {
      running = undefined;
    });
    await running;
    return state.kind === 'saved';
  }

  const autosave: Autosave = {
    touch,
    flush,
    async stop() {
      await flush();
      isStopped = true;
      clearTimeout(timer);
      await running;
      live.delete(autosave);
    },
    resume() {
      isStopped = false;
      touch();
    },
    saveBy(next) {
      save = next;
    },
    state: () => state,
    onState(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return autosave;
}
