import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import { ok } from '#shared/core/result.ts';
import type { CopyState } from '#shared/desktop/contract.ts';
import type { Journal } from '#shared/journal/journal.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import type { CopyKeeper } from '../../../../electron/main/copy-keeper.ts';
import { createCopyKeeper } from '../../../../electron/main/copy-keeper.ts';
import { prepareFolder } from '../../../../electron/main/durable-file.ts';
import { openJournalFolder } from '../../../../electron/main/journal-folder.ts';
import { createPhotoStore } from '../../../../electron/main/photo-store.ts';
import { openSettingsFile } from '../../../../electron/main/settings-file.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { quickSealer } from '../../../support/quick-sealer.ts';
import { mountSmallDisk, noSmallDisk } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

interface Laptop {
  readonly work: string;
  readonly journal: Journal;
  readonly copies: CopyKeeper;
  readonly clock: { nowMs: number };
  save(value: number): Promise<void>;
}

/** A laptop whose person answers every question for a folder with `folder`. */
async function startLaptop(folder: string, work = temporaryFolder()): Promise<Laptop> {
  const photoFolder = path.join(work, 'photos');
  await prepareFolder(photoFolder);
  const journal = createJournal(async () => ok(await openJournalFolder(work)), 500);
  onTestFinished(() => journal.close());
  expectOk(await journal.open(null));
  const clock = { nowMs: 1000 };
  const copies = createCopyKeeper({
    journal,
    folder: work,
    unsealed: work,
    settings: await openSettingsFile(work, quickSealer, work),
    nowMs: () => clock.nowMs,
    askFolder: async () => folder,
  });
  return {
    work,
    journal,
    copies,
    clock,
    async save(value) {
      const act = encodeJournalAct([{ is: 'setting', key: 'k', value }]);
      expectOk(await journal.append([act]));
    },
  };
}

async function saveMany(laptop: Laptop, from: number, to: number): Promise<void> {
  for (let value = from; value < to; value += 1) await laptop.save(value);
}

async function readCopy(copies: CopyKeeper): Promise<readonly string[]> {
  const texts: string[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: Awaited<ReturnType<CopyKeeper['read']>> = await copies.read(from);
    const { payloads, next } = expectOk(page);
    texts.push(...payloads.map((payload) => new TextDecoder().decode(payload)));
    from = next;
  }
  return texts;
}

function volumesOf(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.bzj'));
  return names.toSorted();
}

function folderOf(state: CopyState): string {
  return state.kind === 'kept' ? state.folder : '';
}

test('a copy holds the journal and the photos, and is brought up to date from where it ended', async () => {
  const stick = temporaryFolder();
  const laptop = await startLaptop(stick);
  const photo = utf8('a photo of a shelf');
  const sha256 = sha256Hex(photo);
  await createPhotoStore(path.join(laptop.work, 'photos'), 0).put(sha256, photo);
  await saveMany(laptop, 0, 30);
  const chosen = expectOk(await laptop.copies.choose());
  expect(chosen).toMatchObject({ kind: 'kept', copiedAtMs: 1000, failure: null });

  await saveMany(laptop, 30, 60);
  laptop.clock.nowMs = 2000;
  expect(await laptop.copies.run()).toMatchObject({ copiedAtMs: 2000, failure: null });
  expect(readdirSync(stick)).toHaveLength(1);
  expect(expectOk(await laptop.copies.open('own'))).toMatchObject({ frames: 60, damagedBytes: 0 });
  expect(await readCopy(laptop.copies)).toHaveLength(60);
  expect(await laptop.copies.photo(sha256)).toEqual(ok(new Uint8Array(photo)));
});

test('a photo that was taken away goes in the copy too, and one that is lost here stays there', async () => {
  const laptop = await startLaptop(temporaryFolder());
  const [gone, lost, back] = ['gone', 'lost', 'back'].map((word) =>
    utf8(`a photo that is ${word}`),
  );
  if (!gone || !lost || !back) throw new Error('three photos');
  const place = path.join(laptop.work, 'photos');
  const photos = createPhotoStore(place, 0);
  for (const bytes of [gone, lost, back]) expectOk(await photos.put(sha256Hex(bytes), bytes));
  await saveMany(laptop, 0, 1);
  expectOk(await laptop.copies.choose());
  for (const bytes of [gone, back]) expectOk(await photos.remove(sha256Hex(bytes)));
  writeFileSync(path.join(place, sha256Hex(lost)), '');
  await laptop.copies.run();
  expectOk(await photos.put(sha256Hex(back), back));
  expect(await laptop.copies.run()).toMatchObject({ failure: null });
  expectOk(await laptop.copies.open('own'));
  expect(await laptop.copies.photo(sha256Hex(gone))).toMatchObject({
    error: { kind: 'photo/missing' },
  });
  for (const bytes of [lost, back]) {
    expect(await laptop.copies.photo(sha256Hex(bytes))).toEqual(ok(new Uint8Array(bytes)));
  }
});

test('a copy follows a compaction, and opens at every step of it', async () => {
  const laptop = await startLaptop(temporaryFolder());
  await saveMany(laptop, 0, 60);
  const folder = folderOf(expectOk(await laptop.copies.choose()) ?? { kind: 'off' });
  expect(expectOk(await laptop.journal.compact())).toBeGreaterThan(0);
  await saveMany(laptop, 60, 62);
  expect(await laptop.copies.run()).toMatchObject({ failure: null });
  expect(volumesOf(folder)).toEqual(volumesOf(laptop.work));
  for (const name of volumesOf(folder)) {
    expect(readFileSync(path.join(folder, name))).toEqual(
      readFileSync(path.join(laptop.work, name)),
    );
  }
});

test('a stick that is pulled out is missed by name, saving goes on, and the copy goes on when it is back', async () => {
  const place = temporaryFolder();
  const stick = path.join(place, 'stick');
  mkdirSync(stick);
  const laptop = await startLaptop(stick);
  await saveMany(laptop, 0, 5);
  await laptop.copies.choose();
  renameSync(stick, path.join(place, 'pulled out'));
  await laptop.save(5);
  laptop.clock.nowMs = 9000;
  expect(await laptop.copies.run()).toMatchObject({
    copiedAtMs: 1000,
    failure: { kind: 'copy/folder-missing', folder: stick },
  });
  expect(readdirSync(place)).toEqual(['pulled out']);
  renameSync(path.join(place, 'pulled out'), stick);
  expect(await laptop.copies.run()).toMatchObject({ copiedAtMs: 9000, failure: null });
  expect(expectOk(await laptop.copies.open('own'))?.frames).toBe(6);
});

test('a stick without room is told as such, and what it held before still opens', async ({
  skip,
}) => {
  const stick = temporaryFolder();
  const unmount = mountSmallDisk(stick, 1_000_000);
  if (!unmount) return skip(noSmallDisk);
  onTestFinished(unmount);
  const laptop = await startLaptop(stick);
  await saveMany(laptop, 0, 5);
  await laptop.copies.choose();
  expectOk(await laptop.journal.append([new Uint8Array(2_000_000)]));
  expect(await laptop.copies.run()).toMatchObject({ failure: { kind: 'copy/disk-full' } });
  expect(expectOk(await laptop.copies.open('own'))?.frames).toBe(5);
});

test('what this journal does not continue is never written over', async () => {
  const stick = temporaryFolder();
  const laptop = await startLaptop(stick);
  await saveMany(laptop, 0, 20);
  const folder = folderOf(expectOk(await laptop.copies.choose()) ?? { kind: 'off' });
  const before = readFileSync(path.join(folder, 'journal.bzj'));
  await laptop.journal.close();
  for (const name of readdirSync(laptop.work)) {
    if (name.endsWith('.bzj')) rmSync(path.join(laptop.work, name));
  }
  const emptied = await startLaptop(stick, laptop.work);
  await emptied.save(1);
  const after = await emptied.copies.run();
  expect(after).toMatchObject({ kind: 'kept', failure: null });
  expect(folderOf(after)).not.toBe(folder);
  expect(readFileSync(path.join(folder, 'journal.bzj'))).toEqual(before);
});

test('a copy that goes further than the journal is left whole, and told of as long as another is kept', async () => {
  const stick = temporaryFolder();
  const laptop = await startLaptop(stick);
  await saveMany(laptop, 0, 30);
  const copied = expectOk(await laptop.copies.choose()) ?? { kind: 'off' };
  expect(copied).toMatchObject({ left: null });
  const folder = folderOf(copied);
  const before = volumesOf(folder);
  expect(before.length).toBeGreaterThan(1);
  await laptop.journal.close();
  // As a file system loses a file after a power cut, or somebody puts yesterday's files back.
  rmSync(path.join(laptop.work, `journal-${before.length}.bzj`));
  const again = await startLaptop(stick, laptop.work);
  const after = await again.copies.run();
  expect(after).toMatchObject({ failure: null, left: folder });
  expect(folderOf(after)).not.toBe(folder);
  expect(volumesOf(folder)).toEqual(before);
  expect(await again.copies.run()).toMatchObject({ left: folder });
});

test('a copy that a compaction was copied into goes further too', async () => {
  const stick = temporaryFolder();
  const laptop = await startLaptop(stick);
  await saveMany(laptop, 0, 40);
  const yesterday = temporaryFolder();
  cpSync(laptop.work, yesterday, { recursive: true });
  const folder = folderOf(expectOk(await laptop.copies.choose()) ?? { kind: 'off' });
  expect(expectOk(await laptop.journal.compact())).toBeGreaterThan(0);
  await saveMany(laptop, 40, 80);
  await laptop.copies.run();
  const before = volumesOf(folder);
  await laptop.journal.close();
  for (const name of volumesOf(laptop.work)) rmSync(path.join(laptop.work, name));
  for (const name of volumesOf(yesterday)) {
    cpSync(path.join(yesterday, name), path.join(laptop.work, name));
  }
  const again = await startLaptop(stick, laptop.work);
  expect(await again.copies.run()).toMatchObject({ failure: null, left: folder });
  expect(volumesOf(folder)).toEqual(before);
});

test('a damaged copy is read as far as it can be, counted, and left as it is', async () => {
  const stick = temporaryFolder();
  const laptop = await startLaptop(stick);
  await saveMany(laptop, 0, 9);
  const folder = folderOf(expectOk(await laptop.copies.choose()) ?? { kind: 'off' });
  const place = path.join(folder, 'journal.bzj');
  const bytes = readFileSync(place);
  bytes[20] = (bytes[20] ?? 0) ^ 0xff;
  writeFileSync(place, bytes);
  const opened = expectOk(await laptop.copies.open('own'));
  expect(opened?.frames).toBe(8);
  expect(opened?.damagedBytes).toBeGreaterThan(0);
  expect(await readCopy(laptop.copies)).toHaveLength(8);
  expect(readFileSync(place)).toEqual(bytes);
});

test('the copy in a chosen folder is found, the one written last where there are several', async () => {
  const stick = temporaryFolder();
  const other = await startLaptop(stick);
  expect(await other.copies.open('chosen')).toEqual({
    ok: false,
    error: { kind: 'copy/none-there', folder: stick },
  });
  await other.save(1);
  await other.copies.choose();
  const laptop = await startLaptop(stick);
  await saveMany(laptop, 0, 3);
  const folder = folderOf(expectOk(await laptop.copies.choose()) ?? { kind: 'off' });
  cpSync(folder, path.join(stick, 'Bazarnegar-empty'), {
    recursive: true,
    filter: (name) => !name.endsWith('.bzj'),
  });
  expect(expectOk(await other.copies.open('chosen'))).toEqual({
    folder,
    frames: 3,
    damagedBytes: 0,
    keyFile: null,
  });
});
