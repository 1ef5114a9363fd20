import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createSessionCookie } from '../../../../electron/main/session-cookie.ts';
import { noKeychain, xorKeychain } from '../../../support/keychains.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const origin = 'https://survey.example.org';

test('a session outlives a restart, encrypted on the disk', async () => {
  const folder = temporaryFolder();
  const keychain = xorKeychain(0x5a);
  await createSessionCookie(folder, keychain).take(origin, ['session=secret; HttpOnly']);
  expect(readFileSync(path.join(folder, 'session.bin'), 'latin1')).not.toContain('secret');
  expect(await createSessionCookie(folder, keychain).header(origin)).toBe('session=secret');
});

test('without a keychain a session is kept until the app is closed, and never on the disk', async () => {
  const folder = temporaryFolder();
  const cookie = createSessionCookie(folder, noKeychain);
  await cookie.take(origin, ['session=secret']);
  expect(await cookie.header(origin)).toBe('session=secret');
  expect(readdirSync(folder)).toEqual([]);
  expect(await createSessionCookie(folder, noKeychain).header(origin)).toBe(undefined);
});

test('a session sealed with the key of another laptop is no session', async () => {
  const folder = temporaryFolder();
  await createSessionCookie(folder, xorKeychain(1)).take(origin, ['session=secret']);
  expect(await createSessionCookie(folder, xorKeychain(2)).header(origin)).toBe(undefined);
});

test.each([
  ['session=; Max-Age=0'],
  ['session=x; max-age=-1'],
  ['session=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT'],
])('%s ends the session', async (text) => {
  const cookie = createSessionCookie(temporaryFolder(), noKeychain);
  await cookie.take(origin, ['session=secret', 'other=1']);
  await cookie.take(origin, [text]);
  expect(await cookie.header(origin)).toBe('other=1');
});
