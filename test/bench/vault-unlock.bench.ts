import { randomBytes } from 'node:crypto';
import { STRETCH_COST } from '#shared/vault/key-file.ts';
import { stretchPassphrase } from '#shared/vault/stretch.ts';
import type { VaultMeans } from '#shared/vault/vault.ts';
import { createVault, unlockVault } from '#shared/vault/vault.ts';
import type { Bench } from '../../build/bench-kind.ts';
import { compare } from './measure.ts';

const ROUNDS = 5;
const passphrase = 'تاک دکان عقاب حساب تابستان';
const means: VaultMeans = {
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  stretch: stretchPassphrase,
};

export const bench: Bench = {
  name: 'vault.unlock',
  compares:
    'a vault opened by its passphrase, its key file authenticated / bare Argon2id of the same cost',
  unit: 'ms',
  run: async () => {
    const recovery = { recipients: [], paperCode: null };
    const vault = await createVault(crypto.randomUUID(), passphrase, recovery, means);
    const keyFile = vault.keyFile();
    return compare(
      ROUNDS,
      () => timed(async () => unlockVault(keyFile, { kind: 'passphrase', passphrase }, means)),
      () => timed(() => stretchPassphrase(passphrase, STRETCH_COST, new Uint8Array(16))),
    );
  },
};

async function timed(act: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await act();
  return performance.now() - before;
}
