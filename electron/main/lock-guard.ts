import type { MainLog } from './main-log.ts';

/** How long a page has to save what was typed and to lock: its own part ends in less. */
export const LOCK_PATIENCE_MS = 6_000;

// The page locks after ten minutes in which nobody touched it; one that hangs does not.
const IDLE_SECONDS = 11 * 60;

/** What the guard works with. */
export interface LockGuardParts {
  /** Whether a vault is open: without one there is nothing to lock. */
  isOpen(): boolean;
  /** Locks without the page. */
  force(): void;
  readonly log: MainLog;
}

/** Sees to it that a lock that was asked for comes, whatever the page does. */
export interface LockGuard {
  /** The page was told to lock, or is about to hear of it; where it does not in time it is locked without it. */
  expect(reason: string): void;
  /** For how long nobody has touched the machine, in seconds. */
  noteIdle(seconds: number): void;
  /** The vault is locked. */
  locked(): void;
}

/** A guard of the vault that is open. */
export function createLockGuard({ isOpen, force, log }: LockGuardParts): LockGuard {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function locked(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function expect(reason: string): void {
    if (timer !== undefined || !isOpen()) return;
    timer = setTimeout(() => {
      timer = undefined;
      if (!isOpen()) return;
      log('page did not lock', reason);
      force();
    }, LOCK_PATIENCE_MS);
  }

  return {
    locked,
    expect,
    noteIdle(seconds) {
      if (seconds >= IDLE_SECONDS) expect('idle');
    },
  };
}

/** The part of Electron's `Input` that a chord is told by. */
export interface Pressed {
  readonly type: string;
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Whether Ctrl+Shift+L was pressed: the page locks at it, where it still hears its keys. */
export function isLockChord({ type, code, control, meta, shift, alt }: Pressed): boolean {
  return type === 'keyDown' && code === 'KeyL' && (control || meta) && shift && !alt;
}

/** What a promise says within the patience; undefined where it says nothing, or fails. */
export function withinPatience<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([promise.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}
