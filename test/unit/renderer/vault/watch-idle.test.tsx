import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchIdle } from '../../../../renderer/vault/watch-idle.ts';

const MINUTE_MS = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a vault that nobody touches for ten minutes is locked, and a touch begins them anew', () => {
  const idle = vi.fn<() => void>();
  const stop = watchIdle(() => Date.now(), idle);
  vi.advanceTimersByTime(9 * MINUTE_MS);
  dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(9 * MINUTE_MS);
  expect(idle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(MINUTE_MS + 5000);
  expect(idle).toHaveBeenCalled();
  stop();
});

test('a clock that is put back keeps no vault open', () => {
  const idle = vi.fn<() => void>();
  const stop = watchIdle(() => Date.now(), idle);
  vi.advanceTimersByTime(9 * MINUTE_MS);
  vi.setSystemTime(Date.now() - 60 * MINUTE_MS);
  vi.advanceTimersByTime(2 * MINUTE_MS);
  expect(idle).toHaveBeenCalled();
  stop();
});
