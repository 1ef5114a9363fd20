import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '#shared/core/hash.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import { compactActs } from '#shared/journal/compact-acts.ts';
import { createSealedActs } from '#shared/journal/sealed-acts.ts';
import { createSealer } from '#shared/vault/seal.ts';
import { readActHead } from '#shared/vault/sealed-act.ts';
import type { VaultKeys } from '#shared/vault/vault-keys.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { quickMeans, quickVault } from '../../../support/quick-vault.ts';

describe('what is sealed', () => {
  const sealer = createSealer(quickMeans.randomBytes(32), quickMeans.randomBytes);

  test('comes back only whole, in its place and by its key', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.nat(), (plain, place, at) => {
        const sealed = sealer.seal(plain, place);
        expect(sealer.open(sealed, place)).toEqual(plain);
        expect(sealer.open(sealed, `${place}.`)).toBeUndefined();
        expect(sealer.open(sealed.subarray(0, -1), place)).toBeUndefined();
        const flipped = sealed.slice();
        const flippedAt = at % flipped.length;
        flipped[flippedAt] = (flipped[flippedAt] ?? 0) ^ 1;
        expect(sealer.open(flipped, place)).toBeUndefined();
        const other = createSealer(quickMeans.randomBytes(32), quickMeans.randomBytes);
        expect(other.open(sealed, place)).toBeUndefined();
      }),
    );
  });

  test('is another each time', () => {
    expect(sealer.seal(utf8('a'), '')).not.toEqual(sealer.seal(utf8('a'), ''));
  });

  test('for one purpose is nothing to the others, nor to another vault', async () => {
    const [one, two] = await Promise.all([quickVault(), quickVault()]);
    const sealed = one.keys.sealer('journal').seal(utf8('x'), 'place');
    expect(one.keys.sealer('index').open(sealed, 'place')).toBeUndefined();
    expect(one.keys.sealer('photo').open(sealed, 'place')).toBeUndefined();
    expect(two.keys.sealer('journal').open(sealed, 'place')).toBeUndefined();
    expect(one.keys.blindName('photo', 'a')).not.toBe(two.keys.blindName('photo', 'a'));
    expect(one.keys.blindName('photo', 'a')).not.toBe(one.keys.blindName('subject', 'a'));
  });
});

function sealOne(keys: VaultKeys, act: Uint8Array | undefined, number: number): Uint8Array {
  return createSealedActs(keys).seal(act ? [act] : [], number)[0] ?? new Uint8Array();
}

describe('sealed acts', () => {
  function setting(key: string, value: number): Uint8Array {
    return encodeJournalAct([{ is: 'setting', key, value }]);
  }

  test('come back in order; moved, repeated, foreign and changed ones do not', async () => {
    const [{ keys }, other] = await Promise.all([quickVault(), quickVault()]);
    const acts = createSealedActs(keys);
    const plain = [setting('a', 1), setting('b', 2), setting('c', 3)];
    const [a, b, c] = acts.seal(plain, 7) as [Uint8Array, Uint8Array, Uint8Array];
    expect(expectOk(acts.open([a, b, c], -1))).toEqual({ acts: plain, last: 9 });
    const foreign = sealOne(other.keys, plain[0], 10);
    const renumbered = c.slice();
    renumbered[4] = 12;
    for (const wrong of [
      [b, a],
      [a, a],
      [a, foreign],
      [a, renumbered],
      [a, utf8('[]')],
    ]) {
      expect(acts.open(wrong, -1)).toMatchObject({ error: { kind: 'vault/foreign-act' } });
    }
    expect(acts.open([a], 7)).toMatchObject({ ok: false });
  });

  test('say in clear that they can go, and what they are about by blind names alone', async () => {
    const { keys } = await quickVault();
    const sealed = sealOne(keys, setting('device-keys', 4711), 0);
    const text = Buffer.from(sealed).toString('latin1');
    expect(text).not.toContain('device-keys');
    expect(readActHead(sealed)).toMatchObject({ number: 0, canGo: true });
  });

  test('are compacted as the same acts in clear are, each as a whole', async () => {
    const { keys } = await quickVault();
    const acts = createSealedActs(keys);
    const record = crypto.randomUUID();
    const removed = utf8(JSON.stringify([{ is: 'draft-removed', record }]));
    const both = utf8(JSON.stringify([{ is: 'draft-removed', record }, { is: 'unknown' }]));
    const plain = [setting('a', 1), removed, setting('b', 1), setting('a', 2), both, removed];
    for (const isBeginning of [true, false]) {
      const kept = compactActs(acts.seal(plain, 0), isBeginning);
      const opened = expectOk(acts.open(kept, -1)).acts;
      const wanted = isBeginning ? [plain[2], plain[3], both] : [plain[2], plain[3], both, removed];
      expect(opened).toEqual(wanted);
    }
  });
});
