import * as fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import type { FakeServer, LinkFault } from '../../../support/fake-server.ts';
import { createFakeServer } from '../../../support/fake-server.ts';
import type { SyncedApp } from '../../../support/sync-device.ts';
import { startApp, startSignedIn } from '../../../support/sync-device.ts';

/** One thing that happens among laptops 0, 1, 2 and the server. */
type Step =
  | { readonly do: 'write'; readonly on: number; readonly record: number; readonly path: number }
  | { readonly do: 'sync'; readonly on: number; readonly faults: readonly LinkFault[] }
  | { readonly do: 'crash'; readonly on: number; readonly losesIndex: boolean }
  | { readonly do: 'clock'; readonly on: number; readonly ms: number }
  | { readonly do: 'backup' }
  | { readonly do: 'restore' };

const on = fc.nat({ max: 2 });
const fault = fc.constantFrom<LinkFault>(
  'none',
  'none',
  'lost-request',
  'lost-answer',
  'captive-portal',
  { status: 503, body: '' },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: writeStep() },
  { weight: 4, arbitrary: syncStep() },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('crash' as const), on, losesIndex: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      on,
      ms: fc.integer({ min: -1e10, max: 1e10 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'backup' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'restore' }) },
);

function writeStep(): fc.Arbitrary<Step> {
  return fc.record({
    do: fc.constant('write' as const),
    on,
    record: fc.nat({ max: 2 }),
    path: fc.nat({ max: 1 }),
  });
}

function syncStep(): fc.Arbitrary<Step> {
  return fc.record({
    do: fc.constant('sync' as const),
    on,
    faults: fc.array(fault, { maxLength: 4 }),
  });
}

const records = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}` as RecordId);

/** Everything two laptops must agree on: entries by record, in the order of their stamps, and what they make. */
async function contentOf({ store }: SyncedApp): Promise<unknown> {
  return Promise.all(
    records.map(async (record) => ({
      history: await store.records.history(record),
      state: await store.records.state(record),
    })),
  );
}

async function play(server: FakeServer, steps: readonly Step[]) {
  const apps = [
    await startSignedIn(server, 'supervisor1'),
    await startSignedIn(server, 'supervisor2'),
    await startSignedIn(server, 'supervisor3'),
  ];
  server.pageLimit = 3;
  let backup = server.backUp();
  const written: { readonly record: RecordId; readonly path: string; readonly value: Json }[] = [];
  for (const one of steps) {
    if (one.do === 'backup') backup = server.backUp();
    else if (one.do === 'restore') server.restore(backup);
    else {
      const app = apps[one.on] as SyncedApp;
      app.device.clock.nowMs += 1;
      if (one.do === 'clock') app.device.clock.nowMs += one.ms;
      else if (one.do === 'crash') {
        if (one.losesIndex) app.device.indexedDB = new IDBFactory();
        apps[one.on] = await startApp(app.device);
      } else if (one.do === 'sync') {
        server.faults.push(...one.faults);
        await app.sync.syncNow();
        server.faults.length = 0;
      } else {
        const record = records[one.record] as RecordId;
        const path = `answer_${one.path}`;
        const value = written.length;
        expectOk(
          await app.store.records.write([
            { record, kind: 'price', form: 1, set: { [path]: value } },
          ]),
        );
        written.push({ record, path, value });
      }
    }
  }
  return { apps, written };
}

test('after the last sync all laptops are equal, and every act is there once, whatever happened before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const server = createFakeServer();
      const { apps, written } = await play(server, steps);
      for (const app of [...apps, ...apps]) {
        expect(await app.sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
      }
      const [first, ...others] = await Promise.all(apps.map(contentOf));
      for (const other of others) expect(other).toEqual(first);
      expect(server.log()).toHaveLength(written.length);
      const all = new Map(
        server.log().map((entry) => [entry.record + JSON.stringify(entry.set), entry]),
      );
      for (const { record, path, value } of written) {
        expect(all.has(record + JSON.stringify({ [path]: value }))).toBe(true);
      }
    }),
    { numRuns: 25 },
  );
});
