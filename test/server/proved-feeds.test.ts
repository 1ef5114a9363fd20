import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonId, RecordId } from '#shared/core/ids.ts';
import type { Result } from '#shared/core/result.ts';
import { readProofs } from '../../renderer/sync/feed-proofs.ts';
import { MAX_ASKED_RANGES } from '#shared/sync/proof-api.ts';
import { createAccount } from '../../server/services/create-account.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer, testPassword } from '../support/build-test-app.ts';
import { feedOf, look, proofOf, scene, write } from '../support/evil-server.ts';
import { expectOk } from '../support/expect-ok.ts';
import { visitAnswers } from '../support/make-entries.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import { stickLaptop } from '../support/stick-laptops.ts';
import { syncWell } from '../support/sync-device.ts';

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

test('what others wrote is proved, each entry once, and a sync that brings nothing asks nothing', async () => {
  const heard: string[] = [];
  const { supervisor, surveyor, feed, honest } = await scene(server, (link) => (request) => {
    heard.push(request.path);
    return link(request);
  });
  expect(supervisor.sync.state()).toMatchObject({ kind: 'up-to-date' });
  for (const one of [feed, honest]) {
    expect(await proofOf(supervisor, one)).toMatchObject({
      proved: '1-6',
      unproved: '',
      problem: null,
    });
  }
  heard.length = 0;
  expect(await look(supervisor)).toMatchObject({ kind: 'up-to-date' });
  expect(heard).not.toContain('/sync/proofs');
  await write(surveyor, 2);
  await syncWell(surveyor);
  await look(supervisor);
  expect(heard.filter((path) => path === '/sync/proofs')).toHaveLength(1);
  expect(await proofOf(supervisor, feed)).toMatchObject({ proved: '1-8', problem: null });
});

test('a surveyor proves what they may read of a feed, and its holes by their hashes alone', async () => {
  const project = await server.newProject();
  const secretary = await stickLaptop(server, project, 'k1', 'secretariat');
  const surveyor = await stickLaptop(server, project, 's1', 'surveyor');
  for (const at of [1, 2, 3, 4, 5]) {
    await write(secretary, at);
    const record = `brand/${at}` as RecordId;
    const set = { name_local: `Brand ${at}` };
    expectOk(await secretary.store.records.write([{ record, kind: 'brand', form: 1, set }]));
  }
  await syncWell(secretary);
  await look(surveyor);
  const feed = await feedOf(secretary);
  expect(await surveyor.store.sync.numbersOf(feed)).toEqual([2, 5, 9, 14, 20]);
  const proof = await proofOf(surveyor, feed);
  expect(proof).toMatchObject({ proved: '2,5,9,14,20', unproved: '', problem: null });
});

test('more holes than fit into one question are proved by several', async () => {
  const project = await server.newProject();
  const secretary = await stickLaptop(server, project, 'k1', 'secretariat');
  const heard: string[] = [];
  const surveyor = await stickLaptop(server, project, 's1', 'surveyor', {
    onWay: (link) => (request) => {
      heard.push(request.path);
      return link(request);
    },
  });
  const count = MAX_ASKED_RANGES + 10;
  const changes = Array.from({ length: count }, (_, at) => [
    { record: secretary.device.newId(), kind: 'visit', form: 1, set: visitAnswers() },
    { record: `brand/${at}` as RecordId, kind: 'brand', form: 1, set: { name_local: `${at}` } },
  ]).flat();
  expectOk(await secretary.store.records.write(changes));
  await syncWell(secretary);
  await look(surveyor);
  const proof = await proofOf(surveyor, await feedOf(secretary));
  expect(proof?.proved.split(',')).toHaveLength(count);
  expect(proof).toMatchObject({ held: count, unproved: '', problem: null });
  expect(heard.filter((path) => path === '/sync/proofs')).toHaveLength(2);
});

test('what the server writes down itself, as who joins a project, is counted as not signed and is no alarm', async () => {
  const is = await scene(server);
  const { project } = is.project;
  for (const code of ['s3', 's4']) {
    const person = code as PersonId;
    const name = `${person} ${project}`.slice(0, 60);
    const account = { project, name, person, role: 'surveyor', password: testPassword } as const;
    expectOkText(await createAccount(server.deps, account));
    expect(await look(is.supervisor)).toMatchObject({ kind: 'up-to-date' });
  }
  const proofs = await readProofs(is.supervisor.store.settings);
  const ofServer = proofs.filter(({ device }) => device === null);
  expect(ofServer).toMatchObject([{ proved: '', unproved: '1-2', problem: null }]);
});

function expectOkText(made: Result<null, string>): void {
  expect(made).toEqual({ ok: true, value: null });
}
