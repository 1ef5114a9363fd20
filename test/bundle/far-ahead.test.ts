import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBundle } from '../support/make-bundle.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { expectOk } from '../support/expect-ok.ts';
import { importScene } from '../support/hostile-import.ts';
import { makeDevice, visitAnswers } from '../support/make-entries.ts';
import { memoryDatabase } from '../support/open-test-database.ts';

const CENTURY_MS = 100 * 365 * 86_400_000;
const DAY_MS = 86_400_000;

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

/** A surveyor's laptop whose clock is so far ahead of the server's. */
function laptopAhead(ms: number) {
  return makeDevice('s1', undefined, server.clock.ms + ms);
}

/** The number of milliseconds that the next entry of a laptop says. */
async function nextStampMs({ supervisor: { device, store } }: Scene): Promise<number> {
  const record = device.newId();
  const set = visitAnswers();
  expectOk(await store.records.write([{ record, kind: 'visit', form: 1, set }]));
  const state = await store.records.state(record);
  return Number.parseInt(state?.created.stamp.slice(0, 9) ?? '', 36);
}

type Scene = Awaited<ReturnType<typeof importScene>>;

describe('an entry whose stamp lies more than a century ahead', () => {
  test('is kept aside by the server with its reason, by network and by stick', async () => {
    const scene = await importScene(server);
    const { contents } = scene;
    const ahead = laptopAhead(CENTURY_MS + DAY_MS);
    const entry = ahead.write();
    const surveyor = scene.insider.owner;
    const failure = { kind: 'record/clock-ahead', record: entry.record };
    expect((await surveyor.push([entry])).refused).toEqual([{ seq: 1, failure }]);

    const other = laptopAhead(CENTURY_MS + DAY_MS).write();
    const file = await scene.seal(makeBundle({ ...contents, entries: [other] }).tar);
    const taken = expectOk(
      await scene.importOnServer(async function* () {
        yield file;
      }),
    );
    expect(taken.receipts.refused).toMatchObject([
      { seq: 1, failure: { kind: 'record/clock-ahead', record: other.record } },
    ]);
    expect(await scene.onServer()).toEqual([]);
  });

  test('is not taken in by a laptop, from the server or a stick, and its own clock is where it was', async () => {
    const scene = await importScene(server);
    const before = await nextStampMs(scene);
    const entry = laptopAhead(CENTURY_MS + DAY_MS).write();
    const file = await scene.seal(makeBundle({ ...scene.contents, entries: [entry] }).tar);
    const failure = { kind: 'record/clock-ahead', record: entry.record };
    expect(await scene.importOnLaptop(file)).toEqual({ ok: false, error: failure });
    const { sync } = scene.supervisor.store;
    const page = { epoch: 'e', cursor: 9, atMs: server.clock.ms };
    expect(await sync.takeIn({ entries: [entry], ...page })).toEqual({ ok: false, error: failure });
    expect(await nextStampMs(scene)).toBeLessThan(before + DAY_MS);
  });

  test('a year ahead is taken by both: a wrong clock costs nobody their work', async () => {
    const scene = await importScene(server);
    const entry = laptopAhead(365 * DAY_MS).write();
    const file = await scene.seal(makeBundle({ ...scene.contents, entries: [entry] }).tar);
    expect(await scene.importOnLaptop(file)).toMatchObject({ ok: true });
    expect((await scene.insider.owner.push([entry])).refused).toEqual([]);
  });
});
