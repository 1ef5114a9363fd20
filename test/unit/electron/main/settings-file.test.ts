import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openSettingsFile } from '../../../../electron/main/settings-file.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

test('the server is remembered over a restart', async () => {
  const folder = temporaryFolder();
  const first = await openSettingsFile(folder);
  expect(first.get().server).toBe(null);
  await first.set({ server: 'https://survey.example.org' });
  const second = await openSettingsFile(folder);
  expect(second.get().server).toBe('https://survey.example.org');
});

test('settings that cannot be understood are kept beside, and the app starts with new ones', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'settings.json'), '{"version": 1, "server"');
  const settings = await openSettingsFile(folder);
  expect(settings.get()).toEqual({ version: 1, server: null, copy: null });
  const [kept = ''] = readdirSync(folder);
  expect(readFileSync(path.join(folder, kept), 'utf8')).toBe('{"version": 1, "server"');
});

test('of two changes at once none is lost', async () => {
  const folder = temporaryFolder();
  const settings = await openSettingsFile(folder);
  await Promise.all([
    settings.set({ server: 'https://a.example' }),
    settings.set({ server: 'https://b.example' }),
  ]);
  expect((await openSettingsFile(folder)).get().server).toBe('https://b.example');
});
