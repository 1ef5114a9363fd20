import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { createFakeServer } from '../../../support/fake-server.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { savePrices, sendStateOf } from '../../../support/prices.ts';
import { startApp, startSignedIn, syncWell } from '../../../support/sync-device.ts';

describe('a server that refuses', () => {
  test('one entry takes those behind it; the record needs a person and its data stays', async () => {
    const server = createFakeServer();
    server.judge = ({ set, record }) =>
      set['price_amount'] === '20'
        ? { kind: 'record/bad-answer', record, field: 'price_amount', problem: 'range' }
        : undefined;
    const app = await startSignedIn(server, 'surveyor1');
    const [, bad] = (await savePrices(app.device, app.store, ['10', '20', '30'])) as [
      RecordId,
      RecordId,
      RecordId,
    ];
    await syncWell(app);
    expect(server.log()).toHaveLength(2);
    expect(await sendStateOf(app.store, bad)).toMatchObject({
      kind: 'refused',
      failure: { kind: 'record/bad-answer', field: 'price_amount' },
    });
    const correction = { record: bad, kind: 'price', form: 1, set: { price_amount: '21' } };
    expectOk(await app.store.records.write([correction]));
    expect(await sendStateOf(app.store, bad)).toEqual({ kind: 'waiting' });
    await syncWell(app);
    expect(await sendStateOf(app.store, bad)).toBeUndefined();
    const other = await startSignedIn(server, 'supervisor1');
    await syncWell(other);
    expect(await other.store.records.find(bad)).toMatchObject({
      answers: { price_amount: '21' },
      review: 'submitted',
    });
  });

  test('an entry is heard also when the first answer was lost', async () => {
    const server = createFakeServer();
    server.judge = () => ({ kind: 'account/not-allowed' });
    const app = await startSignedIn(server, 'surveyor1');
    await syncWell(app);
    const [record] = (await savePrices(app.device, app.store, ['10'])) as [RecordId];
    server.faults.push('lost-answer');
    await app.sync.syncNow();
    const again = await startApp(app.device);
    await syncWell(again);
    expect(await sendStateOf(again.store, record)).toMatchObject({ kind: 'refused' });
  });

  test('a session asks for a new sign-in, and tries nothing by itself until then', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    server.endSessions();
    const stop = app.sync.start();
    const state = await app.sync.syncNow();
    expect(state).toEqual({ kind: 'needs-you', failure: { kind: 'account/signed-out' } });
    server.heard.length = 0;
    app.host.goOnline();
    for (const timer of app.host.timers()) timer.run();
    expect(server.heard).toEqual([]);
    stop();
    expectOk(await app.sessions.signIn({ name: 'surveyor1', password: 'right' }));
    await syncWell(app);
  });

  test('an old app asks for an update and keeps the work here', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await syncWell(app);
    await savePrices(app.device, app.store, ['10']);
    server.faults.push({ failure: { kind: 'sync/update-needed', protocol: 2 } });
    expect(await app.sync.syncNow()).toEqual({
      kind: 'needs-you',
      failure: { kind: 'sync/update-needed', protocol: 2 },
    });
    expect(await app.store.counts()).toMatchObject({ unsent: 1 });
  });
});
