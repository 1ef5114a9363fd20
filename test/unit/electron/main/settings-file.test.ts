import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { SettingsFile } from '../../../../electron/main/settings-file.ts';
import { openSettingsFile } from '../../../../electron/main/settings-file.ts';
import { quickSealer } from '../../../support/quick-sealer.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function openIn(folder: string, before = folder): Promise<SettingsFile> {
  return openSettingsFile(folder, quickSealer, before);
}

test('the server is remembered over a restart, sealed on the disk', async () => {
  const folder = temporaryFolder();
  const first = await openIn(folder);
  expect(first.get().server).toBe(null);
  await first.set({ server: 'https://survey.example.org' });
  const second = await openIn(folder);
  expect(second.get().server).toBe('https://survey.example.org');
  for (const name of readdirSync(folder)) {
    expect(readFileSync(path.join(folder, name), 'latin1')).not.toContain('survey.example');
  }
});

test('settings that cannot be understood are kept beside, and the app starts with new ones', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'settings.sealed'), '{"version": 1, "server"');
  const settings = await openIn(folder);
  expect(settings.get()).toEqual({ version: 1, server: null, copy: null });
  const [kept = ''] = readdirSync(folder);
  expect(readFileSync(path.join(folder, kept), 'utf8')).toBe('{"version": 1, "server"');
});

test('a new vault begins with the server that lay in clear, but not with the copy that does', async () => {
  const before = temporaryFolder();
  const copy = { folder: '/stick', name: 'Bazarnegar-1', copiedAtMs: 1 };
  const said = { version: 1, server: 'https://survey.example.org', copy };
  writeFileSync(path.join(before, 'settings.json'), JSON.stringify(said));
  const settings = await openIn(temporaryFolder(), before);
  expect(settings.get()).toEqual({ ...said, copy: null });
});

test('of two changes at once none is lost', async () => {
  const folder = temporaryFolder();
  const settings = await openIn(folder);
  await Promise.all([
    settings.set({ server: 'https://a.example' }),
    settings.set({ server: 'https://b.example' }),
  ]);
  expect((await openIn(folder)).get().server).toBe('https://b.example');
});
