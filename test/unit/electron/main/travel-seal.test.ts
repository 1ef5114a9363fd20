import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import { utf8 } from '#shared/core/hash.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import { isSealedForTravel } from '#shared/vault/key-file.ts';
import { generatePaperCode } from '#shared/vault/passphrase.ts';
import type { VaultProof } from '#shared/vault/vault.ts';
import { beginSealing, endSealing } from '../../../../electron/main/travel-seal.ts';
import { makeVault, unlock } from '../../../../renderer/vault/open-vaults.ts';
import { createSecrets } from '../../../../renderer/vault/secrets.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { openHost } from '../../../support/folder-desktop.ts';
import { quickMeans } from '../../../support/quick-vault.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const act = encodeJournalAct([{ is: 'setting', key: 'k', value: 'فروشندهٔ نبش بازار' }]);
const passphrases = ['one two three four five', 'six seven eight nine ten'] as const;
const KEY_FILES = ['key.json', 'key.previous.json'] as const;

/** A laptop whose vault has work in it, had another passphrase before, and keeps a second copy. */
async function startLaptop(hasRecovery: boolean) {
  const work = temporaryFolder();
  const stick = temporaryFolder();
  const host = openHost(work, stick);
  onTestFinished(() => host.close());
  const people = await Promise.all([makeAgeKeys(), makeAgeKeys()]);
  const recipients = hasRecovery ? people.map(({ recipient }) => recipient) : [];
  const paperCode = generatePaperCode(quickMeans.randomBytes);
  const wanted = { passphrase: passphrases[0], recovery: { recipients, paperCode } };
  const made = expectOk(
    await makeVault(host, { ...wanted, takesOver: false }, quickMeans, () => undefined),
  );
  const { id } = made.vault.keys;
  const secrets = createSecrets(host, made.vault);
  expectOk(await secrets.keep(await made.vault.withPassphrase(passphrases[1])));
  expectOk(await made.desktop.call('journal.open', { known: null }));
  expectOk(await made.desktop.call('journal.append', { payloads: [act] }));
  expectOk(await made.desktop.call('copy.choose', null));
  const [copyName = ''] = readdirSync(stick);
  const left = secrets.current().forRecoveryAlone();
  return {
    work,
    host,
    id,
    folder: path.join(work, 'vaults', id),
    copy: path.join(stick, copyName),
    keyFile: left?.keyFile() ?? null,
    owner: [
      ...passphrases.map((passphrase) => ({ kind: 'passphrase', passphrase }) as const),
      { kind: 'paper', code: paperCode } as const,
    ],
    recovery: people.map(({ identity }) => ({ kind: 'recovery', identity }) as const),
  };
}

/** The acts that a secret brings back from a laptop's folder, started anew; undefined where it opens nothing. */
async function openAgain(work: string, proof: VaultProof) {
  const host = openHost(work);
  const { vaults } = await host.call('vault.list', null);
  const opened = await unlock(host, vaults, proof, quickMeans);
  if (!opened.ok) return undefined;
  expectOk(await opened.value.desktop.call('journal.open', { known: null }));
  const read = await opened.value.desktop.call('journal.read', { from: 0 });
  await host.close();
  return expectOk(read).payloads;
}

function slotsIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}

test('sealed for travel, nothing its owner has opens a vault on the laptop or its copy; a recovery key opens all of it', async () => {
  const { work, host, id, folder, copy, keyFile, owner, recovery } = await startLaptop(true);
  expect(slotsIn(folder)).toContain('passphrase');
  expect(slotsIn(copy)).toContain('passphrase');
  for (const proof of owner.slice(1)) expect(await openAgain(work, proof)).toEqual([act]);
  expectOk(await host.call('vault.seal', { id, keyFile }));
  for (const proof of owner) expect(await openAgain(work, proof)).toBeUndefined();
  for (const proof of recovery) expect(await openAgain(work, proof)).toEqual([act]);
  for (const place of [folder, copy]) {
    expect(slotsIn(place)).not.toMatch(/passphrase|paper/);
    expect(isSealedForTravel(readFileSync(path.join(place, 'key.json')))).toBe(true);
    expect(existsSync(path.join(place, 'session.sealed'))).toBe(false);
  }
  expect(await host.call('journal.read', { from: 0 })).toMatchObject({
    error: { kind: 'vault/locked' },
  });
});

test('a vault without recovery keys is taken away with its copy', async () => {
  const { work, host, id, folder, copy, keyFile, owner } = await startLaptop(false);
  expect(keyFile).toBeNull();
  expectOk(await host.call('vault.seal', { id, keyFile }));
  expect(existsSync(folder)).toBe(false);
  expect(existsSync(copy)).toBe(false);
  for (const proof of owner) expect(await openAgain(work, proof)).toBeUndefined();
});

test('a vault that cannot be sealed stays as it was', async () => {
  const { work, host, id, folder, keyFile, owner } = await startLaptop(true);
  // No file can take the mark's place.
  mkdirSync(path.join(folder, 'sealed.json'));
  expect(await host.call('vault.seal', { id, keyFile })).toMatchObject({ ok: false });
  rmSync(path.join(folder, 'sealed.json'), { recursive: true });
  expect(await openAgain(work, owner[1] as VaultProof)).toEqual([act]);
});

test('cut off at any moment, a vault is whole as before or sealed whole at the next start', async () => {
  for (const hasRecovery of [true, false]) {
    const { work, folder, id, host, keyFile, owner, recovery } = await startLaptop(hasRecovery);
    await host.close();
    const kept = temporaryFolder();
    cpSync(work, kept, { recursive: true });
    // Before the mark has its name.
    await beginSealing(folder, keyFile);
    const mark = readFileSync(path.join(folder, 'sealed.json'));
    rmSync(path.join(folder, 'sealed.json'));
    expect(await openAgain(work, owner[1] as VaultProof)).toEqual([act]);
    // From there on: any of the files already gone, or the first of them half overwritten.
    for (const gone of [[], ['key.json'], KEY_FILES]) {
      const place = temporaryFolder();
      cpSync(kept, place, { recursive: true });
      const inside = path.join(place, 'vaults', id);
      await beginSealing(inside, mark.length > 0 ? mark : null);
      for (const name of gone) rmSync(path.join(inside, name));
      for (const proof of owner) expect(await openAgain(place, proof)).toBeUndefined();
      const left = existsSync(inside) ? slotsIn(inside) : '';
      expect(left).not.toMatch(/passphrase|paper/);
      expect(left.includes('recovery')).toBe(hasRecovery);
      const opened = await openAgain(place, recovery[0] as VaultProof);
      expect(opened).toEqual(hasRecovery ? [act] : undefined);
    }
  }
});

test('where no sealing was begun nothing is ended', async () => {
  const folder = temporaryFolder();
  const { host, keyFile } = await startLaptop(true);
  await host.close();
  await endSealing(folder);
  expect(readdirSync(folder)).toEqual([]);
  expect(isSealedForTravel(keyFile ?? utf8(''))).toBe(true);
  expect(isSealedForTravel(utf8('{}'))).toBe(false);
});
