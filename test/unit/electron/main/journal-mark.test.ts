import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Desktop } from '#shared/desktop/contract.ts';
import { sha256Hex } from '#shared/core/hash.ts';
import { ok } from '#shared/core/result.ts';
import { emptyJournal } from '#shared/journal/frame.ts';
import type { JournalMark, MissingActs } from '#shared/journal/journal.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import { markJournal } from '../../../../electron/main/journal-mark.ts';
import { createVaultShelf } from '../../../../electron/main/vault-shelf.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { desktopOver } from '../../../support/folder-desktop.ts';
import { createMemoryDisk, openMemoryFolder } from '../../../support/memory-journal-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const id = '0190a6b0-7c3e-7a52-8f3e-2b1c5d6e7f80';
const hostKey = new Uint8Array(32).fill(3);
const act = encodeJournalAct([{ is: 'setting', key: 'k', value: 1 }]);

/** A laptop with one vault, whose clock the test moves. */
function startLaptop(work = temporaryFolder()) {
  const clock = { nowMs: 1000 };
  const shelf = createVaultShelf({
    work,
    server: undefined,
    nowMs: () => clock.nowMs,
    askFolder: async () => null,
    askServer: async () => false,
  });
  onTestFinished(() => shelf.close());
  const host: Desktop = desktopOver(shelf);
  return {
    work,
    clock,
    folder: path.join(work, 'vaults', id),
    marks: path.join(work, 'marks'),
    host,
    async open(key = hostKey): Promise<MissingActs | null> {
      expectOk(await host.call('vault.open', { id, hostKey: key }));
      return expectOk(await host.call('journal.open', { known: null })).missing;
    },
    async save(times: number): Promise<void> {
      for (let saved = 0; saved < times; saved += 1) {
        expectOk(await host.call('journal.append', { payloads: [act] }));
      }
    },
    close: () => shelf.close(),
  };
}

type Laptop = ReturnType<typeof startLaptop>;

/** Takes a copy of the vault's folder, lets its person save more, and puts the copy in its place. */
async function putBack({ folder, open, save, close }: Laptop, more: number): Promise<void> {
  const before = temporaryFolder();
  cpSync(folder, before, { recursive: true });
  expect(await open()).toBeNull();
  await save(more);
  await close();
  rmSync(folder, { recursive: true });
  cpSync(before, folder, { recursive: true });
}

test('a vault that is opened again and again, closed or not, misses nothing', async () => {
  const laptop = startLaptop();
  for (let round = 0; round < 3; round += 1) {
    expect(await laptop.open()).toBeNull();
    laptop.clock.nowMs += 20_000;
    await laptop.save(2);
    if (round === 1) await laptop.close();
  }
});

test('an older copy of the vault’s folder is told of until its person accepts it', async () => {
  const laptop = startLaptop();
  expect(await laptop.open()).toBeNull();
  await laptop.save(2);
  await laptop.close();
  laptop.clock.nowMs = 50_000;
  await putBack(laptop, 3);
  expect(await laptop.open()).toEqual({ frames: 3, notedAtMs: 50_000 });
  // Also where the copy is written to before anybody was asked.
  await laptop.save(1);
  await laptop.close();
  expect(await laptop.open()).toEqual({ frames: 2, notedAtMs: 50_000 });
  expectOk(await laptop.host.call('journal.accept', null));
  await laptop.save(1);
  await laptop.close();
  expect(await laptop.open()).toBeNull();
});

test('a copy that was gone on with elsewhere is told of, though it is as long', async () => {
  const laptop = startLaptop();
  expect(await laptop.open()).toBeNull();
  await laptop.save(1);
  await laptop.close();
  await putBack(laptop, 2);
  const marks = readdirSync(laptop.marks).map((name) => path.join(laptop.marks, name));
  const kept = temporaryFolder();
  cpSync(laptop.marks, kept, { recursive: true });
  // Elsewhere nothing was noted.
  for (const mark of marks) rmSync(mark);
  expect(await laptop.open()).toBeNull();
  const other = encodeJournalAct([{ is: 'setting', key: 'k', value: 2 }]);
  expectOk(await laptop.host.call('journal.append', { payloads: [other, other] }));
  await laptop.close();
  cpSync(kept, laptop.marks, { recursive: true });
  expect(await laptop.open()).toMatchObject({ frames: 0 });
});

test('a kill before the vault is closed tells of nothing', async () => {
  const laptop = startLaptop();
  expect(await laptop.open()).toBeNull();
  await laptop.save(1);
  laptop.clock.nowMs += 20_000;
  await laptop.save(5);
  // Nobody closed it.
  expect(await startLaptop(laptop.work).open()).toBeNull();
});

test('a note that somebody wrote over keeps nobody from their work', async () => {
  const laptop = startLaptop();
  expect(await laptop.open()).toBeNull();
  await laptop.save(2);
  await laptop.close();
  writeFileSync(path.join(laptop.marks, `${id}.sealed`), 'x');
  expect(await laptop.open()).toBeNull();
  await laptop.close();
  expect(readdirSync(laptop.marks)).toContain(`${id}.sealed`);
});

test('a vault that is taken away leaves no note', async () => {
  const laptop = startLaptop();
  await laptop.open();
  await laptop.save(1);
  expectOk(await laptop.host.call('vault.seal', { id, keyFile: null }));
  expect(readdirSync(laptop.marks)).toEqual([]);
});

test('a note that found no room is written the next time', async () => {
  const journal = createJournal(async () => ok(openMemoryFolder(createMemoryDisk())));
  const written: JournalMark[] = [];
  let isFull = true;
  const file = {
    read: async () => ({ frames: 9, head: sha256Hex('before'), atMs: 1 }),
    async write(mark: JournalMark) {
      if (isFull) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      written.push(mark);
    },
  };
  const marked = markJournal(journal, file, () => 5);
  expect(expectOk(await marked.open(null)).missing).toEqual({ frames: 9, notedAtMs: 1 });
  expect(await marked.accept()).toEqual({
    ok: false,
    error: { kind: 'journal/write-failed', detail: 'ENOSPC' },
  });
  isFull = false;
  expectOk(await marked.accept());
  expect(written).toEqual([{ frames: 0, head: emptyJournal.head, atMs: 5 }]);
  await marked.close();
});
