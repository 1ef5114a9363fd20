import { expect, test } from 'vitest';
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

test('on a link that answers at once a second batch is sent behind the first, never a third', async () => {
  const server = createFakeServer();
  const plain = server.link();
  let [pushes, underWay, most] = [0, 0, 0];
  let release: (() => void) | undefined;
  const app = await startWithWork(async (request) => {
    if (request.path !== '/sync/push') return plain(request);
    pushes += 1;
    underWay += 1;
    most = Math.max(most, underWay);
    const answer = await plain(request);
    // The answer to the third comes only when the fourth is under way: the first two were made ready before the link was known.
    if (pushes === 3) await new Promise<void>((resolve) => (release = resolve));
    if (pushes === 4) release?.();
    underWay -= 1;
    return answer;
  });
  await syncWell(app);
  expect([pushes, most]).toEqual([7, 2]);
  expect(server.log()).toHaveLength(ENTRIES);
  expect(await app.store.counts()).toMatchObject({ unsent: 0, onServer: ENTRIES });
});

test('a whole batch made ready before the link was known goes alone: no more than one is sent again', async () => {
  const server = createFakeServer();
  const plain = server.link();
  let pushes = 0;
  let besideTheSecond = 0;
  const app = await startWithWork(async (request) => {
    if (request.path !== '/sync/push') return plain(request);
    pushes += 1;
    const isSecond = pushes === 2;
    const answer = await plain(request);
    if (isSecond) {
      // Time enough for another to be sent behind it, if one were.
      await new Promise((resolve) => setTimeout(resolve, 300));
      besideTheSecond = pushes - 2;
    }
    return answer;
  });
  await syncWell(app);
  expect(besideTheSecond).toBe(0);
  expect(server.log()).toHaveLength(ENTRIES);
});

test('on a slow link one batch is under way, so that a line that breaks has one to send again', async () => {
  const server = createFakeServer();
  const plain = server.link();
  let most = 0;
  let now = 0;
  const app = await startWithWork(async (request) => {
    if (request.path !== '/sync/push') return plain(request);
    now += 1;
    most = Math.max(most, now);
    app.device.clock.nowMs += 3000;
    const answer = await plain(request);
    now -= 1;
    return answer;
  });
  await syncWell(app);
  expect(most).toBe(1);
  expect(server.log()).toHaveLength(ENTRIES);
});

test('after an answer at once the next sync begins with a small batch, and a second is sent behind it', async () => {
  const server = createFakeServer();
  const plain = server.link();
  const sizes: number[] = [];
  let release: (() => void) | undefined;
  const app = await startWithWork(async (request) => {
    if (request.path !== '/sync/push') return plain(request);
    release?.();
    const before = server.log().length;
    const answer = await plain(request);
    sizes.push(server.log().length - before);
    // The answer to the first of the second sync comes only when another is under way.
    if (before === ENTRIES) await new Promise<void>((resolve) => (release = resolve));
    return answer;
  });
  await syncWell(app);
  sizes.length = 0;
  const more = Array.from({ length: 1100 }, (_, n) =>
    makePrice(app.device.newId(), { price_amount: `${n}` }),
  );
  expectOk(await app.store.records.write(more));
  await syncWell(app);
  // Two under way are no more than one batch: so much is sent again where the line breaks.
  expect(sizes).toEqual([100, 250, 250, 250, 250]);
  expect(server.log()).toHaveLength(ENTRIES + 1100);
});

test('batches that arrive in the other order are sent again in theirs, and nobody is told of a loss', async () => {
  const server = createFakeServer();
  const plain = server.link();
  let pushes = 0;
  let release: (() => void) | undefined;
  const app = await startWithWork(async (request) => {
    if (request.path !== '/sync/push') return plain(request);
    pushes += 1;
    if (pushes === 3) await new Promise<void>((resolve) => (release = resolve));
    const answer = await plain(request);
    if (pushes === 4) release?.();
    return answer;
  });
  await syncWell(app);
  // The fourth came too early, and so did the fifth behind it.
  expect(pushes).toBe(7);
  expect(server.log().map(({ seq }) => seq)).toEqual(
    Array.from({ length: ENTRIES }, (_, at) => at + 1),
  );
  expect(await app.store.counts()).toMatchObject({ unsent: 0, onServer: ENTRIES });
});
