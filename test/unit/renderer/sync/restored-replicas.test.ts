import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { entryHash } from '#shared/records/entry.ts';
import { createFakeServer } from '../../../support/fake-server.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { pendingOf } from '../../../support/feed-progress.ts';
import { amountsOf, savePrices } from '../../../support/prices.ts';
import { startApp, startSignedIn, syncWell } from '../../../support/sync-device.ts';

describe('a server that forgot', () => {
  test('what it had confirmed (a gap) is sent what it lacks', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await syncWell(app);
    await savePrices(app.device, app.store, ['10', '20']);
    await syncWell(app);
    await savePrices(app.device, app.store, ['30']);
    const feed = (await app.store.identity())?.feed as never;
    server.faults.push({ failure: { kind: 'sync/gap', feed, expectedSeq: 2 } });
    await syncWell(app);
    expect(server.log()).toHaveLength(3);
    expect(await pendingOf(app.store)).toEqual([]);
  });

  test('since it was restored from yesterday’s backup gets everything again, photos too', async () => {
    const server = createFakeServer();
    const one = await startSignedIn(server, 'surveyor1');
    const two = await startSignedIn(server, 'supervisor1');
    await savePrices(one.device, one.store, ['10']);
    for (const app of [one, two]) await syncWell(app);
    const yesterday = server.backUp();
    const [record] = (await savePrices(one.device, one.store, ['20'])) as [RecordId];
    const photo = { record, mediaType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0xff]) };
    expectOk(await one.store.photos.put(photo));
    for (const app of [one, two]) await syncWell(app);
    const remark = { on_record: record, text: 'خوانا نیست' };
    const comment = { record: two.device.newId(), kind: 'comment', form: 1, set: remark };
    expectOk(await two.store.records.write([comment]));
    for (const app of [two, one]) await syncWell(app);

    server.restore(yesterday);
    server.photos.clear();
    for (const app of [one, two, one]) await syncWell(app);
    expect(server.log()).toHaveLength(3);
    expect(server.photos.size).toBe(1);
    expect(await one.store.counts()).toMatchObject({ unsent: 0, onServer: 2 });
    expect(await one.store.records.comments(record)).toHaveLength(1);
    const three = await startSignedIn(server, 'supervisor2');
    await syncWell(three);
    expect(await amountsOf(three.store)).toEqual(['20', '10']);
  });
});

describe('after a restore', () => {
  test('others ask about an entry until the server has it again, and drop what it then refuses', async () => {
    const server = createFakeServer();
    const one = await startSignedIn(server, 'surveyor1');
    const two = await startSignedIn(server, 'supervisor1');
    await savePrices(one.device, one.store, ['10']);
    await syncWell(one);
    const yesterday = server.backUp();
    await savePrices(one.device, one.store, ['20']);
    for (const app of [one, two]) await syncWell(app);
    server.restore(yesterday);
    server.judge = ({ set, record }) =>
      set['price_amount'] === '20'
        ? { kind: 'record/bad-answer', record, field: 'price_amount', problem: 'range' }
        : undefined;
    // Its author has not been there yet: what the other laptop shows is not judged.
    await syncWell(two);
    expect(await amountsOf(two.store)).toEqual(['20', '10']);
    for (const app of [one, two]) await syncWell(app);
    expect(await amountsOf(two.store)).toEqual(['10']);
  });

  // Before that it has not heard of the restore for both feeds.
  test.each([3, 4, 5, 6, 7, 8])(
    'a record with entries on two feeds is on the server when both are, wherever the line broke (%i)',
    async (exchanges) => {
      const server = createFakeServer();
      const empty = server.backUp();
      const app = await startSignedIn(server, 'surveyor1');
      const monday = app.device.disk.bytes.slice();
      const [record] = (await savePrices(app.device, app.store, ['10'])) as [RecordId];
      await syncWell(app);
      app.device.disk.bytes = monday;
      const restored = await startApp(app.device);
      await savePrices(restored.device, restored.store, ['40']);
      await syncWell(restored);
      const change = { record, kind: 'price', form: 1, why: 'typing error' };
      expectOk(await restored.store.records.write([{ ...change, set: { price_amount: '11' } }]));
      server.restore(empty);
      const whole = Array.from({ length: exchanges }, () => 'none' as const);
      server.faults.push(...whole, 'lost-request');
      await restored.sync.syncNow();

      const records = await restored.store.records.list('price');
      const histories = await Promise.all(
        records.map(({ id }) => restored.store.records.history(id)),
      );
      const held = new Set(server.log().map(entryHash));
      const waiting = histories.filter(
        (entries) => !entries.every((one) => held.has(entryHash(one))),
      );
      expect(await restored.store.counts()).toMatchObject({ unsent: waiting.length });
      const states = await restored.store.records.sendStates();
      expect(new Set(states.keys())).toEqual(new Set(waiting.map(([entry]) => entry?.record)));
    },
  );
});

describe('a laptop that was put back to an earlier day', () => {
  test('goes on with a new feed, takes back what it had sent, and sends what it wrote since', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await savePrices(app.device, app.store, ['10']);
    await syncWell(app);
    const monday = app.device.disk.bytes.slice();
    await savePrices(app.device, app.store, ['20', '30']);
    await syncWell(app);
    app.device.disk.bytes = monday;
    const restored = await startApp(app.device);
    await savePrices(restored.device, restored.store, ['40']);
    await syncWell(restored);
    const amounts = await amountsOf(restored.store);
    expect(amounts).toEqual(['40', '30', '20', '10']);
    expect(await restored.store.counts()).toMatchObject({ unsent: 0, refused: 0 });
    const other = await startSignedIn(server, 'supervisor1');
    await syncWell(other);
    expect(await amountsOf(other.store)).toEqual(['40', '30', '20', '10']);
  });

  test('and notices it only when it sends keeps nothing back either', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await savePrices(app.device, app.store, ['10']);
    await syncWell(app);
    const monday = app.device.disk.bytes.slice();
    await savePrices(app.device, app.store, ['20']);
    await syncWell(app);
    app.device.disk.bytes = monday;
    const restored = await startApp(app.device);
    await savePrices(restored.device, restored.store, ['40', '50']);
    await syncWell(restored);
    expect(await amountsOf(restored.store)).toEqual(['50', '40', '20', '10']);
    expect(server.log()).toHaveLength(4);
    expect(await restored.store.counts()).toMatchObject({ unsent: 0, refused: 0 });
  });
});

describe('a clock', () => {
  test.each([-1, 1])(
    'a year off (%i) never lets an older edit win over one that knew it',
    async (years) => {
      const server = createFakeServer();
      const one = await startSignedIn(server, 'surveyor1');
      one.device.clock.nowMs += years * 365 * 86_400_000;
      const two = await startSignedIn(server, 'supervisor1');
      const [record] = (await savePrices(one.device, one.store, ['10'])) as [RecordId];
      for (const app of [one, two]) await syncWell(app);
      const change = { record, kind: 'price', form: 1, why: 'typing error' };
      expectOk(await two.store.records.write([{ ...change, set: { price_amount: '11' } }]));
      for (const app of [two, one]) await syncWell(app);
      expectOk(await one.store.records.write([{ ...change, set: { price_amount: '12' } }]));
      for (const app of [one, two]) await syncWell(app);
      for (const { store } of [one, two]) {
        expect(await store.records.find(record)).toMatchObject({
          answers: { price_amount: '12' },
          conflicts: [],
        });
      }
    },
  );

  test('an hour off is known from the server, and survives a restart', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    app.device.clock.nowMs += 3_600_000;
    await syncWell(app);
    expect(app.store.health().clockOffsetMs).toBe(-3_600_000);
    expect((await startApp(app.device)).store.health().clockOffsetMs).toBe(-3_600_000);
  });
});
