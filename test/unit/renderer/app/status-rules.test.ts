import { describe, expect, test } from 'vitest';
import { storageLevel } from '#shared/desktop/storage-limits.ts';
import type { WorkCounts } from '../../../../renderer/db/stores.ts';
import { clockError, toneOfStorage, toneOfUnsent } from '../../../../renderer/app/status-rules.ts';

const DAY_MS = 86_400_000;
const nowMs = Date.parse('2026-11-22T12:00:00Z');

function makeCounts(counts: Partial<WorkCounts>): WorkCounts {
  const none = { onLaptop: 0, unsent: 0, onServer: 0, drafts: 0, refused: 0, unsentPhotos: 0 };
  return { ...none, oldestUnsentMs: null, confirmedAtMs: null, ...counts };
}

describe('unsent work', () => {
  test('is shown calmly while it is fresh', () => {
    expect(toneOfUnsent(makeCounts({ unsent: 17, oldestUnsentMs: nowMs - DAY_MS }), nowMs)).toBe(
      'calm',
    );
  });

  test('is shown as in danger once the oldest has lain here for more than three days', () => {
    const old = makeCounts({ unsent: 1, oldestUnsentMs: nowMs - 3 * DAY_MS - 1 });
    expect(toneOfUnsent(old, nowMs)).toBe('risk');
  });

  test('is shown as done only when the server has confirmed something and nothing waits', () => {
    expect(toneOfUnsent(makeCounts({ confirmedAtMs: nowMs }), nowMs)).toBe('ok');
    expect(toneOfUnsent(makeCounts({ confirmedAtMs: nowMs, unsentPhotos: 1 }), nowMs)).toBe('calm');
    expect(toneOfUnsent(makeCounts({}), nowMs)).toBe('calm');
  });
});

describe('the disk', () => {
  test.each([
    [1_000_000_000, 'enough', 'calm'],
    [999_999_999, 'low', 'warn'],
    [200_000_000, 'low', 'warn'],
    [199_999_999, 'no-photos', 'risk'],
    [50_000_000, 'no-photos', 'risk'],
    [49_999_999, 'journal-only', 'risk'],
    [0, 'journal-only', 'risk'],
    [null, 'enough', 'calm'],
  ] as const)('with %s bytes free has %s room and is shown as %s', (freeBytes, level, tone) => {
    expect(storageLevel(freeBytes)).toBe(level);
    expect(toneOfStorage[level]).toBe(tone);
  });
});

test('a clock is called wrong from five minutes on, in either direction', () => {
  expect(clockError(-400_000)).toBe(-400_000);
  expect(clockError(299_000)).toBeUndefined();
  expect(clockError(null)).toBeUndefined();
});
