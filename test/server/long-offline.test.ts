import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Role } from '#shared/records/role.ts';
import type { FaultProxy } from '../support/fault-proxy.ts';
import { openFaultProxy } from '../support/fault-proxy.ts';
import { expectOk } from '../support/expect-ok.ts';
import { startLinkedLaptop } from '../support/linked-laptop.ts';
import { visitAnswers } from '../support/make-entries.ts';
import { sampleAccount } from '../support/node-device.ts';
import { priceAnswers } from '../support/price-answers.ts';
import type { ServerProcess } from '../support/start-server.ts';
import { startSampleServer } from '../support/sample-server.ts';
import { ownEntry } from '../support/start-server.ts';
import type { SyncedApp } from '../support/sync-device.ts';
import { syncWell } from '../support/sync-device.ts';

// Laptops that come back after weeks: the client's own code, a line that breaks, the server in a process of its own.

const VISITS = 100;
const PRICES_OF_A_VISIT = 99;

let server: ServerProcess;
let line: FaultProxy;
const data = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-month-'));

beforeAll(async () => {
  server = await startSampleServer(data, {}, ownEntry);
  line = await openFaultProxy(server.port);
});
afterAll(async () => {
  line.close();
  await server.end('SIGTERM');
  rmSync(data, { recursive: true, force: true });
});

async function startLaptop(role: Role): Promise<SyncedApp> {
  return startLinkedLaptop(line.url, await sampleAccount(server.url, role));
}

test('10,000 entries of a month offline arrive once each over a line that breaks, and each break costs one batch at most', async () => {
  const surveyor = await startLaptop('surveyor');
  const { device, store, sync } = surveyor;
  const saved: RecordId[] = [];
  for (let nth = 0; nth < VISITS; nth += 1) {
    device.clock.nowMs += 7 * 3_600_000;
    const visit = device.newId();
    const prices = Array.from({ length: PRICES_OF_A_VISIT }, (_, at) => ({
      record: device.newId(),
      kind: 'price',
      form: 1,
      set: priceAnswers(visit, nth * PRICES_OF_A_VISIT + at),
    }));
    const header = { record: visit, kind: 'visit', form: 1, set: visitAnswers() };
    expectOk(await store.records.write([header, ...prices]));
    saved.push(visit, ...prices.map(({ record }) => record));
  }
  expect(await store.counts()).toMatchObject({ unsent: 10_000, onLaptop: 10_000 });

  for (const of of ['request', 'answer', 'request', 'answer'] as const) {
    const before = await store.counts();
    line.fault = { does: 'break', of, afterBytes: 20_000 };
    if ((await sync.syncNow()).kind === 'up-to-date') break;
    const after = await store.counts();
    expect(after.unsent).toBeLessThanOrEqual(before.unsent);
  }
  line.fault = undefined;
  await syncWell(surveyor);
  expect(await store.counts()).toMatchObject({ unsent: 0, refused: 0, onServer: 10_000 });

  const supervisor = await startLaptop('supervisor');
  const there = await Promise.all(
    (['visit', 'price'] as const).map((kind) => supervisor.store.records.ids(kind)),
  );
  expect(there.flat().toSorted()).toEqual(saved.toSorted());
  const [last] = await supervisor.store.records.findMany(saved.slice(-1));
  expect(last?.answers).toEqual((await store.records.find(saved.at(-1) as RecordId))?.answers);
}, 300_000);

test('a register item that was merged into another while it was used offline: what was recorded with it counts, and all hold the same', async () => {
  const surveyor = await startLaptop('surveyor');
  const supervisor = await startLaptop('supervisor');
  const double = 'brand/double' as RecordId;
  const kept = 'brand/kept' as RecordId;
  function brand(record: RecordId, set: Readonly<Record<string, Json>>) {
    return { record, kind: 'brand', form: 1, set };
  }
  expectOk(
    await surveyor.store.records.write([
      brand(double, { name_local: 'گلستانه', origin: 'IN', products: ['rice'] }),
    ]),
  );
  await syncWell(surveyor);
  await syncWell(supervisor);

  // The surveyor goes on with the double, and corrects its name; meanwhile the supervisor keeps one brand of the two.
  const [visit, price] = [surveyor.device.newId(), surveyor.device.newId()];
  const answers = { ...priceAnswers(visit, 1), brand_id: 'double' };
  expectOk(
    await surveyor.store.records.write([
      { record: visit, kind: 'visit', form: 1, set: visitAnswers() },
      { record: price, kind: 'price', form: 1, set: answers },
      brand(double, { name_local: 'گلستان' }),
    ]),
  );
  expectOk(
    await supervisor.store.records.write([
      brand(kept, { name_local: 'گلستان', origin: 'IN', products: ['rice'] }),
      brand(double, { deleted: true }),
    ]),
  );
  await syncWell(supervisor);
  await syncWell(surveyor);
  await syncWell(supervisor);

  for (const { store } of [surveyor, supervisor]) {
    expect(await store.counts()).toMatchObject({ unsent: 0, refused: 0 });
    expect((await store.records.find(price))?.answers).toMatchObject({ brand_id: 'double' });
    expect(await store.records.find(double)).toBeUndefined();
    expect((await store.records.find(kept))?.answers['name_local']).toBe('گلستان');
  }
  const [here, there] = await Promise.all(
    [surveyor, supervisor].map(({ store }) => store.records.state(double)),
  );
  expect(here).toEqual(there);
  // What the surveyor wrote on the double is not lost with it.
  expect(here?.paths['name_local']?.heads[0]?.value).toBe('گلستان');
});
