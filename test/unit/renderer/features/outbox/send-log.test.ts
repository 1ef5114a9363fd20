import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { loadSendLog } from '../../../../../renderer/features/outbox/load-send-log.ts';
import { createFakeServer } from '../../../../support/fake-server.ts';
import { savePrices } from '../../../../support/prices.ts';
import { startApp, startSignedIn, syncWell } from '../../../../support/sync-device.ts';

const MINUTE_MS = 60_000;

test('a record that waits tells what was tried since it was written, behind what it waits, and nothing older', async () => {
  const server = createFakeServer();
  const app = await startSignedIn(server, 'surveyor1');
  const { device, store, sync } = app;
  server.faults.push('captive-portal');
  await sync.syncNow();
  device.clock.nowMs += MINUTE_MS;
  const [, second] = (await savePrices(device, store, ['1', '2'])) as [RecordId, RecordId];
  const sinceMs = device.clock.nowMs;
  for (const fault of ['lost-request', 'lost-request', 'captive-portal'] as const) {
    device.clock.nowMs += MINUTE_MS;
    server.faults.push(fault);
    await sync.syncNow();
  }
  expect(await loadSendLog(store, second)).toMatchObject({
    details: { state: { kind: 'waiting' }, sinceMs, ahead: 1 },
    tries: [
      { count: 1, failure: { kind: 'network/not-our-server' } },
      { count: 2, firstMs: sinceMs + MINUTE_MS, failure: { kind: 'network/unreachable' } },
    ],
  });

  // It is there after the app was closed, and over when the record has arrived.
  const next = await startApp(device);
  expect((await loadSendLog(next.store, second))?.tries).toHaveLength(2);
  await syncWell(next);
  expect(await loadSendLog(next.store, second)).toMatchObject({ details: undefined, tries: [] });
});

test('a record the server refused says why, and waits for nothing by itself', async () => {
  const server = createFakeServer();
  const failure = { kind: 'record/not-yours', record: 'x' } as const;
  server.judge = () => failure;
  const app = await startSignedIn(server, 'surveyor1');
  const [record] = (await savePrices(app.device, app.store, ['1'])) as [RecordId];
  await syncWell(app);
  expect(await loadSendLog(app.store, record)).toMatchObject({
    details: { state: { kind: 'refused', failure } },
    tries: [{ failure: null }],
  });
});
