import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createLockGuard,
  isLockChord,
  LOCK_PATIENCE_MS,
  withinPatience,
} from '../../../../electron/main/lock-guard.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function guarded(isOpen = true) {
  const vault = { isOpen };
  const force = vi.fn<() => void>(() => {
    vault.isOpen = false;
  });
  const log = vi.fn<(what: string, detail: string) => void>();
  return { vault, force, log, guard: createLockGuard({ isOpen: () => vault.isOpen, force, log }) };
}

describe('a page that was told to lock', () => {
  test('and does not is locked without it, once, and the log says why it was to', () => {
    const { guard, force, log } = guarded();
    guard.expect('suspend');
    guard.expect('lock-screen');
    vi.advanceTimersByTime(LOCK_PATIENCE_MS - 1);
    expect(force).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10 * LOCK_PATIENCE_MS);
    expect(force).toHaveBeenCalledTimes(1);
    expect(log.mock.calls).toEqual([['page did not lock', 'suspend']]);
  });

  test('and does in time is left alone, and what is opened after it stays open', () => {
    const { guard, vault, force } = guarded();
    guard.expect('suspend');
    vault.isOpen = false;
    guard.locked();
    vault.isOpen = true;
    vi.advanceTimersByTime(10 * LOCK_PATIENCE_MS);
    expect(force).not.toHaveBeenCalled();
  });

  test('with no vault open has nothing to lock', () => {
    const { guard, force } = guarded(false);
    guard.expect('suspend');
    vi.advanceTimersByTime(10 * LOCK_PATIENCE_MS);
    expect(force).not.toHaveBeenCalled();
  });

  test('is told by a machine that nobody touched for longer than the page waits', () => {
    const { guard, force } = guarded();
    guard.noteIdle(10 * 60);
    vi.advanceTimersByTime(10 * LOCK_PATIENCE_MS);
    expect(force).not.toHaveBeenCalled();
    guard.noteIdle(11 * 60);
    vi.advanceTimersByTime(LOCK_PATIENCE_MS);
    expect(force).toHaveBeenCalledTimes(1);
  });
});

test('the chord that locks is Ctrl+Shift+L, going down, and nothing near it', () => {
  const chord = {
    type: 'keyDown',
    code: 'KeyL',
    control: true,
    meta: false,
    shift: true,
    alt: false,
  };
  expect(isLockChord(chord)).toBe(true);
  const others = [
    { type: 'keyUp' },
    { code: 'KeyK' },
    { control: false },
    { shift: false },
    { alt: true },
  ];
  for (const other of others) expect(isLockChord({ ...chord, ...other })).toBe(false);
});

test('what never answers, or fails, is waited for no longer than said', async () => {
  const never = withinPatience(new Promise<number>(() => undefined), 1000);
  const failed = withinPatience(Promise.reject(new Error('EIO')), 1000);
  vi.advanceTimersByTime(1000);
  expect([await never, await failed, await withinPatience(Promise.resolve(7), 1000)]).toEqual([
    undefined,
    undefined,
    7,
  ]);
});
