import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function run(...args: readonly string[]) {
  const done = spawnSync(process.execPath, ['build/sign-update.ts', ...args], { encoding: 'utf8' });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

test('a release is signed with a key made here, and checked from a stick; an older and a changed one are refused', () => {
  const folder = temporaryFolder();
  const [key, setup, out] = ['key.pem', 'setup.exe', 'latest.json'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  writeFileSync(setup, 'an installer');
  const made = run('--new-key', key);
  const publicKey = made.out.trim();
  expect([made.code, publicKey]).toEqual([0, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(run('--new-key', key).code).not.toBe(0);
  const file = `win32-x64=${setup}`;
  const release = ['--key', key, '--release', '12', '--version', '0.2.0', '--out', out, file];
  expect(run(...release).code).toBe(0);
  const check = ['--check', out, '--public', publicKey];
  expect(run(...check, '--release', '11', file).code).toBe(0);
  const older = run(...check, '--release', '12', file);
  expect([older.code, older.err]).toEqual([1, expect.stringContaining('not-newer')]);
  writeFileSync(setup, 'an Installer');
  const changed = run(...check, '--release', '11', file);
  expect([changed.code, changed.err]).toEqual([1, expect.stringContaining('is not the file')]);
});
