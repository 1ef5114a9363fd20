import { describe, expect, test } from 'vitest';
import type { FeedId } from '#shared/core/ids.ts';
import { ok } from '#shared/core/result.ts';
import { RESTORING_SETTING, restoreCopy } from '../../../../renderer/db/restore-copy.ts';
import { countContents } from '../../../../renderer/db/work-contents.ts';
import { killAtAppend, settle } from '../../../support/desktop-faults.ts';
import type { Device } from '../../../support/device.ts';
import { createDevice, makeIdentity } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import type { FakeServer } from '../../../support/fake-server.ts';
import { createFakeServer } from '../../../support/fake-server.ts';
import { makeDraft } from '../../../support/make-record.ts';
import { createMemoryDisk } from '../../../support/memory-journal-folder.ts';
import { amountsOf, savePrices } from '../../../support/prices.ts';
import type { SyncedApp } from '../../../support/sync-device.ts';
import { startApp, startSignedIn, syncWell } from '../../../support/sync-device.ts';

/** Puts a copy of a laptop, as it is now, on the stick of another that is empty. */
function giveCopy({ disk, photos }: Device, to: Device): void {
  const copied = createMemoryDisk();
  for (const [name, bytes] of disk.files) copied.files.set(name, bytes.slice());
  to.copy = { disk: copied, photos: new Map(photos) };
}

function newFeed(device: Device): FeedId {
  return device.newId() as string as FeedId;
}

async function restore(device: Device) {
  const { frames = 0 } =
    expectOk(await device.desktop().call('copy.open', { from: 'chosen' })) ?? {};
  return restoreCopy(device.desktop(), newFeed(device), () => undefined, frames);
}

async function emptyLaptop(server?: FakeServer): Promise<Device> {
  const device = createDevice(server ? { link: server.link() } : {});
  await device.open();
  return device;
}

/** What a surveyor had: two prices sent, one not, a draft and a photo. */
async function startWork(server: FakeServer): Promise<SyncedApp> {
  const app = await startSignedIn(server, 'surveyor1');
  const [record] = await savePrices(app.device, app.store, ['10', '20']);
  await syncWell(app);
  await savePrices(app.device, app.store, ['30']);
  expectOk(
    await app.store.drafts.save(makeDraft(app.device.newId(), { set: { item_spec: 'چای' } })),
  );
  const bytes = new Uint8Array([0xff, 0xd8, 0xff]);
  const photo = { record: record ?? app.device.newId(), mediaType: 'image/jpeg', bytes };
  expectOk(await app.store.photos.put(photo));
  return app;
}

describe('a copy opened on an empty laptop', () => {
  test('gives everything back, and work goes on in a new feed', async () => {
    const server = createFakeServer();
    const lost = await startWork(server);
    const device = await emptyLaptop(server);
    giveCopy(lost.device, device);
    expectOk(await restore(device));
    expect(expectOk(await countContents(device.desktop(), 'laptop'))).toMatchObject({
      entries: 3,
      drafts: 1,
      photos: 1,
      missingPhotos: 0,
    });
    const app = await startApp(device);
    expect(await amountsOf(app.store)).toEqual(['30', '20', '10']);
    expect((await app.store.drafts.list()).map(({ set }) => set)).toEqual([{ item_spec: 'چای' }]);
    const [before, after] = [await lost.store.identity(), await app.store.identity()];
    expect(after).toEqual({ ...before, feed: after?.feed });
    expect(after?.feed).not.toBe(before?.feed);
    expect(await app.store.settings.get(RESTORING_SETTING)).toBe(false);
  });

  test('forks no feed, also when the laptop it was made of works on', async () => {
    const server = createFakeServer();
    const first = await startWork(server);
    const device = await emptyLaptop(server);
    giveCopy(first.device, device);
    expectOk(await restore(device));
    const second = await startApp(device);
    expectOk(await second.sessions.signIn({ name: 'surveyor1', password: 'right' }));
    await savePrices(first.device, first.store, ['40']);
    await savePrices(second.device, second.store, ['50']);
    for (const app of [second, first, second, first]) await syncWell(app);
    const expected = new Set(['10', '20', '30', '40', '50']);
    for (const app of [first, second]) {
      expect(new Set(await amountsOf(app.store))).toEqual(expected);
      expect(await app.store.counts()).toMatchObject({ unsent: 0, refused: 0, unsentPhotos: 0 });
    }
    expect(server.log()).toHaveLength(5);
  });

  test('has a feed of its own wherever it was cut off, and is whole when it was done again', async () => {
    const server = createFakeServer();
    const lost = await startWork(server);
    for (let at = 1; at <= 3; at += 1) {
      const device = await emptyLaptop();
      giveCopy(lost.device, device);
      await device.open(killAtAppend(at, 'after-append'));
      void restore(device);
      await settle(200);
      const cut = await device.open();
      const oldFeed = (await lost.store.identity())?.feed;
      expect((await cut.identity())?.feed).not.toBe(oldFeed);
      expect(await cut.settings.get(RESTORING_SETTING)).toBe(at < 3);
      if (at === 3) continue;
      expectOk(await restore(device));
      const again = await device.open();
      expect(await amountsOf(again)).toEqual(['30', '20', '10']);
      expect(await again.settings.get(RESTORING_SETTING)).toBe(false);
    }
  });

  test('is refused on a laptop that holds work, which stays as it was', async () => {
    const lost = await startWork(createFakeServer());
    const device = createDevice();
    const store = await device.openSignedIn(makeIdentity());
    await savePrices(device, store, ['7']);
    giveCopy(lost.device, device);
    const before = device.disk.bytes;
    expect(await restore(device)).toEqual({
      ok: false,
      error: { kind: 'copy/laptop-not-empty' },
    });
    expect(device.disk.bytes).toEqual(before);
  });

  test('with a damaged part gives back all that can be read', async () => {
    const lost = await startWork(createFakeServer());
    const device = await emptyLaptop();
    giveCopy(lost.device, device);
    const bytes = device.copy?.disk.bytes ?? new Uint8Array();
    const at = bytes.length - 30;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    const opened = await device.desktop().call('copy.open', { from: 'chosen' });
    expect(expectOk(opened)?.damagedBytes).toBeGreaterThan(0);
    expect(await restore(device)).toEqual(ok(null));
    expect(await amountsOf(await device.open())).toEqual(['30', '20', '10']);
  });
});
