import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { utf8 } from '#shared/core/hash.ts';
import { createSaveFiles } from '../../../../electron/main/save-file.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { mountSmallDisk, noSmallDisk } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

async function beginIn(folder: string, name = 'export.csv') {
  const files = createSaveFiles(async (suggested) => path.join(folder, suggested));
  const handle = expectOk(await files.begin(name)) ?? '';
  return { files, handle, target: path.join(folder, name) };
}

test('a file appears whole under its name, and not before it is ended', async () => {
  const folder = temporaryFolder();
  const { files, handle, target } = await beginIn(folder);
  await Promise.all([files.write(handle, utf8('یک،')), files.write(handle, utf8('دو'))]);
  expect(existsSync(target)).toBe(false);
  expect(await files.end(handle, true)).toEqual({ ok: true, value: null });
  expect(readFileSync(target, 'utf8')).toBe('یک،دو');
  expect(readdirSync(folder)).toEqual(['export.csv']);
});

test('a file that is thrown away leaves nothing, and an older one of its name as it was', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'export.csv'), 'older');
  const { files, handle, target } = await beginIn(folder);
  await files.write(handle, utf8('half'));
  expect(await files.end(handle, false)).toEqual({ ok: true, value: null });
  expect(readFileSync(target, 'utf8')).toBe('older');
  expect(readdirSync(folder)).toEqual(['export.csv']);
});

test('a window that goes away takes its unfinished files with it', async () => {
  const folder = temporaryFolder();
  const { files, handle } = await beginIn(folder);
  await files.write(handle, utf8('half'));
  await files.abandonAll();
  expect(readdirSync(folder)).toEqual([]);
  expect(await files.write(handle, utf8('more'))).toMatchObject({ ok: false });
});

test('a handle is good for one file', async () => {
  const { files, handle } = await beginIn(temporaryFolder());
  await files.end(handle, true);
  const over = { ok: false, error: { kind: 'file/not-saved' } };
  expect(await files.write(handle, utf8('x'))).toMatchObject(over);
  expect(await files.end(handle, true)).toMatchObject(over);
  expect(await files.end('made up', true)).toMatchObject(over);
});

test('thinking better of it saves nothing and is no failure', async () => {
  const files = createSaveFiles(async () => null);
  expect(await files.begin('export.csv')).toEqual({ ok: true, value: null });
});

test('a folder that cannot be written to is told as such', async () => {
  const files = createSaveFiles(async () => path.join(temporaryFolder(), 'gone', 'x.csv'));
  expect(await files.begin('x.csv')).toEqual({
    ok: false,
    error: { kind: 'file/not-saved', detail: 'ENOENT' },
  });
});

test('a disk that fills up while saving leaves no half file', async ({ skip }) => {
  const folder = temporaryFolder();
  const unmount = mountSmallDisk(folder, 1_000_000);
  if (!unmount) return skip(noSmallDisk);
  onTestFinished(unmount);
  const { files, handle } = await beginIn(folder);
  await files.write(handle, new Uint8Array(600_000));
  expect(await files.write(handle, new Uint8Array(600_000))).toEqual({
    ok: false,
    error: { kind: 'file/not-saved', detail: 'ENOSPC' },
  });
  expect(await files.end(handle, true)).toMatchObject({ ok: false });
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['../../etc/passwd', '-..-etc-passwd'],
  ['a/b\\c:d*e?.csv', 'a-b-c-d-e-.csv'],
  ['con.csv', 'bazarnegar-con.csv'],
  ['...', 'bazarnegar-'],
  ['خروجی بازار.csv', 'خروجی بازار.csv'],
])('the name %s is suggested as %s', async (suggested, safe) => {
  const asked: string[] = [];
  const files = createSaveFiles(async (name) => {
    asked.push(name);
    return null;
  });
  await files.begin(suggested);
  expect(asked).toEqual([safe]);
});
