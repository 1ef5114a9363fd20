import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Desktop, DesktopOutput } from '#shared/desktop/contract.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import { deriveKeys } from '#shared/vault/vault-keys.ts';
import { sealDesktop } from '../../renderer/vault/sealed-desktop.ts';
import type { Chance } from './chance.ts';
import { createChance } from './chance.ts';
import { openHost } from './folder-desktop.ts';
import { createMemoryDesktop } from './memory-desktop.ts';
import type { MemoryDisk } from './memory-journal-folder.ts';
import { createMemoryDisk } from './memory-journal-folder.ts';
import { quickMeans } from './quick-vault.ts';

/** What became of sealed journals that were damaged. `lost`, `wrong` and `unseen` must be zero. */
export interface DamageReport {
  readonly trials: number;
  /** Acts that were acknowledged, over all trials. */
  readonly acknowledged: number;
  /** Of those, acts that damage to what was durable took: only bit rot takes any. */
  readonly taken: number;
  /** Acknowledged acts that are gone though nothing touched their frame. */
  readonly lost: number;
  /** Acts read that nobody wrote, or in another order. */
  readonly wrong: number;
  /** Damage that took an act without the journal telling of it. */
  readonly unseen: number;
}

export const SOAK_VAULT = '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f82';
export const soakKeys = deriveKeys(new Uint8Array(32).fill(3), SOAK_VAULT, quickMeans.randomBytes);

const SECTOR = 512;
// Volumes of a few acts each, so that damage also falls on their ends and heads.
const VOLUME_BYTES = 4000;

/** An act of the journal with a text in it. */
export function soakAct(text: string): Uint8Array {
  return encodeJournalAct([{ is: 'setting', key: 'k', value: text }]);
}

/**
 * Cuts the power `trials` times while acts are saved to a sealed journal, as SQLite's crash tests do: of what was written since the last
 * flush each sector is kept, zeroed or garbled, or the end is missing.
 */
export async function cutPower(trials: number, seed: number): Promise<DamageReport> {
  const chance = createChance(seed);
  const sum = emptySum();
  for (let trial = 0; trial < trials; trial += 1) {
    const disk = createMemoryDisk();
    const desktop = await openSealed(disk);
    const saved = await saveSome(desktop, chance, chance.below(6));
    const durable = new Map([...disk.files].map(([name, bytes]) => [name, bytes.slice()]));
    const underWay = await append(desktop, chance);
    const after = createMemoryDisk();
    for (const [name, bytes] of disk.files) {
      const safe = durable.get(name)?.length ?? 0;
      after.files.set(name, cutFile(bytes, safe, chance));
    }
    const { found } = await readAgain(after);
    const kept = found.slice(0, saved.length);
    sum.acknowledged += saved.length;
    sum.lost += saved.filter((act, at) => kept[at] !== act).length;
    if (!isSubsequence(found.slice(saved.length), underWay)) sum.wrong += 1;
  }
  return { trials, ...sum };
}

async function saveSome(
  desktop: Desktop,
  chance: Chance,
  acts: number,
): Promise<readonly string[]> {
  const saved: string[] = [];
  for (let act = 0; act < acts; act += 1) saved.push(...(await append(desktop, chance)));
  return saved;
}

/** Lets one to four bytes of a sealed journal go bad, `trials` times. */
export async function rotBits(trials: number, seed: number): Promise<DamageReport> {
  const chance = createChance(seed);
  const sum = emptySum();
  for (let trial = 0; trial < trials; trial += 1) {
    const disk = createMemoryDisk();
    const desktop = await openSealed(disk);
    const saved = await saveSome(desktop, chance, 2 + chance.below(8));
    const names = [...disk.files.keys()].filter((name) => (disk.files.get(name)?.length ?? 0) > 0);
    const flips = 1 + chance.below(4);
    const touched = new Set<string>();
    for (let flip = 0; flip < flips; flip += 1) {
      const name = names[chance.below(names.length)] ?? '';
      const bytes = disk.files.get(name) ?? new Uint8Array();
      const at = chance.below(bytes.length);
      if (touched.has(`${name} ${at}`)) continue;
      touched.add(`${name} ${at}`);
      bytes[at] = (bytes[at] ?? 0) ^ (1 + chance.below(255));
    }
    const { found, hasTold } = await readAgain(disk);
    const gone = saved.length - found.length;
    sum.acknowledged += saved.length;
    sum.taken += gone;
    // A byte takes the act it stands in, and no other.
    sum.lost += Math.max(0, gone - touched.size);
    if (!isSubsequence(found, saved)) sum.wrong += 1;
    if (gone > 0 && !hasTold) sum.unseen += 1;
  }
  return { trials, ...sum };
}

/** Kills a process that saves to a sealed journal of the desktop app and compacts it, `trials` times; each folder lives through twenty kills. */
export async function killWriters(
  trials: number,
  seed: number,
  folderOf: () => string,
): Promise<DamageReport> {
  const chance = createChance(seed);
  const sum = emptySum();
  let folder = '';
  for (let trial = 0; trial < trials; trial += 1) {
    if (trial % 20 === 0) {
      if (folder !== '') rmSync(folder, { recursive: true });
      folder = folderOf();
    }
    const until = 1 + chance.below(40);
    const writer = fork(path.join(import.meta.dirname, 'sealed-journal-writer.ts'), [folder]);
    let acknowledged = 0;
    let count = 0;
    writer.on('message', (frames: number) => {
      acknowledged = frames;
      count += 1;
      if (count === until) writer.kill('SIGKILL');
    });
    await once(writer, 'exit');
    const host = openHost(folder);
    await host.call('vault.open', { id: SOAK_VAULT, hostKey: soakKeys.hostKey() });
    const { found, frames } = await readAll(sealDesktop(host, soakKeys));
    await host.close();
    sum.acknowledged += count;
    sum.lost += Math.max(0, acknowledged - frames);
    const numbers = found.map(Number);
    const isInOrder = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
    if (!isInOrder || numbers.at(-1) !== frames - 1) sum.wrong += 1;
  }
  if (folder !== '') rmSync(folder, { recursive: true });
  return { trials, ...sum };
}

function emptySum() {
  return { acknowledged: 0, taken: 0, lost: 0, wrong: 0, unseen: 0 };
}

async function openSealed(disk: MemoryDisk): Promise<Desktop> {
  const desktop = sealDesktop(createMemoryDesktop(disk, { volumeBytes: VOLUME_BYTES }), soakKeys);
  const opened = await desktop.call('journal.open', { known: null });
  if (!opened.ok) throw new Error(opened.error.kind);
  return desktop;
}

async function append(desktop: Desktop, chance: Chance): Promise<readonly string[]> {
  const texts = Array.from({ length: 1 + chance.below(3) }, () => chance.hex(chance.below(700)));
  const appended = await desktop.call('journal.append', { payloads: texts.map(soakAct) });
  if (!appended.ok) throw new Error(appended.error.kind);
  return texts;
}

function cutFile(bytes: Uint8Array, durable: number, chance: Chance): Uint8Array {
  const missing = chance.below(2) === 0 ? 0 : chance.below(6000);
  const image = bytes.slice(0, Math.max(durable, bytes.length - missing));
  for (let at = durable; at < image.length; at += SECTOR) {
    const sector = image.subarray(at, at + SECTOR);
    const fate = chance.below(3);
    if (fate === 1) sector.fill(0);
    if (fate === 2)
      for (let byte = 0; byte < sector.length; byte += 1) sector[byte] = chance.below(256);
  }
  return image;
}

async function readAgain(disk: MemoryDisk) {
  return readAll(sealDesktop(createMemoryDesktop(disk, { volumeBytes: VOLUME_BYTES }), soakKeys));
}

/** The texts of all acts, and whether the journal told of damage when it was opened. */
async function readAll(desktop: Desktop) {
  const opened = await desktop.call('journal.open', { known: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const found: string[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: DesktopOutput<'journal.read'> = await desktop.call('journal.read', { from });
    if (!page.ok) throw new Error(JSON.stringify(page.error));
    for (const payload of page.value.payloads) {
      const text = new TextDecoder().decode(payload);
      found.push(/"value":"([^"]*)"/.exec(text)?.[1] ?? text);
    }
    from = page.value.next;
  }
  const { position, setAsideBytes } = opened.value;
  return { found, frames: position.frames, hasTold: setAsideBytes > 0 };
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const item of whole) if (item === part[at]) at += 1;
  return at === part.length;
}
