import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { SyncState } from '../../../../renderer/sync/sync-state.ts';
import { createDevice } from '../../../support/device.ts';
import { createFakeServer } from '../../../support/fake-server.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { makeDraft } from '../../../support/make-record.ts';
import { amountsOf, savePrices } from '../../../support/prices.ts';
import { startApp, startSignedIn, syncWell } from '../../../support/sync-device.ts';

describe('a sync', () => {
  test('brings what one wrote to the other, and both are equal', async () => {
    const server = createFakeServer();
    const surveyor = await startSignedIn(server, 'surveyor1');
    const supervisor = await startSignedIn(server, 'supervisor1');
    const [record] = await savePrices(surveyor.device, surveyor.store, ['10', '20']);
    await syncWell(surveyor);
    expect(await surveyor.store.counts()).toMatchObject({ unsent: 0, onServer: 2 });
    await syncWell(supervisor);
    expect(await amountsOf(supervisor.store)).toEqual(['20', '10']);
    const approval = { record: record as RecordId, kind: 'price', form: 1 };
    const set = { review_status: 'approved' };
    expectOk(await supervisor.store.records.write([{ ...approval, set }]));
    await syncWell(supervisor);
    await syncWell(surveyor);
    for (const app of [surveyor, supervisor]) {
      const price = await app.store.records.find(record as RecordId);
      expect(price).toMatchObject({ review: 'approved', conflicts: [] });
    }
    expect(await surveyor.store.records.state(record as RecordId)).toEqual(
      await supervisor.store.records.state(record as RecordId),
    );
  });

  test('keeps both corrections of two people who did not know of each other', async () => {
    const server = createFakeServer();
    const one = await startSignedIn(server, 'supervisor1');
    const two = await startSignedIn(server, 'supervisor2');
    const [record] = (await savePrices(one.device, one.store, ['10'])) as [RecordId];
    await syncWell(one);
    await syncWell(two);
    const change = { record, kind: 'price', form: 1, why: 'typing error' };
    two.device.clock.nowMs += 1000;
    expectOk(await one.store.records.write([{ ...change, set: { price_amount: '11' } }]));
    expectOk(await two.store.records.write([{ ...change, set: { price_amount: '12' } }]));
    for (const app of [one, two, one]) await syncWell(app);
    for (const { store } of [one, two]) {
      expect(await store.records.find(record)).toMatchObject({
        answers: { price_amount: '12' },
        conflicts: ['price_amount'],
      });
    }
  });

  test('never touches a draft', async () => {
    const server = createFakeServer();
    const surveyor = await startSignedIn(server, 'surveyor1');
    const supervisor = await startSignedIn(server, 'supervisor1');
    const [record] = (await savePrices(surveyor.device, surveyor.store, ['10'])) as [RecordId];
    await syncWell(surveyor);
    await syncWell(supervisor);
    const draft = makeDraft(record, { isChange: true, set: { price_amount: '15' } });
    expectOk(await surveyor.store.drafts.save(draft));
    const returned = { record, kind: 'price', form: 1, set: { review_status: 'returned' } };
    expectOk(await supervisor.store.records.write([returned]));
    await syncWell(supervisor);
    await syncWell(surveyor);
    expect(await surveyor.store.drafts.find(record)).toMatchObject({ set: draft.set });
    expect(await surveyor.store.records.find(record)).toMatchObject({ review: 'returned' });
  });

  test('of nothing new asks once and writes nothing but when it was', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await syncWell(app);
    server.heard.length = 0;
    server.clock.nowMs += 5000;
    await syncWell(app);
    expect(server.heard).toEqual(['GET /sync/pull']);
    expect((await app.store.counts()).confirmedAtMs).toBe(server.clock.nowMs);
  });

  test('that is asked for while one runs is that one', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await savePrices(app.device, app.store, ['10']);
    await Promise.all([app.sync.syncNow(), app.sync.syncNow()]);
    expect(server.heard.filter((line) => line === 'POST /sync/push')).toHaveLength(1);
  });

  test('tells how many it has sent and received', async () => {
    const server = createFakeServer();
    server.batchLimit = 2;
    const app = await startSignedIn(server, 'surveyor1');
    await savePrices(app.device, app.store, ['1', '2', '3', '4']);
    const seen: SyncState[] = [];
    app.sync.onState(() => seen.push(app.sync.state()));
    await syncWell(app);
    expect(seen).toContainEqual(expect.objectContaining({ kind: 'sending', sent: 0, total: 4 }));
    expect(seen).toContainEqual(expect.objectContaining({ kind: 'receiving', received: 0 }));
    const bytes = seen.flatMap((state) => ('bytes' in state ? [state.bytes] : []));
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
    expect(bytes.at(-1)).toBeGreaterThan(1000);
    expect(seen.at(-1)).toMatchObject({ kind: 'up-to-date' });
  });

  test('that a person stops keeps what was sent, and the next sends the rest', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await savePrices(app.device, app.store, ['1', '2']);
    app.sync.onState(() => {
      if (app.sync.state().kind === 'sending') app.sync.cancel();
    });
    expect(await app.sync.syncNow()).toEqual({ kind: 'idle' });
    const next = await startApp(app.device);
    await syncWell(next);
    expect(server.log()).toHaveLength(2);
  });

  test('ends at once though the line stands still, and what the server took meanwhile is there once', async () => {
    const server = createFakeServer();
    const plain = server.link();
    let release: (() => void) | undefined;
    const device = createDevice({
      link: async (request) => {
        const answer = await plain(request);
        if (request.path === '/sync/push')
          await new Promise<void>((resolve) => (release = resolve));
        return answer;
      },
    });
    const app = await startApp(device);
    expectOk(await app.sessions.signIn({ name: 'surveyor1', password: 'right' }));
    await savePrices(device, app.store, ['1', '2']);
    const syncing = app.sync.syncNow();
    await expect.poll(() => server.log()).toHaveLength(2);
    app.sync.cancel();
    expect(await syncing).toEqual({ kind: 'idle' });
    expect(await app.store.counts()).toMatchObject({ unsent: 2 });
    release?.();
    await syncWell(app);
    // What it holds it has signed for when the feed was asked for: nothing is sent a second time.
    expect(server.heard.filter((one) => one === 'POST /sync/push')).toHaveLength(1);
    expect(server.log()).toHaveLength(2);
    expect(await app.store.counts()).toMatchObject({ unsent: 0, onServer: 2 });
  });
});

describe('photos', () => {
  test('follow the records, each once', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    const [record] = (await savePrices(app.device, app.store, ['10'])) as [RecordId];
    const photo = { record, mediaType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0xff]) };
    expectOk(await app.store.photos.put(photo));
    expect((await app.store.counts()).unsentPhotos).toBe(1);
    server.heard.length = 0;
    await syncWell(app);
    await syncWell(app);
    const sent = server.heard.filter((line) => !line.startsWith('GET'));
    expect(sent.map((line) => line.split('/')[1])).toEqual(['sync', 'photos', 'photos', 'photos']);
    expect((await app.store.counts()).unsentPhotos).toBe(0);
  });

  test('small ones go first, and a preview is counted with its photo', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    const record = app.device.newId();
    for (const length of [5000, 4000]) {
      const bytes = new Uint8Array(length).fill(length % 251);
      bytes.set([0xff, 0xd8, 0xff]);
      const photo = { record, mediaType: 'image/jpeg', bytes };
      const previewOf = expectOk(await app.store.photos.put(photo));
      const small = bytes.slice(0, length / 100);
      expectOk(await app.store.photos.put({ ...photo, bytes: small, previewOf }));
    }
    expect((await app.store.counts()).unsentPhotos).toBe(2);
    const totals: number[] = [];
    const stop = app.sync.onState(() => {
      const state = app.sync.state();
      if (state.kind === 'sending-photos') totals.push(state.total);
    });
    await syncWell(app);
    stop();
    expect([...server.photos.values()].map(({ length }) => length)).toEqual([40, 50, 4000, 5000]);
    expect(new Set(totals)).toEqual(new Set([2]));
  });

  test('that cannot be sent hold up no record', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    const [record] = (await savePrices(app.device, app.store, ['10'])) as [RecordId];
    const photo = { record, mediaType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0xff]) };
    expectOk(await app.store.photos.put(photo));
    app.device.photos.clear();
    expect(await app.sync.syncNow()).toMatchObject({
      kind: 'needs-you',
      failure: { kind: 'photo/missing' },
    });
    expect(await app.store.counts()).toMatchObject({ unsent: 0, unsentPhotos: 1 });
    expect(server.log()).toHaveLength(1);
  });
});

describe('by itself', () => {
  test('it syncs at the start, soon after a save, when the network returns and when a try is due', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    const stop = app.sync.start();
    await app.sync.syncNow();
    expect(app.sync.state().kind).toBe('up-to-date');
    await savePrices(app.device, app.store, ['10']);
    app.host.timers()[0]?.run();
    await app.sync.syncNow();
    expect(server.log()).toHaveLength(1);
    await savePrices(app.device, app.store, ['20']);
    server.faults.push('lost-request');
    app.host.goOnline();
    expect(await app.sync.syncNow()).toMatchObject({ kind: 'waiting' });
    const [retry] = app.host.timers();
    expect(retry?.ms).toBe(1000);
    retry?.run();
    await app.sync.syncNow();
    expect(server.log()).toHaveLength(2);
    stop();
    expect(app.host.timers()).toEqual([]);
  });
});
