import { expect, test } from 'vitest';
import { withTry } from '../../../../renderer/db/sync-tries.ts';

const unreachable = { kind: 'network/unreachable' } as const;
const busy = { kind: 'server/busy' } as const;

test('tries that ended alike, one after the other, are one line with its first and its last', () => {
  let tries = withTry([], { atMs: 1, failure: unreachable });
  tries = withTry(tries, { atMs: 2, failure: unreachable });
  tries = withTry(tries, { atMs: 3, failure: busy });
  tries = withTry(tries, { atMs: 4, failure: null });
  tries = withTry(tries, { atMs: 5, failure: unreachable });
  expect(tries).toEqual([
    { firstMs: 5, lastMs: 5, count: 1, failure: unreachable },
    { firstMs: 4, lastMs: 4, count: 1, failure: null },
    { firstMs: 3, lastMs: 3, count: 1, failure: busy },
    { firstMs: 1, lastMs: 2, count: 2, failure: unreachable },
  ]);
});

test('the log has an end: the oldest lines go first', () => {
  let tries = withTry([], { atMs: 0, failure: null });
  for (let atMs = 1; atMs < 200; atMs += 1) {
    tries = withTry(tries, { atMs, failure: atMs % 2 === 0 ? null : busy });
  }
  expect(tries).toHaveLength(50);
  expect(tries[0]?.firstMs).toBe(199);
});
