import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decryptWith, makeAgeKeys } from '#shared/bundle/age.ts';
import { readTarSize, tarPadding } from '#shared/bundle/ustar.ts';
import type { ConsortiumSeal } from '#shared/bundle/write-consortium-bundle.ts';
import {
  CONSORTIUM_READINGS,
  signedConsortiumText,
  writeConsortiumBundle,
} from '#shared/bundle/write-consortium-bundle.ts';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { ExportSource } from '#shared/exports/export-source.ts';
import type { Manifest } from '#shared/exports/manifest.ts';
import { verifySignature } from '../../server/services/verify-signature.ts';
import { rowsOf } from '../support/bytes.ts';
import { exportOrigin, makeRecord, persianLabels, sourceOf } from '../support/export-records.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const visit = '01900000-0000-7000-8000-000000000001' as RecordId;
const records = [
  makeRecord('visit', visit, { visit_date: '2026-11-27', market_id: 'erbil' }),
  ...Array.from({ length: 7 }, (_, at) =>
    makeRecord(
      'price',
      `01900000-0000-7000-8000-10000000000${at}`,
      { product_id: 'sugar', price_amount: `${at}.5` },
      { visit },
    ),
  ),
];

/** A device that signs, sealing for some receivers. */
function sealFor(recipients: readonly string[]): ConsortiumSeal {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return {
    recipients,
    device: Buffer.from(x, 'base64url').toString('hex') as DeviceKey,
    sign: async (text) => sign(null, Buffer.from(text), privateKey).toString('hex'),
  };
}

async function pack(source: ExportSource, seal: ConsortiumSeal, onRecord?: () => void) {
  const order = { choices: persianLabels, origin: exportOrigin, offsetMinutes: 210 };
  const writer = writeConsortiumBundle(source, onRecord ? { ...order, onRecord } : order, seal);
  const pieces: Uint8Array[] = [];
  for (;;) {
    const next = await writer.next();
    if (next.done === true) return { result: next.value, bytes: Buffer.concat(pieces) };
    pieces.push(next.value);
  }
}

/** The files of a plain ustar, read strictly: each header is the one there may be for its name. */
async function unpack(identity: string, bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of decryptWith(identity, rowsOf([bytes]))) pieces.push(piece);
  const tar = Buffer.concat(pieces);
  const files = new Map<string, Buffer>();
  let at = 0;
  while (tar[at] !== 0) {
    const header = tar.subarray(at, at + 512);
    const name = header.subarray(0, 100).toString('ascii').replaceAll('\0', '');
    const size = readTarSize(header, name);
    if (size === undefined) throw new Error(`the header of ${name}`);
    files.set(name, tar.subarray(at + 512, at + 512 + size));
    at += 512 + size + tarPadding(size);
  }
  expect(tar.subarray(at)).toEqual(Buffer.alloc(1024));
  return files;
}

type Sealed = Manifest & {
  readonly sealed: { readonly for: readonly string[]; readonly by: string };
};

describe('a consortium bundle', () => {
  test('opens for each of its receivers, signed, and is what its manifest says', async () => {
    const [one, two, other] = await Promise.all([makeAgeKeys(), makeAgeKeys(), makeAgeKeys()]);
    const seal = sealFor([one.recipient, two.recipient]);
    let read = 0;
    const { result, bytes } = await pack(sourceOf(records), seal, () => (read += 1));
    expect(result.ok).toBe(true);
    expect(read).toBe(records.length * CONSORTIUM_READINGS);
    for (const { identity } of [one, two]) {
      const files = await unpack(identity, bytes);
      const text = files.get('manifest.json')?.toString() ?? '';
      const manifest = JSON.parse(text) as Sealed;
      expect(manifest.sealed).toEqual({ for: seal.recipients, by: seal.device });
      const signature = files.get('manifest.sig')?.toString() ?? '';
      expect(await verifySignature(seal.device, signedConsortiumText(text), signature)).toBe(true);
      expect(await verifySignature(seal.device, signedConsortiumText(`${text} `), signature)).toBe(
        false,
      );
      const hashes = [...files]
        .filter(([name]) => !name.startsWith('manifest.'))
        .map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]);
      expect(hashes).toEqual(manifest.files.map(({ name, sha256 }) => [name, sha256]));
      expect(manifest.forms.price.records).toBe(7);
    }
    await expect(unpack(other.identity, bytes)).rejects.toMatchObject({
      failure: { kind: 'bundle/not-for-you' },
    });
    expect(bytes.includes('sugar')).toBe(false);
  });

  test('is thrown away where records change between the readings', async () => {
    const { recipient } = await makeAgeKeys();
    for (const change of [1, 2, 3]) {
      let opened = 0;
      const source: ExportSource = {
        ...sourceOf(records),
        records: (form) => {
          if (form === 'price') opened += 1;
          const isOther = opened > change && form === 'price';
          return sourceOf(isOther ? records.slice(0, -1) : records).records(form);
        },
      };
      const { result } = await pack(source, sealFor([recipient]));
      expect([change, result.ok]).toEqual([change, false]);
    }
  });

  const missing = ['age', 'tar'].filter((program) => spawnSync(program, ['--version']).error);
  test.skipIf(missing.length > 0)(
    `is opened by age and tar alone${missing.length > 0 ? ` (skipped: no ${missing.join(', ')} here)` : ''}`,
    async () => {
      const { identity, recipient } = await makeAgeKeys();
      const { bytes } = await pack(sourceOf(records), sealFor([recipient]));
      const folder = temporaryFolder();
      const out = path.join(folder, 'out');
      mkdirSync(out);
      writeFileSync(path.join(folder, 'key'), `${identity}\n`, { mode: 0o600 });
      writeFileSync(path.join(folder, 'one.bzc'), bytes);
      const tar = spawnSync('age', [
        '-d',
        '-i',
        path.join(folder, 'key'),
        path.join(folder, 'one.bzc'),
      ]);
      expect(tar.status).toBe(0);
      expect(spawnSync('tar', ['-x', '-C', out], { input: tar.stdout }).status).toBe(0);
      expect(readdirSync(out).toSorted()).toEqual(
        [
          'choices.csv',
          'codebook.csv',
          'competitor.csv',
          'demand.csv',
          'manifest.json',
          'manifest.sig',
          'price.csv',
          'records.xlsx',
          'visit.csv',
        ].toSorted(),
      );
      expect(readFileSync(path.join(out, 'price.csv'), 'utf8').split('\r\n')).toHaveLength(9);
    },
  );
});
