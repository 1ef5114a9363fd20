import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createUpdateCheck, readRelease } from '../../../../electron/main/check-update.ts';
import { makeSigner } from '../../../support/make-bundle.ts';
import { writeUpdate } from '../../../support/make-update.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const platform = 'linux-x64';
const [ours, foreign] = [makeSigner(), makeSigner()];
const release = { number: 7, keys: [ours.device] };

function check(place: string | null, known = release) {
  return createUpdateCheck({ release: known, platform, askManifest: async () => place })();
}

test('an update that is signed, newer and whole may be opened', async () => {
  const place = writeUpdate(temporaryFolder(), ours, { release: 8, platform });
  expect(await check(place)).toEqual({
    ok: true,
    value: { kind: 'ready', version: '0.9.0', name: 'Bazarnegar-0.9.0.AppImage' },
  });
});

describe('an update is refused', () => {
  const name = 'Bazarnegar-0.9.0.AppImage';
  test.each([
    ['of this very release', ours, 7, platform, 'not-newer'],
    ['of an older one', ours, 6, platform, 'not-newer'],
    ['of a key that is not ours', foreign, 8, platform, 'unknown-key'],
    ['for another system', ours, 8, 'win32-x64', 'not-for-this-system'],
  ])('%s', async (_, signer, number, system, why) => {
    const place = writeUpdate(temporaryFolder(), signer, { release: number, platform: system });
    expect(await check(place)).toEqual({ ok: true, value: { kind: 'refused', why } });
  });

  test('whose installer was changed, or is not there', async () => {
    const folder = temporaryFolder();
    const place = writeUpdate(folder, ours, { release: 8, platform });
    appendFileSync(path.join(folder, name), 'x');
    const changed = { kind: 'refused', why: 'file-changed', name };
    expect(await check(place)).toEqual({ ok: true, value: changed });
    rmSync(path.join(folder, name));
    expect(await check(place)).toEqual({ ok: true, value: { ...changed, why: 'file-missing' } });
  });

  test('that is no manifest, however large', async () => {
    const place = path.join(temporaryFolder(), 'latest.json');
    for (const text of ['', '{}', '\0'.repeat(10), `"${'x'.repeat(1_000_000)}"`]) {
      writeFileSync(place, text);
      const refused = { kind: 'refused', why: 'not-an-update' };
      expect(await check(place)).toEqual({ ok: true, value: refused });
    }
  });

  test('by a program that knows no release key, before it asks for a file', async () => {
    const refused = { kind: 'refused', why: 'no-key' };
    expect(await check('/nowhere', { number: 1, keys: [] })).toEqual({ ok: true, value: refused });
  });
});

test('a person who chooses no file hears of nothing, and of one that cannot be read why', async () => {
  expect(await check(null)).toEqual({ ok: true, value: null });
  expect(await check(path.join(temporaryFolder(), 'gone'))).toMatchObject({
    ok: false,
    error: { kind: 'file/not-read', detail: 'ENOENT' },
  });
});

test('the release of this program is in its package.json', () => {
  const { number } = readRelease(path.resolve('package.json'));
  expect(number).toBeGreaterThan(0);
});
