import { describe, expect, test } from 'vitest';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import type { FoundVault } from '#shared/desktop/contract.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import { makeVault, openCopy, unlock } from '../../../../renderer/vault/open-vaults.ts';
import { createSecrets } from '../../../../renderer/vault/secrets.ts';
import { sealDesktop } from '../../../../renderer/vault/sealed-desktop.ts';
import { takeOver } from '../../../../renderer/vault/take-over.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { createMemoryDesktop } from '../../../support/memory-desktop.ts';
import { createMemoryDisk } from '../../../support/memory-journal-folder.ts';
import { quickMeans, quickVault } from '../../../support/quick-vault.ts';

const secret = 'فروشندهٔ نبش بازار';

function act(key: string): Uint8Array {
  return encodeJournalAct([{ is: 'setting', key, value: secret }]);
}

function bytesOf(disk: ReturnType<typeof createMemoryDisk>): Buffer {
  return Buffer.concat([...disk.files.values()]);
}

async function startLaptop() {
  const disk = createMemoryDisk();
  const photos = new Map<string, Uint8Array>();
  const vault = await quickVault();
  const host = createMemoryDesktop(disk, { photos });
  return { disk, photos, vault, host, desktop: sealDesktop(host, vault.keys) };
}

describe('over a sealed desktop', () => {
  test('acts come back as they were, and the disk says nothing of them', async () => {
    const { disk, desktop } = await startLaptop();
    expectOk(await desktop.call('journal.open', { known: null }));
    const payloads = [act('a'), act('b')];
    expectOk(await desktop.call('journal.append', { payloads }));
    expectOk(await desktop.call('journal.append', { payloads: [act('c')] }));
    const read = expectOk(await desktop.call('journal.read', { from: 0 }));
    expect(read.payloads).toEqual([...payloads, act('c')]);
    expect(bytesOf(disk).includes(secret)).toBe(false);
    // The same search finds it where it lies in clear.
    expect(Buffer.concat(payloads).includes(secret)).toBe(true);
  });

  test('after damage that cost a frame, what is appended is read again', async () => {
    const { disk, host, vault, desktop } = await startLaptop();
    expectOk(await desktop.call('journal.open', { known: null }));
    for (const key of ['a', 'b', 'c']) {
      expectOk(await desktop.call('journal.append', { payloads: [act(key)] }));
    }
    const [[name, bytes = new Uint8Array()] = ['']] = disk.files;
    const damaged = new Uint8Array(bytes);
    damaged[20] = (damaged[20] ?? 0) ^ 1;
    disk.files.set(name, damaged);
    for (const key of ['d', 'e']) {
      const again = sealDesktop(host, vault.keys);
      expectOk(await again.call('journal.open', { known: null }));
      expectOk(await again.call('journal.append', { payloads: [act(key)] }));
    }
    const last = sealDesktop(host, vault.keys);
    expectOk(await last.call('journal.open', { known: null }));
    const read = expectOk(await last.call('journal.read', { from: 0 }));
    expect(read.payloads).toEqual(['b', 'c', 'd', 'e'].map(act));
  });

  test('the journal of another vault does not open', async () => {
    const { host, desktop } = await startLaptop();
    expectOk(await desktop.call('journal.open', { known: null }));
    expectOk(await desktop.call('journal.append', { payloads: [act('a')] }));
    const other = sealDesktop(host, (await quickVault()).keys);
    expect(await other.call('journal.open', { known: null })).toMatchObject({
      error: { kind: 'vault/foreign-act' },
    });
  });

  test('a photo lies sealed under a blind name; one that went bad is missing until it is kept again', async () => {
    const { photos, desktop } = await startLaptop();
    const bytes = utf8(`photo of ${secret}`);
    const sha256 = sha256Hex(bytes);
    expectOk(await desktop.call('photo.put', { sha256, bytes }));
    const [[name, sealed = new Uint8Array()] = ['']] = photos;
    expect(name).not.toBe(sha256);
    expect(Buffer.from(sealed).includes(secret)).toBe(false);
    expect(expectOk(await desktop.call('photo.get', { sha256 }))).toEqual(bytes);
    photos.set(name, utf8('bad'));
    expect(await desktop.call('photo.get', { sha256 })).toMatchObject({
      error: { kind: 'photo/missing' },
    });
    expectOk(await desktop.call('photo.put', { sha256, bytes }));
    expect(expectOk(await desktop.call('photo.get', { sha256 }))).toEqual(bytes);
  });

  test('bytes are not kept under the hash of other bytes', async () => {
    const { photos, desktop } = await startLaptop();
    const sha256 = sha256Hex('other');
    const put = await desktop.call('photo.put', { sha256, bytes: utf8('a') });
    expect(put).toMatchObject({ ok: false });
    expect(photos.size).toBe(0);
  });
});

describe('vaults of a laptop', () => {
  const words = { a: 'one two three four five', b: 'six seven eight nine ten' };

  /** A host that keeps key files, with work in clear that can be taken over. */
  async function startHost() {
    const unsealed = { disk: createMemoryDisk(), photos: new Map<string, Uint8Array>() };
    const before = createMemoryDesktop(unsealed.disk);
    expectOk(await before.call('journal.open', { known: null }));
    const photo = utf8('photo');
    unsealed.photos.set(sha256Hex(photo), photo);
    const note = { sha256: sha256Hex(photo), mediaType: 'image/jpeg', bytes: 5 };
    const record = crypto.randomUUID() as never;
    const acts = [act('a'), encodeJournalAct([{ is: 'photo', photo: { ...note, record } }])];
    expectOk(await before.call('journal.append', { payloads: acts }));
    const disk = createMemoryDisk();
    const photos = new Map<string, Uint8Array>();
    const files = new Map<string, Uint8Array>();
    const plain = createMemoryDesktop(disk, { photos, copy: () => unsealed });
    const done: string[] = [];
    const host: typeof plain = {
      ...plain,
      call: async (channel, input) => {
        done.push(channel);
        if (channel === 'vault.write') {
          const { id, keyFile } = input as { id: string; keyFile: Uint8Array };
          files.set(id, keyFile);
        }
        return plain.call(channel, input);
      },
    };
    function vaults(): readonly FoundVault[] {
      return [...files].map(([id, keyFile]) => ({ id, keyFile, previous: null }));
    }
    return { host, disk, photos, acts, photo, vaults, done };
  }

  function make(host: Parameters<typeof makeVault>[0], passphrase: string, takesOver: boolean) {
    const recovery = { recipients: [], paperCode: null };
    return makeVault(host, { passphrase, recovery, takesOver }, quickMeans, () => undefined);
  }

  test('work in clear is taken over whole, and goes only after the key file is kept', async () => {
    const { indexedDB } = globalThis;
    globalThis.indexedDB ??= { deleteDatabase: () => undefined } as never;
    const { host, acts, photo, done, disk, vaults } = await startHost();
    const { desktop, vault } = expectOk(await make(host, words.a, true));
    expect(expectOk(await desktop.call('journal.read', { from: 0 })).payloads).toEqual(acts);
    const sha256 = sha256Hex(photo);
    expect(expectOk(await desktop.call('photo.get', { sha256 }))).toEqual(photo);
    expect(bytesOf(disk).includes(secret)).toBe(false);
    expect(done.indexOf('vault.discard-unsealed')).toBeGreaterThan(done.indexOf('vault.write'));

    // A secret that is changed in this very session keeps the note of it: a copy in clear may lie somewhere still.
    expect(vault.tookOver).toBe(true);
    const changed = await vault.withPassphrase(words.b);
    expectOk(await createSecrets(host, vault).keep(changed));
    const proof = { kind: 'passphrase', passphrase: words.b } as const;
    expect(expectOk(await unlock(host, vaults(), proof, quickMeans)).vault.tookOver).toBe(true);
    globalThis.indexedDB = indexedDB;
  });

  test('a vault that does not hold all that was put into it is not kept', async () => {
    const { host, done } = await startHost();
    const { keys } = await quickVault();
    const sealed = sealDesktop(host, keys);
    const broken: typeof sealed = {
      ...sealed,
      call: async (channel, input) =>
        channel === 'journal.append'
          ? (sealed.call('journal.append', { payloads: [act('other')] }) as never)
          : sealed.call(channel, input),
    };
    expect(await takeOver(broken, () => undefined)).toMatchObject({ ok: false });
    expect(done).not.toContain('vault.discard-unsealed');
  });

  test('each person’s passphrase opens their own, and none another’s', async () => {
    const { host, vaults } = await startHost();
    const a = expectOk(await make(host, words.a, false)).vault.keys;
    const b = expectOk(await make(host, words.b, false)).vault.keys;
    for (const [passphrase, keys] of [
      [words.a, a],
      [words.b, b],
    ] as const) {
      const proof = { kind: 'passphrase', passphrase } as const;
      const opened = expectOk(await unlock(host, vaults(), proof, quickMeans));
      expect(opened.vault.keys.id).toBe(keys.id);
    }
    const sealed = a.sealer('index').seal(utf8('x'), 'row');
    expect(b.sealer('index').open(sealed, 'row')).toBeUndefined();
    const wrong = { kind: 'passphrase', passphrase: 'nobody has these five words' } as const;
    expect(await unlock(host, vaults(), wrong, quickMeans)).toEqual({
      ok: false,
      error: { kind: 'vault/wrong-passphrase' },
    });
  });

  test('a key file that was damaged is read from the one before it', async () => {
    const { host, vaults } = await startHost();
    expectOk(await make(host, words.a, false));
    const found = vaults().map((vault) => ({
      ...vault,
      keyFile: utf8('{}'),
      previous: vault.keyFile,
    }));
    const proof = { kind: 'passphrase', passphrase: words.a } as const;
    expect(await unlock(host, found, proof, quickMeans)).toMatchObject({ ok: true });
  });

  test('a copy of another vault is read with its passphrase alone', async () => {
    const lost = await startLaptop();
    expectOk(await lost.desktop.call('journal.open', { known: null }));
    expectOk(await lost.desktop.call('journal.append', { payloads: [act('a')] }));
    const keyFile = lost.vault.keyFile();
    const found = createMemoryDesktop(createMemoryDisk(), { copy: () => ({ ...lost, keyFile }) });
    const desktop = sealDesktop(found, (await quickVault()).keys);
    expectOk(await desktop.call('copy.open', { from: 'chosen' }));
    expect(await desktop.call('copy.read', { from: 0 })).toEqual({
      ok: false,
      error: { kind: 'vault/locked' },
    });
    const wrong = { kind: 'passphrase', passphrase: words.a } as const;
    expect(await openCopy(desktop, keyFile, wrong, quickMeans)).toMatchObject({ ok: false });
    const right = { kind: 'passphrase', passphrase: 'sun moon star rain snow' } as const;
    expectOk(await openCopy(desktop, keyFile, right, quickMeans));
    const read = expectOk(await desktop.call('copy.read', { from: 0 }));
    expect(read.payloads).toEqual([act('a')]);
  });
});
