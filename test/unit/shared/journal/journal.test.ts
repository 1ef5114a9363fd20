import { expect, test } from 'vitest';
import { utf8 } from '#shared/core/hash.ts';
import { ok } from '#shared/core/result.ts';
import { emptyJournal, encodeFrame, encodeFrameOf } from '#shared/journal/frame.ts';
import type { Journal } from '#shared/journal/journal.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import type { MemoryDisk } from '../../../support/memory-journal-folder.ts';
import { createMemoryDisk, openMemoryFolder } from '../../../support/memory-journal-folder.ts';
import { readPages, readTexts } from '../../../support/read-journal.ts';

function journalOn(disk: MemoryDisk): Journal {
  return createJournal(async () => ok(openMemoryFolder(disk)));
}

async function diskWith(...payloads: readonly string[]): Promise<MemoryDisk> {
  const disk = createMemoryDisk();
  const journal = journalOn(disk);
  await journal.open(null);
  for (const payload of payloads) expectOk(await journal.append([utf8(payload)]));
  return disk;
}

test('what was appended is there, in order, when the journal is opened again', async () => {
  const disk = await diskWith('الف', 'ب', 'پ');
  const journal = journalOn(disk);
  const opened = expectOk(await journal.open(null));
  expect(opened).toMatchObject({ position: { frames: 3, bytes: disk.bytes.length } });
  expect(opened.setAsideBytes).toBe(0);
  expect(await readTexts(journal)).toEqual(['الف', 'ب', 'پ']);
});

test('a journal is read in pages, and a payload larger than a page comes alone', async () => {
  const journal = journalOn(createMemoryDisk());
  await journal.open(null);
  const sizes = [3_000_000, 3_000_000, 5_000_000, 10, 20];
  for (const size of sizes) expectOk(await journal.append([new Uint8Array(size)]));
  const pages = await readPages(journal);
  expect(pages.map(({ payloads }) => payloads.map((payload) => payload.length))).toEqual([
    [3_000_000],
    [3_000_000],
    [5_000_000],
    [10, 20],
  ]);
});

test('a payload larger than the window that opening reads is found again', async () => {
  const disk = createMemoryDisk();
  const writer = journalOn(disk);
  await writer.open(null);
  expectOk(await writer.append([new Uint8Array(9_000_000).fill(7), utf8('after')]));
  const opened = expectOk(await journalOn(disk).open(null));
  expect(opened.position.frames).toBe(2);
});

test('a tail that a power cut tore is set aside, and all before it is kept', async () => {
  const disk = await diskWith('one', 'two');
  const torn = encodeFrame(utf8('three')).subarray(0, 14);
  disk.bytes = Uint8Array.from([...disk.bytes, ...torn]);
  const journal = journalOn(disk);
  expect(expectOk(await journal.open(null)).setAsideBytes).toBe(14);
  expect(disk.setAside).toEqual([torn]);
  expectOk(await journal.append([utf8('four')]));
  expect(await readTexts(journal)).toEqual(['one', 'two', 'four']);
});

test('frames behind a damaged one are taken back, and the damaged bytes are kept beside', async () => {
  const disk = await diskWith('one', 'two', 'three', 'four');
  const second = encodeFrame(utf8('one')).length;
  disk.bytes[second + 13] = (disk.bytes[second + 13] ?? 0) ^ 0xff;
  const damaged = disk.bytes.slice(second);
  const journal = journalOn(disk);
  const opened = expectOk(await journal.open(null));
  expect(opened.setAsideBytes).toBe(encodeFrame(utf8('two')).length);
  expect(await readTexts(journal)).toEqual(['one', 'three', 'four']);
  expect(disk.setAside).toEqual([damaged]);
  expect(expectOk(await journalOn(disk).open(null)).setAsideBytes).toBe(0);
});

test('a length that became too large hides none of the frames behind it', async () => {
  const disk = await diskWith('one', 'two', 'three');
  disk.bytes[4] = 0xff;
  const journal = journalOn(disk);
  await journal.open(null);
  expect(await readTexts(journal)).toEqual(['two', 'three']);
});

test('a journal that a newer version wrote is left as it is', async () => {
  const disk = await diskWith('one');
  disk.bytes = Uint8Array.from([...disk.bytes, ...encodeFrameOf(3, utf8('of later'))]);
  const before = disk.bytes.slice();
  const opened = await journalOn(disk).open(null);
  expect(opened).toEqual({ ok: false, error: { kind: 'journal/newer-version', version: 3 } });
  expect(disk.bytes).toEqual(before);
  expect(disk.setAside).toEqual([]);
});

test.each([
  ['a save that was cut off within the first four bytes of its frame', 'BZJ3 and chance bytes'],
  ['the frame of a later version that was cut off', 'later'],
])('is not taken for a journal of a later version: %s', async (_what, tail) => {
  const disk = await diskWith('one');
  const later = encodeFrameOf(3, utf8('of later'));
  const end = tail === 'later' ? later.subarray(0, later.length - 1) : utf8(tail);
  disk.bytes = Uint8Array.from([...disk.bytes, ...end]);
  const journal = journalOn(disk);
  expectOk(await journal.open(null));
  expect(await readTexts(journal)).toEqual(['one']);
});

test('the digit of a version that went bad costs its frame, not the journal', async () => {
  const disk = await diskWith('one', 'two');
  disk.bytes[3] = 0x33;
  const journal = journalOn(disk);
  expectOk(await journal.open(null));
  expect(await readTexts(journal)).toEqual(['two']);
});

test('an append that failed half-way leaves nothing in front of the next one', async () => {
  const disk = await diskWith('one');
  const journal = journalOn(disk);
  await journal.open(null);
  disk.plan.push('torn');
  expect(await journal.append([utf8('lost')])).toMatchObject({
    error: { kind: 'journal/write-failed' },
  });
  expectOk(await journal.append([utf8('two')]));
  const again = journalOn(disk);
  await again.open(null);
  expect(await readTexts(again)).toEqual(['one', 'two']);
});

test('a full disk is named, and nothing acknowledged before it is lost', async () => {
  const disk = await diskWith('one');
  const journal = journalOn(disk);
  await journal.open(null);
  disk.plan.push('full');
  expect(await journal.append([utf8('two')])).toEqual({
    ok: false,
    error: { kind: 'journal/disk-full' },
  });
  expect(await readTexts(journal)).toEqual(['one']);
});

test('the save under way on a full disk ends well once the reserve is given up', async () => {
  const disk = createMemoryDisk();
  let reserves = 1;
  const journal = createJournal(async () => {
    return ok({ ...openMemoryFolder(disk), releaseReserve: async () => reserves-- > 0 });
  });
  await journal.open(null);
  disk.plan.push('full');
  expectOk(await journal.append([utf8('saved')]));
  disk.plan.push('full');
  expect((await journal.append([utf8('too much')])).ok).toBe(false);
  expect(await readTexts(journal)).toEqual(['saved']);
});

test('an index hears whether its note of the journal still holds', async () => {
  const disk = createMemoryDisk();
  const writer = journalOn(disk);
  await writer.open(null);
  const two = expectOk(await writer.append([utf8('one'), utf8('two')]));
  await writer.append([utf8('three')]);

  async function isPrefix(frames: number, head: string): Promise<boolean> {
    const known = { frames, head: head as typeof two.head };
    return expectOk(await journalOn(disk).open(known)).knownIsPrefix;
  }
  expect(await isPrefix(two.frames, two.head)).toBe(true);
  expect(await isPrefix(0, emptyJournal.head)).toBe(true);
  expect(await isPrefix(3, two.head)).toBe(false);
  expect(await isPrefix(9, two.head)).toBe(false);
  expect(expectOk(await journalOn(disk).open(null)).knownIsPrefix).toBe(false);
});

test('a journal that does not reach its mark says what is missing', async () => {
  const disk = createMemoryDisk();
  const writer = journalOn(disk);
  await writer.open(null);
  const two = expectOk(await writer.append([utf8('one'), utf8('two')]));
  await writer.append([utf8('three')]);

  async function missing(frames: number, head: string) {
    const mark = { frames, head: head as typeof two.head, atMs: 7 };
    return expectOk(await journalOn(disk).open(null, mark)).missing;
  }
  expect(await missing(0, emptyJournal.head)).toBeNull();
  expect(await missing(two.frames, two.head)).toBeNull();
  expect(await missing(5, two.head)).toEqual({ frames: 2, notedAtMs: 7 });
  expect(await missing(3, two.head)).toEqual({ frames: 0, notedAtMs: 7 });
  expect(expectOk(await journalOn(disk).open(null)).missing).toBeNull();
});

test('a journal that another window holds says so', async () => {
  const journal = createJournal(async () => ({
    ok: false,
    error: { kind: 'journal/held-elsewhere' },
  }));
  expect(await journal.open(null)).toMatchObject({ error: { kind: 'journal/held-elsewhere' } });
  expect(await journal.append([utf8('x')])).toMatchObject({ ok: false });
});

test('appends asked for at once keep the order in which they were asked', async () => {
  const journal = journalOn(createMemoryDisk());
  const opening = journal.open(null);
  const all = Array.from({ length: 20 }, (_, index) => journal.append([utf8(String(index))]));
  await Promise.all([opening, ...all]);
  expect(await readTexts(journal)).toEqual(Array.from({ length: 20 }, (_, index) => String(index)));
});
