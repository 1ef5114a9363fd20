import { describe, expect, test } from 'vitest';
import { createFakeServer } from '../../../support/fake-server.ts';
import { amountsOf, savePrices } from '../../../support/prices.ts';
import { startApp, startSignedIn, syncWell } from '../../../support/sync-device.ts';

describe('a link that fails', () => {
  test('before the server heard: it waits, says until when, and loses nothing', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await savePrices(app.device, app.store, ['10']);
    server.faults.push('lost-request');
    expect(await app.sync.syncNow()).toEqual({
      kind: 'waiting',
      failure: { kind: 'network/unreachable' },
      nextTryAtMs: app.device.clock.nowMs + 1000,
    });
    await syncWell(app);
    expect(server.log()).toHaveLength(1);
  });

  test('after the server had it all: it is sent again, and is there once', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await syncWell(app);
    await savePrices(app.device, app.store, ['10', '20']);
    server.faults.push('lost-answer');
    expect(await app.sync.syncNow()).toMatchObject({ kind: 'waiting' });
    expect(await app.store.counts()).toMatchObject({ unsent: 2 });
    await syncWell(app);
    expect(server.log()).toHaveLength(2);
    expect(await app.store.counts()).toMatchObject({ unsent: 0, onServer: 2 });
  });

  test('waits longer from try to try, and is quick again after one that went well', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    const waits: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      server.faults.push('lost-request');
      const state = await app.sync.syncNow();
      if (state.kind === 'waiting') waits.push(state.nextTryAtMs - app.device.clock.nowMs);
    }
    expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    expect(waits.at(-1)).toBe(150_000);
    await syncWell(app);
    server.faults.push('lost-request');
    expect(await app.sync.syncNow()).toMatchObject({
      nextTryAtMs: app.device.clock.nowMs + 1000,
    });
  });

  test('in the midst of receiving: the pages before it are kept, and it goes on behind them', async () => {
    const server = createFakeServer();
    const one = await startSignedIn(server, 'surveyor1');
    await savePrices(one.device, one.store, ['1', '2', '3', '4', '5']);
    await syncWell(one);
    server.pageLimit = 2;
    const two = await startSignedIn(server, 'supervisor1');
    server.faults.push('none', 'none', 'lost-answer');
    expect(await two.sync.syncNow()).toMatchObject({ kind: 'waiting' });
    expect(await two.store.records.list('price')).toHaveLength(2);
    await syncWell(two);
    expect(await amountsOf(two.store)).toEqual(['5', '4', '3', '2', '1']);
  });

  test('while one page is written the next is on its way, and no other', async () => {
    const server = createFakeServer();
    const one = await startSignedIn(server, 'surveyor1');
    await savePrices(one.device, one.store, ['1', '2', '3', '4', '5']);
    await syncWell(one);
    server.pageLimit = 2;
    const two = await startSignedIn(server, 'supervisor1');
    const asked: number[] = [];
    function isPull(line: string): boolean {
      return line.startsWith('GET /sync/pull');
    }
    const writing = await startApp(two.device, {
      wrap: (desktop) => ({
        ...desktop,
        call: async (name, input) => {
          if (name === 'journal.append') asked.push(server.heard.filter(isPull).length);
          return desktop.call(name, input);
        },
      }),
    });
    server.heard.length = 0;
    await syncWell(writing);
    // What is written before the first notes whose server it is.
    expect(asked).toEqual([0, 2, 3, 3]);
    expect(await amountsOf(writing.store)).toEqual(['5', '4', '3', '2', '1']);
  });

  test.each([
    'captive-portal',
    { status: 302, body: '' },
    { status: 403, body: '<html>' },
  ] as const)('to something else that answers: nothing it says is believed (%j)', async (fault) => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await syncWell(app);
    await savePrices(app.device, app.store, ['10']);
    server.faults.push(fault);
    expect(await app.sync.syncNow()).toMatchObject({
      kind: 'waiting',
      failure: { kind: 'network/not-our-server' },
    });
    expect(await app.store.counts()).toMatchObject({ unsent: 1 });
  });

  test.each([
    [500, 'server/internal'],
    [503, 'server/busy'],
    [429, 'server/busy'],
  ])('with status %i of something in between: it waits (%s)', async (status, kind) => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    server.faults.push({ status, body: 'no JSON' });
    expect(await app.sync.syncNow()).toMatchObject({ kind: 'waiting', failure: { kind } });
  });

  test('with large batches: they are halved until they pass, and grow again', async () => {
    const server = createFakeServer();
    server.batchLimit = 3;
    const app = await startSignedIn(server, 'surveyor1');
    await savePrices(app.device, app.store, ['1', '2', '3', '4', '5', '6', '7', '8', '9']);
    await syncWell(app);
    expect(server.log()).toHaveLength(9);
    expect(await app.store.counts()).toMatchObject({ unsent: 0 });
  });
});
