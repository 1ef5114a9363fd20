import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSealer } from '#shared/vault/seal.ts';
import { createSessionCookie } from '../../../../electron/main/session-cookie.ts';
import { quickSealer } from '../../../support/quick-sealer.ts';
import { quickMeans } from '../../../support/quick-vault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const origin = 'https://survey.example.org';

test('a session outlives a restart, sealed on the disk', async () => {
  const folder = temporaryFolder();
  await createSessionCookie(folder, quickSealer).take(origin, ['session=secret; HttpOnly']);
  expect(readFileSync(path.join(folder, 'session.sealed'), 'latin1')).not.toContain('secret');
  expect(await createSessionCookie(folder, quickSealer).header(origin)).toBe('session=secret');
});

test('a session sealed with the key of another vault is no session', async () => {
  const folder = temporaryFolder();
  await createSessionCookie(folder, quickSealer).take(origin, ['session=secret']);
  const other = createSealer(quickMeans.randomBytes(32), quickMeans.randomBytes);
  expect(await createSessionCookie(folder, other).header(origin)).toBe(undefined);
});

test.each([
  ['session=; Max-Age=0'],
  ['session=x; max-age=-1'],
  ['session=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
])('%s ends the session', async (text) => {
  const cookie = createSessionCookie(temporaryFolder(), quickSealer);
  await cookie.take(origin, ['session=secret', 'other=1']);
  await cookie.take(origin, [text]);
  expect(await cookie.header(origin)).toBe('other=1');
});
