import { expect, test, vi } from 'vitest';
import { createDevice } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { createFakeServer } from '../../../support/fake-server.ts';
import { makePrice } from '../../../support/make-record.ts';
import type { Link } from '../../../support/memory-desktop.ts';
import { createMemoryIndex } from '../../../support/memory-index.ts';
import type { SyncedApp } from '../../../support/sync-device.ts';
import { startApp, syncWell } from '../../../support/sync-device.ts';

const ENTRIES = 2200;

/** A laptop with more work than four batches take, over a line of the test's own. */
async function startWithWork(link: Link): Promise<SyncedApp> {
  const app = await startApp(createDevice({ link, memoryIndex: createMemoryIndex() }));
  expectOk(await app.sessions.signIn({ name: 'surveyor1', password: 'right' }));
  const prices = Array.from({ length: ENTRIES }, (_, n) =>
    makePrice(app.device.newId(), { price_amount: `${n}` }),
  );
  expectOk(await app.store.records.write(prices));
  return app;
}

/** A line that counts the entries of each push, and how many pushes were under way at once; every answer takes `ms`. */
function countPushes(ms = 0) {
  const server = createFakeServer();
  const plain = server.link();
  const counts = { sizes: [] as number[], most: 0 };
  let underWay = 0;
  async function start(): Promise<SyncedApp> {
    let clock: { nowMs: number } | undefined;
    const app = await startWithWork(async (request) => {
      if (clock) clock.nowMs += ms;
      if (request.path !== '/sync/push') return plain(request);
      underWay += 1;
      counts.most = Math.max(counts.most, underWay);
      const before = server.log().length;
      const answer = await plain(request);
      counts.sizes.push(server.log().length - before);
      underWay -= 1;
      return answer;
    });
    clock = app.device.clock;
    return app;
  }
  return { server, counts, start };
}

test('one batch is under way at a time, so that a line that breaks has one to send again', async () => {
  const { server, counts, start } = countPushes();
  const app = await start();
  await syncWell(app);
  expect(counts).toEqual({ sizes: [500, 500, 500, 500, 200], most: 1 });
  expect(server.log()).toHaveLength(ENTRIES);
  expect(await app.store.counts()).toMatchObject({ unsent: 0, onServer: ENTRIES });
});

test.each([
  ['at once the next sync begins with a small batch, and the server need not wait', 0, [100, 500]],
  ['slowly it begins with a whole one, and saves an exchange', 3000, [500, 100]],
])('after a server that answered %s', async (_, ms, sizes) => {
  const { server, counts, start } = countPushes(ms);
  const app = await start();
  await syncWell(app);
  counts.sizes.length = 0;
  const more = Array.from({ length: 600 }, (_price, n) =>
    makePrice(app.device.newId(), { price_amount: `${n}` }),
  );
  expectOk(await app.store.records.write(more));
  await syncWell(app);
  expect(counts.sizes).toEqual(sizes);
  expect(server.log()).toHaveLength(ENTRIES + 600);
});

test('the next batch is made ready while one is on its way', async () => {
  const server = createFakeServer();
  const plain = server.link();
  const read: number[] = [];
  const app = await startWithWork(async (request) => {
    if (request.path === '/sync/push') await vi.waitUntil(() => read.length > 1);
    return plain(request);
  });
  const entriesFrom = app.store.sync.entriesFrom.bind(app.store.sync);
  vi.spyOn(app.store.sync, 'entriesFrom').mockImplementation((feed, seq, limit) => {
    read.push(seq);
    return entriesFrom(feed, seq, limit);
  });
  await syncWell(app);
  expect(read.slice(0, 2)).toEqual([1, 501]);
  expect(server.log()).toHaveLength(ENTRIES);
});
