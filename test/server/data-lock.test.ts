import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lockDataFolder } from '../../server/store/data-lock.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function take(folder: string) {
  const taken = lockDataFolder(folder);
  if ('pid' in taken) throw new Error(`held by ${taken.pid}`);
  return taken;
}

test('a data folder is one process’s at a time, and free again when given back', () => {
  const folder = temporaryFolder();
  const first = take(folder);
  expect(lockDataFolder(folder)).toEqual({ pid: process.pid });
  first.release();
  take(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock left by a process that died is taken over', () => {
  const folder = temporaryFolder();
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(path.join(folder, 'server.lock'), JSON.stringify({ pid, startedAt: 'long ago' }));
  take(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test('a lock whose number now belongs to another program is taken over', () => {
  const folder = temporaryFolder();
  writeFileSync(
    path.join(folder, 'server.lock'),
    JSON.stringify({ pid: 1, startedAt: 'before the restart' }),
  );
  take(folder);
  expect(JSON.parse(readFileSync(path.join(folder, 'server.lock'), 'utf8'))).toMatchObject({
    pid: process.pid,
  });
});

test.each(['', '{"pid":', 'null', '{"pid":"x"}'])(
  'a lock cut by a crash is taken over: %s',
  (content) => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'server.lock'), content);
    take(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  },
);
