import { expect, onTestFinished, test } from 'vitest';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import { ok } from '#shared/core/result.ts';
import { createJournal } from '#shared/journal/journal.ts';
import { openJournalFolder } from '../../../../electron/main/journal-folder.ts';
import { createPhotoStore } from '../../../../electron/main/photo-store.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { mountSmallDisk, noSmallDisk } from '../../../support/small-disk.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const bytes = utf8('a photo of a price board');
const sha256 = sha256Hex(bytes);

test('a photo is given back by its name', async () => {
  const photos = createPhotoStore(temporaryFolder(), 0);
  expect(await photos.put(sha256, bytes)).toEqual({ ok: true, value: null });
  expect(await photos.get(sha256)).toEqual({ ok: true, value: bytes });
});

test('one that is not there is missing', async () => {
  const missing = { ok: false, error: { kind: 'photo/missing', sha256 } };
  expect(await createPhotoStore(temporaryFolder(), 0).get(sha256)).toEqual(missing);
});

test('on a disk with little room photos are refused while saving goes on', async ({ skip }) => {
  const folder = temporaryFolder();
  const unmount = mountSmallDisk(folder, 60_000_000);
  if (!unmount) return skip(noSmallDisk);
  onTestFinished(unmount);
  expect(await createPhotoStore(folder).put(sha256, bytes)).toMatchObject({
    ok: false,
    error: { kind: 'photo/no-room' },
  });
  const journal = createJournal(async () => ok(await openJournalFolder(folder)));
  onTestFinished(() => journal.close());
  await journal.open(null);
  expectOk(await journal.append([utf8('a record')]));
});

test('photos stop before they take the space the journal needs', async () => {
  const photos = createPhotoStore(temporaryFolder(), Number.MAX_SAFE_INTEGER);
  expect(await photos.put(sha256, bytes)).toEqual({
    ok: false,
    error: { kind: 'photo/no-room', freeBytes: expect.any(Number), limit: Number.MAX_SAFE_INTEGER },
  });
});

test('one that was taken away is missing until it is kept again', async () => {
  const photos = createPhotoStore(temporaryFolder(), 0);
  expectOk(await photos.put(sha256, bytes));
  expectOk(await photos.remove(sha256));
  expect(await photos.get(sha256)).toMatchObject({ error: { kind: 'photo/missing' } });
  expectOk(await photos.put(sha256, bytes));
  expect(await photos.get(sha256)).toEqual(ok(bytes));
});
