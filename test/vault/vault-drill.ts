import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import { createSha256, sha256Hex, utf8 } from '#shared/core/hash.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import { generatePassphrase } from '#shared/vault/passphrase.ts';
import { stretchPassphrase } from '#shared/vault/stretch.ts';
import type { VaultMeans, VaultProof } from '#shared/vault/vault.ts';
import { wordsIn } from '#shared/vault/words/word-lists.ts';
import { makeVault, unlock } from '../../renderer/vault/open-vaults.ts';
import { expectOk } from '../support/expect-ok.ts';
import { findMarkers } from '../support/find-markers.ts';
import { openHost } from '../support/folder-desktop.ts';

/** What the drill found. */
export interface DrillResult {
  readonly bytes: number;
  readonly acts: number;
  /** Markers of the work that were found in the copied folder. */
  readonly readable: number;
  /** Wrong secrets that opened it. */
  readonly openedWrongly: number;
  /** Acts that each recovery key brought back, and whether they and the photo are those that were written. */
  readonly recovered: readonly { readonly acts: number; readonly isEqual: boolean }[];
}

const ACTS = 500;

/** The product's own cost and chance, without a page. */
const means: VaultMeans = {
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  stretch: stretchPassphrase,
};

/**
 * A laptop's vault with work in it is copied, as a thief or a person with the right to would copy it. Without a secret the copy
 * gives nothing; each recovery key alone gives everything.
 */
export async function drillVault(): Promise<DrillResult> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-drill-'));
  try {
    const keys = await Promise.all([makeAgeKeys(), makeAgeKeys()]);
    const passphrase = generatePassphrase(wordsIn('fa'), means.randomBytes);
    const laptop = openHost(path.join(folder, 'laptop'));
    const recovery = { recipients: keys.map(({ recipient }) => recipient), paperCode: null };
    const wanted = { passphrase, recovery, takesOver: false };
    const { desktop } = expectOk(await makeVault(laptop, wanted, means, () => undefined));
    expectOk(await desktop.call('journal.open', { known: null }));
    const markers = Array.from({ length: ACTS }, () => randomBytes(9).toString('base64url'));
    const written = createSha256();
    for (const [at, value] of markers.entries()) {
      const act = encodeJournalAct([{ is: 'setting', key: `note ${at}`, value }]);
      written.update(act);
      expectOk(await desktop.call('journal.append', { payloads: [act] }));
    }
    const photo = utf8(markers.join(' '));
    const sha256 = sha256Hex(photo);
    expectOk(await desktop.call('photo.put', { sha256, bytes: photo }));
    await laptop.close();

    const copied = path.join(folder, 'other machine');
    cpSync(path.join(folder, 'laptop'), copied, { recursive: true });
    const { found, bytes } = findMarkers(copied, markers);
    const other = openHost(copied);
    const { vaults } = await other.call('vault.list', null);
    const stranger = await makeAgeKeys();
    const wrong: readonly VaultProof[] = [
      { kind: 'passphrase', passphrase: generatePassphrase(wordsIn('fa'), means.randomBytes) },
      { kind: 'recovery', identity: stranger.identity },
      { kind: 'paper', code: '0000-0000-0000-0000-0000-0000-0000' },
    ];
    let openedWrongly = 0;
    for (const proof of wrong) {
      if ((await unlock(other, vaults, proof, means)).ok) openedWrongly += 1;
    }
    const whole = written.digest();
    const recovered: { acts: number; isEqual: boolean }[] = [];
    for (const { identity } of keys) {
      const proof = { kind: 'recovery', identity } as const;
      const opened = expectOk(await unlock(other, vaults, proof, means));
      expectOk(await opened.desktop.call('journal.open', { known: null }));
      const read = createSha256();
      let acts = 0;
      for (let from: number | null = 0; from !== null;) {
        const page: { payloads: readonly Uint8Array[]; next: number | null } = expectOk(
          await opened.desktop.call('journal.read', { from }),
        );
        for (const payload of page.payloads) read.update(payload);
        acts += page.payloads.length;
        from = page.next;
      }
      const back = expectOk(await opened.desktop.call('photo.get', { sha256 }));
      const isEqual = read.digest() === whole && sha256Hex(back) === sha256;
      recovered.push({ acts, isEqual });
    }
    await other.close();
    return { bytes, acts: ACTS, readable: found.length, openedWrongly, recovered };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const { bytes, acts, readable, openedWrongly, recovered } = await drillVault();
  console.log(
    `A vault with ${acts} acts and a photo was copied to another machine: ${bytes} bytes.`,
  );
  console.log(
    `Read in it without a secret: ${readable} of ${acts}. Wrong secrets that opened it: ${openedWrongly} of 3.`,
  );
  for (const [at, { acts: back, isEqual }] of recovered.entries()) {
    console.log(
      `Recovery key ${at + 1}: ${back} acts, ${isEqual ? 'all as they were written' : 'NOT as they were written'}.`,
    );
  }
}
