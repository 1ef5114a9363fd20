import { expect, onTestFinished, test } from 'vitest';
import { createVaultShelf } from '../../../../electron/main/vault-shelf.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const own = '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f80';
const others = '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f81';
const key = new Uint8Array(32);
const locked = { ok: false, error: { kind: 'vault/locked' } };

/** A laptop of two people, each with a vault, of which none is open. */
async function startShelf() {
  const shelf = createVaultShelf({
    work: temporaryFolder(),
    server: undefined,
    nowMs: () => 0,
    askFolder: async () => null,
    askServer: async () => false,
  });
  onTestFinished(() => shelf.close());
  for (const id of [own, others]) {
    expectOk(await shelf.open(id, key));
    expectOk(await shelf.write(id, Uint8Array.of(1)));
  }
  await shelf.close();
  return shelf;
}

async function keyFilesOf(shelf: Awaited<ReturnType<typeof startShelf>>) {
  const { vaults } = await shelf.list();
  return Object.fromEntries(vaults.map(({ id, keyFile }) => [id, [...keyFile]]));
}

test('the key file of a vault is written by whoever has it open, and of no other', async () => {
  const shelf = await startShelf();
  expect(await shelf.write(own, Uint8Array.of(2))).toEqual(locked);
  expectOk(await shelf.open(own, key));
  expect(await shelf.write(others, Uint8Array.of(2))).toEqual(locked);
  expectOk(await shelf.write(own, Uint8Array.of(3)));
  expect(await keyFilesOf(shelf)).toEqual({ [own]: [3], [others]: [1] });
});

test('a vault is sealed by whoever has it open, and no other', async () => {
  const shelf = await startShelf();
  expect(await shelf.seal(own, null)).toEqual(locked);
  expectOk(await shelf.open(own, key));
  expect(await shelf.seal(others, null)).toEqual(locked);
  expect(await keyFilesOf(shelf)).toEqual({ [own]: [1], [others]: [1] });
  expectOk(await shelf.seal(own, null));
  expect(await keyFilesOf(shelf)).toEqual({ [others]: [1] });
});
