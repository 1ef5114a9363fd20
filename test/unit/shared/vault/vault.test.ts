import { describe, expect, test } from 'vitest';
import { utf8 } from '#shared/core/hash.ts';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import { readKeyFile, STRETCH_COST } from '#shared/vault/key-file.ts';
import { generatePaperCode } from '#shared/vault/passphrase.ts';
import { stretchPassphrase } from '#shared/vault/stretch.ts';
import type { VaultProof } from '#shared/vault/vault.ts';
import { createVault, unlockVault } from '#shared/vault/vault.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { quickMeans } from '../../../support/quick-vault.ts';

const passphrase = 'آب باران کوه دریا ستاره';
const right: VaultProof = { kind: 'passphrase', passphrase };
const wrong = { ok: false, error: { kind: 'vault/wrong-passphrase' } };
const damaged = { ok: false, error: { kind: 'vault/damaged', detail: 'key file changed' } };

async function make() {
  const [first, second, other] = await Promise.all([makeAgeKeys(), makeAgeKeys(), makeAgeKeys()]);
  const paperCode = generatePaperCode(quickMeans.randomBytes);
  const vault = await createVault(
    crypto.randomUUID(),
    passphrase,
    { recipients: [first.recipient, second.recipient], paperCode },
    quickMeans,
  );
  return { vault, first, second, other, paperCode, file: vault.keyFile() };
}

/** A key file's JSON, as loosely as somebody with an editor sees it. */
interface LooseFile {
  version: number;
  tookOver: boolean;
  slots: { recipients: string[]; cost: Record<string, number> }[];
}

function looseFile(file: Uint8Array): LooseFile {
  return JSON.parse(new TextDecoder().decode(file)) as LooseFile;
}

function changed(file: Uint8Array, change: (parsed: LooseFile) => void): Uint8Array {
  const parsed = looseFile(file);
  change(parsed);
  return utf8(JSON.stringify(parsed));
}

function slotOf({ slots }: LooseFile, index: number): LooseFile['slots'][number] {
  const slot = slots[index];
  if (!slot) throw new Error(`no slot ${index}`);
  return slot;
}

describe('opening a vault', () => {
  test('the passphrase, each recovery key and the paper code open it, and give the same keys', async () => {
    const { vault, first, second, paperCode, file } = await make();
    const sealed = vault.keys.sealer('journal').seal(utf8('قیمت'), 'a');
    const proofs: readonly VaultProof[] = [
      right,
      { kind: 'recovery', identity: first.identity },
      { kind: 'recovery', identity: second.identity },
      { kind: 'paper', code: paperCode.toLowerCase().replaceAll('-', ' ') },
    ];
    for (const proof of proofs) {
      const { keys } = expectOk(await unlockVault(file, proof, quickMeans));
      expect(keys.sealer('journal').open(sealed, 'a')).toEqual(utf8('قیمت'));
      expect(keys.hostKey()).toEqual(vault.keys.hostKey());
    }
  });

  test('nothing else does', async () => {
    const { other, file } = await make();
    const proofs: readonly VaultProof[] = [
      { kind: 'passphrase', passphrase: 'آب باران کوه دریا سنگ' },
      { kind: 'passphrase', passphrase: '' },
      { kind: 'recovery', identity: other.identity },
      { kind: 'recovery', identity: 'no key at all' },
      { kind: 'paper', code: generatePaperCode(quickMeans.randomBytes) },
      { kind: 'paper', code: passphrase },
    ];
    for (const proof of proofs) expect(await unlockVault(file, proof, quickMeans)).toEqual(wrong);
  });

  test('a new passphrase opens what was sealed before; the old one opens nothing any more', async () => {
    const { vault, first } = await make();
    const sealed = vault.keys.sealer('photo').seal(utf8('photo'), 'b');
    const file = (await vault.withPassphrase('five other words for it')).keyFile();
    expect(await unlockVault(file, right, quickMeans)).toEqual(wrong);
    const proof = { kind: 'passphrase', passphrase: 'FIVE other words  for it' } as const;
    const { keys } = expectOk(await unlockVault(file, proof, quickMeans));
    expect(keys.sealer('photo').open(sealed, 'b')).toEqual(utf8('photo'));
    expectOk(await unlockVault(file, { kind: 'recovery', identity: first.identity }, quickMeans));
  });

  test('recovery keys can be exchanged: those of before open it no more', async () => {
    const { vault, first, second, other, paperCode } = await make();
    const recipients = [second.recipient, other.recipient];
    const file = (await vault.withRecovery({ recipients, paperCode: null })).keyFile();
    expect(
      await unlockVault(file, { kind: 'recovery', identity: first.identity }, quickMeans),
    ).toEqual(wrong);
    expect(await unlockVault(file, { kind: 'paper', code: paperCode }, quickMeans)).toEqual(wrong);
    const { identity } = other;
    const opened = expectOk(await unlockVault(file, { kind: 'recovery', identity }, quickMeans));
    expect(opened.recipients).toEqual(recipients);
    expect(opened.hasPaperCode).toBe(false);
  });

  test('recovery keys alone can be exchanged: passphrase and code on paper open it as before', async () => {
    const { vault, first, second, other, paperCode } = await make();
    const recipients = [second.recipient, other.recipient];
    const file = (await vault.withRecipients(recipients)).keyFile();
    const lost = { kind: 'recovery', identity: first.identity } as const;
    expect(await unlockVault(file, lost, quickMeans)).toEqual(wrong);
    const taken = { kind: 'recovery', identity: other.identity } as const;
    for (const proof of [right, { kind: 'paper', code: paperCode } as const, taken]) {
      expect(expectOk(await unlockVault(file, proof, quickMeans)).recipients).toEqual(recipients);
    }
  });
});

describe('a key file that somebody changed', () => {
  test.each<[string, (parsed: LooseFile) => void]>([
    ['a slot taken away', (parsed) => parsed.slots.splice(1, 1)],
    ['slots in another order', (parsed) => (parsed.slots = parsed.slots.toReversed())],
    [
      'recipients in another order',
      (parsed) => (slotOf(parsed, 1).recipients = slotOf(parsed, 1).recipients.toReversed()),
    ],
    ['said to have taken over what lies unsealed', (parsed) => (parsed.tookOver = true)],
  ])('%s', async (_name, change) => {
    const { file } = await make();
    expect(await unlockVault(changed(file, change), right, quickMeans)).toEqual(damaged);
  });

  test('costs and salt are part of what is opened', async () => {
    const { file } = await make();
    const dearer = changed(file, (parsed) => (slotOf(parsed, 0).cost['passes'] = 4));
    expect(await unlockVault(dearer, right, quickMeans)).toEqual(wrong);
  });

  test.each([
    ['less memory', { memoryKiB: 8 }],
    ['fewer passes', { passes: 1 }],
    ['memory without end', { memoryKiB: 2 ** 30 }],
    ['passes without end', { passes: 10_000 }],
  ])('%s is refused before anything is stretched', async (_name, cost) => {
    const { file } = await make();
    const cheap = changed(file, (parsed) => Object.assign(slotOf(parsed, 0).cost, cost));
    const means = {
      ...quickMeans,
      stretch: () => Promise.reject(new Error('the passphrase was stretched')),
    };
    expect(await unlockVault(cheap, right, means)).toEqual({
      ok: false,
      error: { kind: 'vault/weak-parameters' },
    });
  });

  test('one of a later version is not touched, and no key file is none', async () => {
    const { file } = await make();
    expect(readKeyFile(changed(file, (parsed) => (parsed.version = 2)))).toEqual({
      ok: false,
      error: { kind: 'vault/newer-version', version: 2 },
    });
    for (const bytes of [new Uint8Array(), utf8('{}'), file.slice(0, -9), new Uint8Array(2e5)]) {
      expect(readKeyFile(bytes)).toMatchObject({ error: { kind: 'vault/damaged' } });
    }
    expect(
      readKeyFile(changed(file, (parsed) => slotOf(parsed, 1).recipients.pop())),
    ).toMatchObject({
      error: { kind: 'vault/damaged' },
    });
  });

  test('the slot of one vault is nothing in the file of another', async () => {
    const [one, two] = await Promise.all([make(), make()]);
    const stolen = looseFile(one.file);
    const mixed = changed(two.file, (parsed) => (parsed.slots = stolen.slots));
    for (const proof of [right, { kind: 'recovery', identity: one.first.identity }] as const) {
      expect(await unlockVault(mixed, proof, quickMeans)).toEqual(wrong);
    }
  });
});

test('Argon2id is that of RFC 9106', async () => {
  // RFC 9106 5.3 has a secret and associated data, which nothing here uses; the value is that of the reference program:
  // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32 -r
  const key = await stretchPassphrase(
    'password',
    { memoryKiB: 65_536, passes: 2, lanes: 1 },
    utf8('somesalt'),
  );
  expect(Buffer.from(key).toString('hex')).toBe(
    '09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7',
  );
  expect(STRETCH_COST).toEqual({ memoryKiB: 65_536, passes: 3, lanes: 1 });
});
