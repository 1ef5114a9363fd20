import { describe, expect, test } from 'vitest';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { UpdateManifest } from '#shared/desktop/update-manifest.ts';
import {
  isUpdateFile,
  judgeUpdate,
  signedUpdateText,
  updateText,
} from '#shared/desktop/update-manifest.ts';
import { verifySignature } from '../../../../server/services/verify-signature.ts';
import type { Signer } from '../../../support/make-bundle.ts';
import { makeSigner } from '../../../support/make-bundle.ts';

const [ours, next, foreign] = [makeSigner(), makeSigner(), makeSigner()];
const installer = utf8('an installer');
const manifest: UpdateManifest = {
  is: 'bazarnegar update',
  version: '0.2.0',
  release: 12,
  files: [
    {
      platform: 'win32-x64',
      name: 'Bazarnegar-0.2.0.exe',
      bytes: installer.length,
      sha256: sha256Hex(installer),
    },
  ],
};

function signed(by: Signer, text = updateText(manifest), changes: object = {}): string {
  const signature = by.sign(signedUpdateText(text));
  return JSON.stringify({ manifest: text, key: by.device, signature, ...changes });
}

function judge(text: string, release = 11, platform = 'win32-x64') {
  const keys = [ours.device, next.device];
  return judgeUpdate(text, { keys, release, platform, verify: verifySignature });
}

async function* pieces(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

test.each([ours, next])('an update signed with either of our keys is taken', async (key) => {
  expect(await judge(signed(key))).toMatchObject({ file: { name: 'Bazarnegar-0.2.0.exe' } });
});

describe('an update is refused', () => {
  const other = { ...manifest, release: 13 };
  test.each([
    ['of a key that is not ours', signed(foreign), 'unknown-key'],
    ['without a signature', JSON.stringify({ manifest: updateText(manifest) }), 'not-an-update'],
    [
      'whose text was changed',
      signed(ours, undefined, { manifest: updateText(other) }),
      'wrong-signature',
    ],
    [
      'signed as something else',
      signed(ours, undefined, { signature: ours.sign(updateText(manifest)) }),
      'wrong-signature',
    ],
    [
      'that names a path',
      signed(
        ours,
        canonicalJson({
          ...manifest,
          files: [{ ...manifest.files[0], name: '../evil.exe' }],
        }),
      ),
      'not-an-update',
    ],
    [
      'with a member nobody knows',
      signed(ours, canonicalJson({ ...manifest, x: 1 })),
      'not-an-update',
    ],
    [
      'in another spelling',
      signed(ours, updateText(manifest).replace('"release":12', '"release":12.0')),
      'not-an-update',
    ],
    ['that is cut', signed(ours).slice(0, -10), 'not-an-update'],
    ['that is brackets', '['.repeat(60_000), 'not-an-update'],
    ['larger than a manifest is', ' '.repeat(70_000) + signed(ours), 'not-an-update'],
  ])('%s', async (_, text, refusal) => {
    expect(await judge(text)).toBe(refusal);
  });

  test('as old as the program, or older, whoever signed it', async () => {
    expect(await judge(signed(ours), 12)).toBe('not-newer');
    expect(await judge(signed(ours), 40)).toBe('not-newer');
  });

  test('for another system', async () => {
    expect(await judge(signed(ours), 11, 'linux-x64')).toBe('not-for-this-system');
  });

  test('in each of its bytes', async () => {
    const text = signed(ours);
    for (let at = 0; at < text.length; at += 1) {
      const byte = text.charCodeAt(at) ^ 1;
      const changed = text.slice(0, at) + String.fromCharCode(byte) + text.slice(at + 1);
      expect([at, typeof (await judge(changed))]).toEqual([at, 'string']);
    }
  });
});

test('an installer is the one that was signed for, to its last byte', async () => {
  const [file] = manifest.files;
  if (!file) throw new Error('the manifest names one');
  expect(await isUpdateFile(file, pieces(installer.subarray(0, 3), installer.subarray(3)))).toBe(
    true,
  );
  expect(await isUpdateFile(file, pieces(installer.subarray(1)))).toBe(false);
  expect(await isUpdateFile(file, pieces(installer, utf8('x')))).toBe(false);
  expect(await isUpdateFile(file, pieces(utf8('an Installer')))).toBe(false);
});
