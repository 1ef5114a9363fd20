import { argon2id } from 'hash-wasm';
import { utf8 } from '../core/hash.ts';
import type { StretchCost } from './key-file.ts';
import { KEY_BYTES } from './seal.ts';

/** Makes a key of a passphrase, slowly. The page does it in a worker; tests that are not about it give a quick one. */
export type Stretch = (
  passphrase: string,
  cost: StretchCost,
  salt: Uint8Array,
) => Promise<Uint8Array>;

/** Argon2id (RFC 9106) of a normalised passphrase; a quarter of a second of work for the cost of new vaults. */
export function stretchPassphrase(
  passphrase: string,
  { memoryKiB, passes, lanes }: StretchCost,
  salt: Uint8Array,
): Promise<Uint8Array> {
  return argon2id({
    password: utf8(passphrase),
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: KEY_BYTES,
    outputType: 'binary',
  });
}
