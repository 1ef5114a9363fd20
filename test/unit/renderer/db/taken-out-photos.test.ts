import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { RecordId, Sha256 } from '#shared/core/ids.ts';
import type { LocalStore } from '../../../../renderer/db/stores.ts';
import { withCall } from '../../../support/desktop-faults.ts';
import type { Device } from '../../../support/device.ts';
import { createDevice, makeIdentity } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { makeDraft, makePrice, makeVisit } from '../../../support/make-record.ts';
import { makePhotoReceipt } from '../../../support/receipts.ts';

const LOOK_MS = 30;

/** Long enough for three looks: at the second a photo goes. */
function afterLooks(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 6 * LOOK_MS));
}

function createQuickDevice(): Device {
  const device = createDevice();
  device.dropAfterMs = LOOK_MS;
  return device;
}

let bytes = 0;

async function keep(
  store: LocalStore,
  record: RecordId,
  part: { readonly previewOf?: Sha256; readonly hasPlace?: true } = {},
): Promise<Sha256> {
  bytes += 1;
  const photo = { record, mediaType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, bytes]) };
  return expectOk(await store.photos.put({ ...photo, ofDraft: true, ...part }));
}

async function unsent(store: LocalStore): Promise<readonly Sha256[]> {
  const [listed, uncovered] = [
    await store.photos.listUnsent(),
    await store.sync.uncoveredPhotos('an epoch'),
  ].map((notes) => notes.map(({ sha256 }) => sha256).toSorted());
  expect(listed).toEqual(uncovered);
  return listed ?? [];
}

function photosOf(...hashes: readonly Sha256[]) {
  return { shelf_photo: hashes.map((sha256) => ({ sha256 })) };
}

describe('a photo of what is typed', () => {
  test('is sent only once an entry names it, with its preview and its original', async () => {
    const device = createQuickDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    const whole = await keep(store, record);
    const preview = await keep(store, record, { previewOf: whole });
    const original = await keep(store, record);
    const set = { shelf_photo: [{ sha256: whole, preview, original }] };
    expectOk(await store.drafts.save(makeDraft(record, { set })));
    await afterLooks();
    expect(await unsent(store)).toEqual([]);
    expect(await store.counts()).toMatchObject({ unsentPhotos: 0, drafts: 1 });
    expectOk(await store.records.write([makePrice(record, set)], [record]));
    await afterLooks();
    const all = [whole, preview, original].toSorted();
    expect(await unsent(store)).toEqual(all);
    // The original counts as a photo of its own.
    expect(await store.counts()).toMatchObject({ unsentPhotos: 2 });
    expect(await store.sync.coverage()).toMatchObject({ uncoveredPhotos: 3, photos: 3 });
    device.indexedDB = new IDBFactory();
    expect(await unsent(await device.open())).toEqual(all);
    expect(device.photos.size).toBe(3);
  });

  test('that was taken out is not sent, and goes once its record is finished', async () => {
    const device = createQuickDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    const [stays, goes] = [await keep(store, record), await keep(store, record)];
    const small = await keep(store, record, { previewOf: goes });
    expectOk(await store.drafts.save(makeDraft(record, { set: photosOf(stays, goes, small) })));
    expectOk(await store.drafts.save(makeDraft(record, { set: photosOf(stays) })));
    await afterLooks();
    expect(device.photos.size).toBe(3);
    expectOk(await store.records.write([makePrice(record, photosOf(stays))], [record]));
    expect(await unsent(store)).toEqual([stays]);
    await expect.poll(() => [...device.photos.keys()]).toEqual([stays]);
    expect(await store.photos.kept([stays, goes, small])).toMatchObject([{ sha256: stays }]);
    expect(await store.sync.coverage()).toMatchObject({ uncoveredPhotos: 1 });
    device.indexedDB = new IDBFactory();
    const again = await device.open();
    expect(await again.photos.kept([stays, goes])).toMatchObject([{ sha256: stays }]);
  });

  test('that is kept again after it went is there again', async () => {
    const device = createQuickDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    const photo = { record, mediaType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0, 0]) };
    const sha256 = expectOk(await store.photos.put({ ...photo, ofDraft: true }));
    await expect.poll(() => device.photos.size).toBe(0);
    expectOk(await store.photos.put({ ...photo, ofDraft: true }));
    expectOk(await store.records.write([makePrice(record, photosOf(sha256))]));
    await afterLooks();
    expect(device.photos.has(sha256)).toBe(true);
    device.indexedDB = new IDBFactory();
    expect(await unsent(await device.open())).toEqual([sha256]);
  });

  test('of a draft that was thrown away can be brought back by the message that says so', async () => {
    const device = createQuickDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    const sha256 = await keep(store, record);
    const draft = makeDraft(record, { set: photosOf(sha256) });
    expectOk(await store.drafts.save(draft));
    expectOk(await store.drafts.remove(record));
    device.clock.nowMs += 1000;
    expectOk(await store.drafts.save({ ...draft, savedMs: device.clock.nowMs }));
    await afterLooks();
    expect(device.photos.has(sha256)).toBe(true);
    expectOk(await store.drafts.remove(record));
    await expect.poll(() => device.photos.has(sha256)).toBe(false);
  });

  test.each([
    [
      'another draft',
      (store: LocalStore, other: RecordId, sha256: Sha256) =>
        store.drafts.save(makeDraft(other, { set: photosOf(sha256) })),
    ],
    [
      'another record',
      (store: LocalStore, other: RecordId, sha256: Sha256) =>
        store.records.write([makePrice(other, photosOf(sha256))]),
    ],
    [
      'a step of undoing',
      (store: LocalStore, other: RecordId, sha256: Sha256) =>
        store.settings.set('price-grid.undo/0/0', {
          steps: { '1': [{ row: other, before: { shelf_photo: { value: [{ sha256 }] } } }] },
        }),
    ],
  ] as const)('stays as long as %s names it', async (_namer, name) => {
    const device = createQuickDevice();
    const store = await device.openSignedIn();
    const [record, other] = [device.newId(), device.newId()];
    const sha256 = await keep(store, record);
    expectOk(await name(store, other, sha256));
    expectOk(await store.records.write([makePrice(record)], [record]));
    await afterLooks();
    expect(device.photos.has(sha256)).toBe(true);
    expect(await store.photos.kept([sha256])).toHaveLength(1);
  });

  test('taken out of a change that is not finished is not sent meanwhile', async () => {
    const device = createQuickDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    const sha256 = await keep(store, record);
    expectOk(await store.records.write([makePrice(record, photosOf(sha256))]));
    expectOk(await store.drafts.save(makeDraft(record, { isChange: true })));
    expect(await unsent(store)).toEqual([]);
    expect(await store.sync.coverage()).toMatchObject({ uncoveredPhotos: 1 });
    expectOk(await store.drafts.remove(record));
    await afterLooks();
    expect(await unsent(store)).toEqual([sha256]);
    expect(device.photos.has(sha256)).toBe(true);
  });
});

describe('a crash', () => {
  test('between a photo and the draft that was to name it leaves nothing behind for good', async () => {
    const device = createQuickDevice();
    device.dropAfterMs = 60_000;
    const record = device.newId();
    const sha256 = await keep(await device.openSignedIn(), record);
    device.dropAfterMs = LOOK_MS;
    const again = await device.open();
    await expect.poll(() => device.photos.has(sha256)).toBe(false);
    expect(await again.photos.kept([sha256])).toEqual([]);
  });

  test('between the bytes and the journal ends at the next start', async () => {
    const device = createQuickDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    const [goes, stays] = [await keep(store, record), await keep(store, record)];
    expectOk(await store.drafts.save(makeDraft(record, { set: photosOf(stays) })));
    let hasWritten = false;
    // Its bytes go, and the journal never hears of it.
    const cut = await device.open((desktop) => ({
      ...desktop,
      call: (channel, input) =>
        hasWritten && channel === 'journal.append' && device.photos.size === 1
          ? new Promise(() => {})
          : desktop.call(channel, input),
    }));
    expectOk(await cut.records.write([makePrice(record, photosOf(stays))], [record]));
    hasWritten = true;
    await expect.poll(() => [...device.photos.keys()]).toEqual([stays]);
    const again = await device.open();
    await expect.poll(() => again.photos.kept([goes, stays])).toMatchObject([{ sha256: stays }]);
    expect(await unsent(again)).toEqual([stays]);
  });

  test('or a full disk where bytes cannot be taken away loses nothing and sends nothing', async () => {
    const device = createQuickDevice();
    const record = device.newId();
    const store = await device.open(
      withCall('photo.remove', async () => ({ ok: false, error: { kind: 'journal/disk-full' } })),
    );
    expectOk(await store.setIdentity(makeIdentity()));
    const sha256 = await keep(store, record);
    expectOk(await store.records.write([makePrice(record)], [record]));
    await afterLooks();
    expect(await unsent(store)).toEqual([]);
    const again = await device.open();
    await expect.poll(() => again.photos.kept([sha256])).toEqual([]);
    expect(device.photos.size).toBe(0);
  });
});

describe('what came from elsewhere', () => {
  test('is handed on as it is, and never goes by itself', async () => {
    const device = createQuickDevice();
    const store = await device.openSignedIn();
    const photo = { record: device.newId(), mediaType: 'image/jpeg', bytes: new Uint8Array([1]) };
    const sha256 = expectOk(await store.photos.put(photo));
    await afterLooks();
    expect(await unsent(store)).toEqual([sha256]);
    expect(device.photos.size).toBe(1);
    // The same photo, added to what is typed here and taken out again.
    expectOk(await store.photos.put({ ...photo, ofDraft: true }));
    await afterLooks();
    expect(await unsent(store)).toEqual([sha256]);
    expect(device.photos.size).toBe(1);
  });
});

describe('a photo with its place in it', () => {
  async function startVisit(device: Device, consent: string) {
    const store = await device.openSignedIn();
    const record = device.newId();
    const sha256 = await keep(store, record, { hasPlace: true });
    const set = { consent, outlet_photo: [{ sha256 }] };
    expectOk(await store.records.write([makeVisit(record, set)]));
    return { store, record, sha256, set };
  }

  test('is sent where the respondent agreed', async () => {
    const { store, sha256 } = await startVisit(createQuickDevice(), 'yes');
    expect(await unsent(store)).toEqual([sha256]);
  });

  test('waits where they did not, and is told of as not sent', async () => {
    const { store } = await startVisit(createQuickDevice(), 'no');
    expect(await unsent(store)).toEqual([]);
    expect(await store.counts()).toMatchObject({ unsentPhotos: 1 });
  });

  test('waits from the moment consent is withdrawn, also where that is not finished yet', async () => {
    const { store, record, set } = await startVisit(createQuickDevice(), 'yes');
    const draft = makeDraft(record, {
      kind: 'visit',
      isChange: true,
      set: { ...set, consent: 'no' },
    });
    expectOk(await store.drafts.save(draft));
    expect(await unsent(store)).toEqual([]);
  });

  test('is not sent once another took its place, though an entry names it, and goes', async () => {
    const device = createQuickDevice();
    const { store, record, sha256 } = await startVisit(device, 'yes');
    const bare = await keep(store, record);
    const set = { consent: 'no', outlet_photo: [{ sha256: bare }] };
    expectOk(await store.records.write([makeVisit(record, set)], [record], [{ sha256, record }]));
    expect(await unsent(store)).toEqual([bare]);
    device.indexedDB = new IDBFactory();
    const again = await device.open();
    expect(await unsent(again)).toEqual([bare]);
    await expect.poll(() => [...device.photos.keys()]).toEqual([bare]);
    expect(await again.sync.coverage()).toMatchObject({ uncoveredPhotos: 1 });
  });

  test('that was sent before goes from here too, and says so until it went', async () => {
    const device = createQuickDevice();
    const { store, record, sha256 } = await startVisit(device, 'yes');
    expectOk(await store.sync.photoSent(makePhotoReceipt(sha256), 1));
    expect(await store.photos.kept([sha256])).toMatchObject([{ isSent: true, hasPlace: true }]);
    const bare = await keep(store, record);
    const set = { consent: 'no', outlet_photo: [{ sha256: bare }] };
    expectOk(await store.records.write([makeVisit(record, set)], [record], [{ sha256, record }]));
    await expect.poll(() => [...device.photos.keys()]).toEqual([bare]);
  });
});

test('bytes that are not there any more are told of, but not those the server has', async () => {
  const device = createQuickDevice();
  const store = await device.openSignedIn();
  const record = device.newId();
  const [here, lost, sent] = [
    await keep(store, record),
    await keep(store, record),
    await keep(store, record),
  ];
  const all = [here, lost, sent];
  expectOk(await store.drafts.save(makeDraft(record, { set: photosOf(...all) })));
  expectOk(await store.sync.photoSent(makePhotoReceipt(sent), 1));
  for (const sha256 of [lost, sent]) device.photos.delete(sha256);
  expect(await store.photos.missing(all)).toEqual([lost]);
});
