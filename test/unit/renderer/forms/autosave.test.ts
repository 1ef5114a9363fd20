import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import { createAutosave } from '../../../../renderer/forms/autosave.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function countingSave(answer: () => Result<null, Failure> = () => ok(null)) {
  const autosave = createAutosave();
  const saves: number[] = [];
  autosave.saveBy(async () => {
    saves.push(performance.now());
    return answer();
  });
  return { autosave, saves };
}

describe('a draft', () => {
  test('is saved soon after the last keystroke', async () => {
    const { autosave, saves } = countingSave();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(200);
    autosave.touch();
    await vi.advanceTimersByTimeAsync(299);
    expect(saves).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(saves).toHaveLength(1);
    expect(autosave.state()).toEqual({ kind: 'saved' });
  });

  test('is never more than a second behind fingers that do not rest', async () => {
    const { autosave, saves } = countingSave();
    const start = performance.now();
    for (let key = 0; key < 40; key++) {
      autosave.touch();
      await vi.advanceTimersByTimeAsync(100);
    }
    const gaps = saves.map((at, index) => at - (saves[index - 1] ?? start));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1000);
  });

  test('that changes while it is saved is saved again', async () => {
    const autosave = createAutosave();
    const finish: (() => void)[] = [];
    autosave.saveBy(
      () =>
        new Promise((resolve) => {
          finish.push(() => resolve(ok(null)));
        }),
    );
    autosave.touch();
    await vi.advanceTimersByTimeAsync(300);
    autosave.touch();
    finish[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.state()).toEqual({ kind: 'waiting' });
    await vi.advanceTimersByTimeAsync(300);
    finish[1]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(finish).toHaveLength(2);
    expect(autosave.state()).toEqual({ kind: 'saved' });
  });

  test('that cannot be saved says so, and is tried again by itself', async () => {
    let isDiskFull = true;
    const { autosave } = countingSave(() =>
      isDiskFull ? err({ kind: 'journal/disk-full' }) : ok(null),
    );
    autosave.touch();
    await vi.advanceTimersByTimeAsync(300);
    expect(autosave.state()).toEqual({ kind: 'failed', failure: { kind: 'journal/disk-full' } });
    isDiskFull = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(autosave.state()).toEqual({ kind: 'saved' });
  });

  test('that is finished is saved once more and never again', async () => {
    const { autosave, saves } = countingSave();
    autosave.touch();
    await autosave.stop();
    autosave.touch();
    await vi.advanceTimersByTimeAsync(2000);
    expect(saves).toHaveLength(1);
  });

  test('whose finishing failed is kept on being saved', async () => {
    const { autosave, saves } = countingSave();
    await autosave.stop();
    autosave.resume();
    await vi.advanceTimersByTimeAsync(300);
    expect(saves).toHaveLength(1);
  });
});
