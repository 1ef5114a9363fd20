import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from './app.ts';
import { host } from './host.ts';

// The keychain of the system is a file beside the profile; HOST_DOUBLE_KEYCHAIN=none is a system without one.
const hasKeychain = process.env['HOST_DOUBLE_KEYCHAIN'] !== 'none';

function key(): Buffer {
  const file = path.join(app.getPath('userData'), 'double-keychain');
  if (existsSync(file)) return readFileSync(file);
  const fresh = randomBytes(32);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, fresh, { mode: 0o600 });
  return fresh;
}

export const safeStorage = {
  isAsyncEncryptionAvailable: async () => host.isReady && hasKeychain,
  encryptStringAsync: async (text: string) => {
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key(), iv);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from('v10'), iv, sealed, cipher.getAuthTag()]);
  },
  decryptStringAsync: async (bytes: Buffer) => {
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(3, 15));
    decipher.setAuthTag(bytes.subarray(-16));
    const plain = Buffer.concat([decipher.update(bytes.subarray(15, -16)), decipher.final()]);
    return { shouldReEncrypt: false, result: plain.toString('utf8') };
  },
} satisfies Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>;
