import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPlaywrightTotals, readVitestTotals } from '../../../build/stage-totals.ts';

let folder: string;
let report: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'totals-'));
  report = path.join(folder, 'report.json');
});
afterEach(async () => rm(folder, { recursive: true }));

function spec(title: string, status: string, annotations: readonly object[] = []): object {
  return { title, tests: [{ status, annotations }] };
}

describe('the count of the screen tests', () => {
  test('takes in tests of nested groups and says why one was skipped', async () => {
    const skip = { type: 'skip', description: 'no Electron program here' };
    const suites = [
      {
        specs: [spec('signs in', 'expected')],
        suites: [
          { specs: [spec('signs out', 'unexpected'), spec('opens a window', 'skipped', [skip])] },
        ],
      },
    ];
    await writeFile(report, JSON.stringify({ suites, errors: [] }));

    expect(readPlaywrightTotals(report)).toEqual({
      passed: 1,
      failed: 1,
      skipped: ['opens a window: no Electron program here'],
      secondTries: [],
    });
  });

  test('takes a second try for a pass, and names it', async () => {
    const suites = [{ specs: [spec('syncs', 'flaky')] }];
    await writeFile(report, JSON.stringify({ suites, errors: [] }));

    expect(readPlaywrightTotals(report)).toMatchObject({
      passed: 1,
      failed: 0,
      secondTries: ['syncs'],
    });
  });

  test('takes an error outside any test for a failure', async () => {
    await writeFile(report, JSON.stringify({ suites: [], errors: [{ message: 'no server' }] }));

    expect(readPlaywrightTotals(report)).toMatchObject({ failed: 1 });
  });
});

test('a report is read once, so that an old one is never counted again', async () => {
  await writeFile(report, JSON.stringify({ passed: 3, failed: 0, skipped: [] }));

  expect(readVitestTotals(report)).toMatchObject({ passed: 3 });
  expect(existsSync(report)).toBe(false);
  expect(readVitestTotals(report)).toBeUndefined();
});
