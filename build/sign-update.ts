import { createHash, createPrivateKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { UpdateFile, UpdateManifest } from '#shared/desktop/update-manifest.ts';
import {
  isUpdateFile,
  judgeUpdate,
  signedUpdateText,
  updateText,
} from '#shared/desktop/update-manifest.ts';

// npm run sign-update -- --key FILE --release N --version X.Y.Z [--out FILE] win32-x64=SETUP.exe linux-x64=APP.AppImage ...
// npm run sign-update -- --new-key FILE       makes a release key; its file stays offline, its public half is printed.
// npm run sign-update -- --check FILE --public KEY [--release N] win32-x64=SETUP.exe

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    key: { type: 'string' },
    'new-key': { type: 'string' },
    check: { type: 'string' },
    public: { type: 'string' },
    release: { type: 'string' },
    version: { type: 'string' },
    out: { type: 'string' },
  },
});

if (values['new-key'] !== undefined) makeKey(values['new-key']);
else if (values.check === undefined) await signAll();
else await checkOne(values.check);

function makeKey(file: string): void {
  if (existsSync(file)) throw new Error(`${file} is there already`);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(file, pem, { mode: 0o600 });
  console.log(hexOf(publicKey.export({ format: 'jwk' }).x ?? ''));
}

async function signAll(): Promise<void> {
  const { key, release, version = '', out = 'dist/latest.json' } = values;
  if (key === undefined) throw new Error('--key FILE is missing');
  const privateKey = createPrivateKey(readFileSync(key));
  const files = await Promise.all(positionals.map(describe));
  const manifest: UpdateManifest = {
    is: 'bazarnegar update',
    version,
    release: Number(release),
    files: files.map(({ file }) => file),
  };
  const text = updateText(manifest);
  const signature = sign(null, Buffer.from(signedUpdateText(text)), privateKey).toString('hex');
  const publicKey = hexOf(privateKey.export({ format: 'jwk' }).x ?? '') as DeviceKey;
  const signed = JSON.stringify({ manifest: text, key: publicKey, signature });
  // What a laptop would refuse is not written.
  for (const { file } of files)
    await mustPass(signed, publicKey, manifest.release - 1, file.platform);
  writeFileSync(out, `${signed}\n`);
  console.log(`${out}: release ${manifest.release}, ${files.length} files, key ${publicKey}`);
}

async function checkOne(file: string): Promise<void> {
  const [item = ''] = positionals;
  const { file: given, place } = await describe(item);
  const key = (values.public ?? '') as DeviceKey;
  const signed = readFileSync(file, 'utf8').trim();
  const named = await mustPass(signed, key, Number(values.release ?? 0), given.platform);
  if (!(await isUpdateFile(named, createReadStream(place)))) {
    throw new Error(`${place} is not the file that the manifest names`);
  }
  console.log(`${place} is what the release key signed for`);
}

async function mustPass(
  signed: string,
  key: DeviceKey,
  release: number,
  platform: string,
): Promise<UpdateFile> {
  const judged = await judgeUpdate(signed, {
    keys: [key],
    release,
    platform,
    verify: async (by, text, signature) =>
      verify(
        null,
        Buffer.from(text),
        {
          key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(by, 'hex').toString('base64url') },
          format: 'jwk',
        },
        Buffer.from(signature, 'hex'),
      ),
  });
  if (typeof judged === 'string') throw new Error(`the manifest would be refused: ${judged}`);
  return judged.file;
}

async function describe(
  item: string,
): Promise<{ readonly file: UpdateFile; readonly place: string }> {
  const [platform = '', place = ''] = item.split('=', 2);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(place)) hash.update(chunk as Buffer);
  const sha256 = hash.digest('hex') as Sha256;
  return {
    place,
    file: { platform, name: path.basename(place), bytes: statSync(place).size, sha256 },
  };
}

function hexOf(x: string): string {
  return Buffer.from(x, 'base64url').toString('hex');
}
