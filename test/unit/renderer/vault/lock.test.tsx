import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLock } from '../../../../renderer/vault/lock.ts';
import { forgetUnsavedNote, hasUnsavedNote } from '../../../../renderer/vault/unsaved-note.ts';
import { LOCK_PATIENCE_MS } from '../../../../electron/main/lock-guard.ts';

beforeEach(() => {
  vi.useFakeTimers();
  forgetUnsavedNote();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Locks with these ways to save and to end; whether the host was told within what it waits for. */
async function lockWith(flush: () => Promise<boolean>, closeStore: () => Promise<void>) {
  const call = vi.fn<(channel: string) => Promise<never>>(() => new Promise(() => undefined));
  const desktop = { host: 'desktop', call } as never;
  function current(): never {
    throw new Error('a lock needs no keys');
  }
  const lock = createLock({ desktop, current, flush, closeStore });
  void lock.lock();
  void lock.lock();
  await vi.advanceTimersByTimeAsync(LOCK_PATIENCE_MS - 1000);
  return { told: call.mock.calls.map(([channel]) => channel), isNoted: hasUnsavedNote() };
}

async function saves(): Promise<boolean> {
  return true;
}
async function ends(): Promise<void> {}
function never(): Promise<never> {
  return new Promise(() => undefined);
}

test('a lock saves what was typed, and has nothing to tell at the next opening', async () => {
  expect(await lockWith(saves, ends)).toEqual({ told: ['vault.lock'], isNoted: false });
});

test.each([
  ['is not saved, on a full disk', async () => false, ends],
  ['cannot be saved', () => Promise.reject(new Error('EIO')), ends],
  ['is being saved without an end', never, never],
])('a lock comes in time where what was typed %s, and it is noted', async (_how, flush, close) => {
  expect(await lockWith(flush, close)).toEqual({ told: ['vault.lock'], isNoted: true });
});
