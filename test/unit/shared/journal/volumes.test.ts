import { expect, test } from 'vitest';
import { utf8 } from '#shared/core/hash.ts';
import { ok } from '#shared/core/result.ts';
import type { Journal, JournalMark, JournalPage } from '#shared/journal/journal.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import { parseVolumeName, volumeFileName } from '#shared/journal/volume-name.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import type { MemoryDisk } from '../../../support/memory-journal-folder.ts';
import { createMemoryDisk, openMemoryFolder } from '../../../support/memory-journal-folder.ts';
import { readPages, readTexts } from '../../../support/read-journal.ts';

/** A volume is full once it holds so few bytes. */
const VOLUME = 130;

function journalOn(disk: MemoryDisk): Journal {
  return createJournal(async () => ok(openMemoryFolder(disk)), VOLUME);
}

async function openOn(disk: MemoryDisk): Promise<Journal> {
  const journal = journalOn(disk);
  expectOk(await journal.open(null));
  return journal;
}

/** A journal of settings named by letters, each over the last one of its name, in volumes of two or three. */
async function diskWithSettings(names: string): Promise<MemoryDisk> {
  const disk = createMemoryDisk();
  const journal = await openOn(disk);
  for (const [value, key] of names.split('').entries()) {
    expectOk(await journal.append([encodeJournalAct([{ is: 'setting', key, value }])]));
  }
  await journal.close();
  return disk;
}

test('a full volume is followed by the next, and all are read as one journal', async () => {
  const disk = createMemoryDisk();
  const journal = await openOn(disk);
  const texts = Array.from({ length: 12 }, (_, index) => `${index}`.padStart(40, '0'));
  for (const text of texts) expectOk(await journal.append([utf8(text)]));
  expect([...disk.files.keys()]).toEqual([
    'journal.bzj',
    'journal-2.bzj',
    'journal-3.bzj',
    'journal-4.bzj',
  ]);
  expect(await readTexts(journal)).toEqual(texts);
  const again = journalOn(disk);
  expect(expectOk(await again.open(null)).position).toMatchObject({ frames: 12, bytes: 12 * 52 });
  expect(await readTexts(again)).toEqual(texts);
});

test('an index that holds a part of the journal reads on from within a volume', async () => {
  const journal = await openOn(await diskWithSettings('abcde'));
  const pages = await readPages(journal);
  const whole = pages.flatMap(({ payloads }) => payloads);
  for (let from = 0; from <= 5; from += 1) {
    const rest: Uint8Array[] = [];
    for (let next: number | null = from; next !== null;) {
      const page: JournalPage = expectOk(await journal.read(next));
      rest.push(...page.payloads);
      ({ next } = page);
    }
    expect(rest).toEqual(whole.slice(from));
  }
});

test('a save goes on in the full volume where no new one can be made', async () => {
  const disk = createMemoryDisk();
  let isClosed = false;
  const journal = createJournal(async () => {
    const folder = openMemoryFolder(disk);
    return ok({
      ...folder,
      open: (name) => (isClosed ? Promise.reject(new Error('EMFILE')) : folder.open(name)),
    });
  }, VOLUME);
  await journal.open(null);
  isClosed = true;
  const texts = Array.from({ length: 5 }, (_, index) => `${index}`.repeat(60));
  for (const text of texts) expectOk(await journal.append([utf8(text)]));
  expect([...disk.files.keys()]).toEqual(['journal.bzj']);
  expect(await readTexts(await openOn(disk))).toEqual(texts);
});

test('a torn tail of the last volume costs nothing in those before it', async () => {
  const disk = await diskWithSettings('abcd');
  const before = await readTexts(await openOn(disk));
  const last = disk.files.get('journal-2.bzj') ?? new Uint8Array();
  disk.files.set('journal-2.bzj', new Uint8Array([...last, ...utf8('BZJ1 torn')]));
  const journal = journalOn(disk);
  expect(expectOk(await journal.open(null)).setAsideBytes).toBe(9);
  expect(await readTexts(journal)).toEqual(before);
});

test('a volume that is gone is named, and nothing is touched', async () => {
  const disk = await diskWithSettings('abcdefg');
  disk.files.delete('journal-2.bzj');
  const before = new Map(disk.files);
  expect(await journalOn(disk).open(null)).toEqual({
    ok: false,
    error: { kind: 'journal/volume-missing', volume: 2 },
  });
  expect(disk.files).toEqual(before);
});

test('a compacted journal is shorter, says the same, and the index’s note of it still holds', async () => {
  const disk = await diskWithSettings('aab'.repeat(20));
  const journal = journalOn(disk);
  const { position } = expectOk(await journal.open(null));
  expect(expectOk(await journal.compact())).toBeGreaterThan(50);
  expect(disk.files.has('journal.bzj')).toBe(false);
  const known = { frames: position.frames, head: position.head };
  const again = journalOn(disk);
  expect(expectOk(await again.open(known))).toMatchObject({
    knownIsPrefix: true,
    position: { frames: position.frames, head: position.head },
  });
  const pages = await readPages(again);
  expect(pages.at(-1)).toMatchObject({ next: null, after: known });
  expect((await readTexts(again)).slice(-2)).toEqual([
    '[{"is":"setting","key":"a","value":58}]',
    '[{"is":"setting","key":"b","value":59}]',
  ]);
  expectOk(await again.append([utf8('more')]));
  expect((await readTexts(await openOn(disk))).at(-1)).toBe('more');
});

test('volumes in which nothing is superseded are left as they are', async () => {
  const disk = await diskWithSettings('abcdefghij');
  const before = new Map(disk.files);
  const journal = await openOn(disk);
  expect(expectOk(await journal.compact())).toBe(0);
  expect(disk.files).toEqual(before);
});

test('a reader in the midst of the journal is not led astray by a compaction', async () => {
  const disk = await diskWithSettings('a'.repeat(40));
  const journal = await openOn(disk);
  const whole = await readTexts(journal);
  const { next, payloads } = expectOk(await journal.read(0));
  expect(expectOk(await journal.compact())).toBe(0);
  const rest: string[] = [];
  for (let from = next; from !== null;) {
    const page: JournalPage = expectOk(await journal.read(from));
    rest.push(...page.payloads.map((payload) => new TextDecoder().decode(payload)));
    from = page.next;
  }
  expect(rest).toEqual(whole.slice(payloads.length));
  expect(expectOk(await journal.compact())).toBeGreaterThan(0);
});

test('a disk that fills up while volumes are compacted keeps them', async () => {
  const disk = await diskWithSettings('a'.repeat(40));
  const before = new Map(disk.files);
  const journal = await openOn(disk);
  disk.plan.push('full');
  expect(await journal.compact()).toEqual({ ok: false, error: { kind: 'journal/disk-full' } });
  expect(disk.files).toEqual(before);
});

test('a name is a volume’s only as it is written by the product', () => {
  for (const name of ['journal.bzj', 'journal-2.bzj', 'journal-1-7.bzj', 'journal-3-3.bzj']) {
    const parsed = parseVolumeName(name);
    expect(parsed && volumeFileName(parsed)).toBe(name);
  }
  for (const name of ['journal-1.bzj', 'journal-02.bzj', 'journal-3-2.bzj', 'journal.reserve'])
    expect(parseVolumeName(name)).toBeUndefined();
});

test('a mark that a compaction left nothing of is no sign that work is missing', async () => {
  const disk = createMemoryDisk();
  const journal = await openOn(disk);
  const marks: JournalMark[] = [];
  for (const value of Array.from({ length: 12 }).keys()) {
    const act = encodeJournalAct([{ is: 'setting', key: `${value % 2}`, value }]);
    const { frames, head } = expectOk(await journal.append([act]));
    marks.push({ frames, head, atMs: 1 });
  }
  expect(expectOk(await journal.compact())).toBeGreaterThan(0);
  await journal.close();
  for (const mark of marks) {
    const again = journalOn(disk);
    expect(expectOk(await again.open(null, mark)).missing).toBeNull();
    await again.close();
  }
});
