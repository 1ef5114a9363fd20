import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { sha256Hex } from '#shared/core/hash.ts';
import { MAX_PHOTO_BYTES } from '#shared/sync/http-api.ts';
import { createDevice } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { makePhotoReceipt } from '../../../support/receipts.ts';

const bytes = new Uint8Array([0xff, 0xd8, 0xff, 7]);

test('a photo is kept under its hash, with whose it is, also when the index is lost', async () => {
  const device = createDevice();
  const record = device.newId();
  const store = await device.openSignedIn();
  const sha256 = expectOk(await store.photos.put({ record, mediaType: 'image/jpeg', bytes }));
  expect(sha256).toBe(sha256Hex(bytes));
  device.indexedDB = new IDBFactory();
  const again = await device.open();
  expect(await again.photos.listUnsent()).toEqual([
    { sha256, mediaType: 'image/jpeg', bytes: 4, record },
  ]);
  expect(expectOk(await again.photos.get(sha256))).toEqual(bytes);
  expectOk(await again.sync.photoSent(makePhotoReceipt(sha256), 1));
  device.indexedDB = new IDBFactory();
  expect(await (await device.open()).photos.listUnsent()).toEqual([]);
});

test('what is no image, or too large, is refused before anything is kept', async () => {
  const device = createDevice();
  const record = device.newId();
  const store = await device.openSignedIn();
  expect(await store.photos.put({ record, mediaType: 'application/pdf', bytes })).toMatchObject({
    error: { kind: 'photo/not-an-image' },
  });
  const huge = new Uint8Array(MAX_PHOTO_BYTES + 1);
  expect(await store.photos.put({ record, mediaType: 'image/jpeg', bytes: huge })).toMatchObject({
    error: { kind: 'photo/too-large', limit: MAX_PHOTO_BYTES },
  });
  expect(device.photos.size).toBe(0);
});
