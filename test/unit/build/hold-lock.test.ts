import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdLock } from '../../../build/hold-lock.ts';

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lock-'));
  lock = path.join(folder, 'lock');
});
afterEach(async () => rm(folder, { recursive: true }));

test('the second build begins when the first has let go', async () => {
  const order: string[] = [];
  const release = await holdLock(lock);
  const second = holdLock(lock).then(async (releaseSecond) => {
    order.push('second begins');
    await releaseSecond();
  });
  order.push('first ends');
  await release();
  await second;

  expect(order).toEqual(['first ends', 'second begins']);
});

test('the lock of a process that is gone does not hold anyone up', async () => {
  // Above the largest process number Linux gives.
  await writeFile(lock, '4194999');

  const release = await holdLock(lock);

  expect(await readFile(lock, 'utf8')).toBe(String(process.pid));
  await release();
});
