import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Failure } from '#shared/core/failure.ts';
import { utf8 } from '#shared/core/hash.ts';
import { ok } from '#shared/core/result.ts';
import type { Journal } from '#shared/journal/journal.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { openJournalFolder } from '../../../../electron/main/journal-folder.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { readTexts } from '../../../support/read-journal.ts';
import { mountSmallDisk, noSmallDisk } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

function journalIn(folder: string): Journal {
  const journal = createJournal(async () => ok(await openJournalFolder(folder)));
  onTestFinished(() => journal.close());
  return journal;
}

test('what was appended is read again from the disk', async () => {
  const folder = temporaryFolder();
  const first = journalIn(folder);
  expectOk(await first.open(null));
  expectOk(await first.append([utf8('یک'), utf8('دو')]));
  await first.close();
  const second = journalIn(folder);
  expect(expectOk(await second.open(null)).position.frames).toBe(2);
  expect(await readTexts(second)).toEqual(['یک', 'دو']);
});

test('a torn tail lies in a file beside the journal after it was opened', async () => {
  const folder = temporaryFolder();
  const first = journalIn(folder);
  await first.open(null);
  await first.append([utf8('whole')]);
  await first.close();
  await appendFile(path.join(folder, 'journal.bzj'), 'BZJ1 torn');
  const second = journalIn(folder);
  expect(expectOk(await second.open(null)).setAsideBytes).toBe(9);
  const beside = readdirSync(folder).find((name) => name.startsWith('journal.set-aside-')) ?? '';
  expect(readFileSync(path.join(folder, beside), 'utf8')).toBe('BZJ1 torn');
  expect(await readTexts(second)).toEqual(['whole']);
});

test('every save acknowledged before a kill -9 is there afterwards, while volumes are compacted', async () => {
  const folder = temporaryFolder();
  let compacted = 0;
  for (let round = 0; round < 5; round += 1) {
    const writer = fork(path.join(import.meta.dirname, 'journal-writer.ts'), [folder]);
    let acknowledged = 0;
    writer.on('message', (frames: number) => {
      acknowledged = frames;
      if (frames % 100 === 70 + round) writer.kill('SIGKILL');
    });
    await once(writer, 'exit');
    const journal = journalIn(folder);
    const { position } = expectOk(await journal.open(null));
    expect(position.frames).toBeGreaterThanOrEqual(acknowledged);
    expect(acknowledged).toBeGreaterThan(0);
    const texts = await readTexts(journal);
    expect(texts.at(-1)).toContain(`"value":"${position.frames - 1} `);
    await journal.close();
    if (readdirSync(folder).some((name) => /^journal-\d+-\d+/.test(name))) compacted += 1;
  }
  expect(compacted).toBeGreaterThan(0);
});

test('a full disk is told as such, the last save still succeeds, and all acknowledged is kept', async ({
  skip,
}) => {
  const folder = temporaryFolder();
  const unmount = mountSmallDisk(folder, 60_000_000);
  if (!unmount) return skip(noSmallDisk);
  onTestFinished(unmount);

  const journal = journalIn(folder);
  await journal.open(null);
  expect(existsSync(path.join(folder, 'journal.reserve'))).toBe(true);
  fillDisk(folder);

  const saved: string[] = [];
  let failure: Failure | undefined;
  while (!failure) {
    const payload = `${saved.length}:${'x'.repeat(1_000_000)}`;
    const appended = await journal.append([utf8(payload)]);
    if (appended.ok) saved.push(payload);
    else failure = appended.error;
  }
  expect(failure).toEqual({ kind: 'journal/disk-full' });
  expect(existsSync(path.join(folder, 'journal.reserve'))).toBe(false);
  expect(saved.length).toBeGreaterThan(5);
  expect(await readTexts(journal)).toEqual(saved);
  await journal.close();

  const reopened = journalIn(folder);
  expect(expectOk(await reopened.open(null)).setAsideBytes).toBe(0);
  expect(await readTexts(reopened)).toEqual(saved);
});

function fillDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(path.join(folder, 'other'), new Uint8Array(bavail * bsize));
}
