import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FeedId, PersonId } from '#shared/core/ids.ts';
import { groupEnrolmentCode, makeEnrolmentCode } from '#shared/records/enrolment.ts';
import { readEnrolmentCode } from '#shared/records/enrolment.ts';
import { writeReceiptsFile } from '#shared/bundle/receipts-file.ts';
import { readCarriedFeeds } from '../../renderer/sync/carried-feeds.ts';
import { enrolmentKey } from '../../renderer/sync/device-keys.ts';
import { createHttpTransport } from '../../renderer/sync/http-transport.ts';
import { loadReceipts } from '../../renderer/sync/load-receipts.ts';
import { planBundle } from '../../renderer/sync/plan-bundle.ts';
import { makeStarter, takeStarter } from '../../renderer/sync/starter-file.ts';
import { closeBundle, openBundle, takeBundle } from '../../renderer/sync/take-bundle.ts';
import { writePart } from '../../renderer/sync/write-part.ts';
import type { TestProject, TestServer } from '../support/build-test-app.ts';
import { buildTestServer, testPassword } from '../support/build-test-app.ts';
import { createDevice } from '../support/device.ts';
import { expectOk } from '../support/expect-ok.ts';
import { injectLink } from '../support/inject-link.ts';
import { visitAnswers } from '../support/make-entries.ts';
import type { MemoryStick } from '../support/memory-desktop.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import { putOnStick, work } from '../support/stick-laptops.ts';
import type { SyncedApp } from '../support/sync-device.ts';
import { startApp, syncWell } from '../support/sync-device.ts';

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

const code = makeEnrolmentCode(crypto.getRandomValues(new Uint8Array(64)));

async function supervisorOf(project: TestProject): Promise<SyncedApp> {
  const person = await project.addPerson('v1', 'supervisor');
  await project.addPerson('s1', 'surveyor');
  const app = await startApp(
    createDevice({ nowMs: server.clock.ms, link: injectLink(server.app) }),
  );
  expectOk(await app.sessions.signIn({ name: person.name, password: testPassword }));
  await syncWell(app);
  return app;
}

/** A laptop that no network ever reaches. */
async function lonelyLaptop(): Promise<SyncedApp> {
  async function link() {
    return { ok: false, error: { kind: 'network/unreachable' } } as const;
  }
  return startApp(createDevice({ nowMs: server.clock.ms, link }));
}

function parts({ device, store }: SyncedApp, stick: MemoryStick, chosen = '') {
  device.stick = stick;
  stick.chosen = chosen;
  const desktop = device.desktop();
  const transport = createHttpTransport(desktop);
  return { desktop, store, transport, nowMs: () => device.clock.nowMs };
}

/** The supervisor makes a code and a starter with a brand in it; the stick with it. */
async function handOut(supervisor: SyncedApp): Promise<MemoryStick> {
  const record = 'brand/b1' as never;
  const set = { code: 'b1', name_fa: 'گلستان', status: 'active' };
  expectOk(await supervisor.store.records.write([{ record, kind: 'brand', form: 1, set }]));
  const stick: MemoryStick = { files: new Map(), chosen: '' };
  await putStarter(supervisor, stick, { person: 's1' as PersonId, code, name: 'start.bzs' });
  return stick;
}

/** The supervisor opens an enrolment with a code, and puts its starter on a stick. */
async function putStarter(
  supervisor: SyncedApp,
  stick: MemoryStick,
  {
    person,
    code: own,
    name,
  }: { readonly person: PersonId; readonly code: string; readonly name: string },
): Promise<void> {
  const key = await enrolmentKey(own);
  if (!key) throw new Error('Node signs with Ed25519');
  const deps = parts(supervisor, stick);
  expectOk(await deps.transport.openEnrolment({ person, enrolment: key.device, days: 30 }));
  const starter = expectOk(await makeStarter(deps, { code: own, person, role: 'surveyor' }));
  stick.files.set(name, Buffer.from(starter));
}

function begin(laptop: SyncedApp, stick: MemoryStick, typed = code, name = 'start.bzs') {
  function newFeed(): FeedId {
    return laptop.device.newId() as string as FeedId;
  }
  return takeStarter({ ...parts(laptop, stick, name), newFeed }, typed);
}

describe('a laptop that never sees a network', () => {
  test('begins with a code and a starter; its work goes by stick, is the person’s, and comes back as safe', async () => {
    const project = await server.newProject();
    const supervisor = await supervisorOf(project);
    const stick = await handOut(supervisor);
    const laptop = await lonelyLaptop();
    expect(readEnrolmentCode(groupEnrolmentCode(code))).toBe(code);
    expectOk(await begin(laptop, stick));
    expect(await laptop.store.identity()).toMatchObject({ person: 's1', role: 'surveyor' });
    expect(await laptop.store.records.list('brand')).toHaveLength(1);

    const set = visitAnswers({ outlet_name: 'دکان' });
    const record = laptop.device.newId();
    expectOk(await laptop.store.records.write([{ record, kind: 'visit', form: 1, set }]));
    const plan = expectOk(await planBundle(parts(laptop, stick)));
    const [manifest] = plan.parts;
    if (!manifest) throw new Error('a plan has a part');
    expect(manifest.certificate).not.toBeNull();
    const written = expectOk(
      await writePart(parts(laptop, stick), plan, manifest, () => undefined),
    );

    const taker = parts(supervisor, stick, written?.name);
    const preview = expectOk(await openBundle(taker, () => undefined));
    if (!preview) throw new Error('a file was chosen');
    expect(preview.manifest.person).toBe('s1');
    expectOk(await takeBundle(taker, preview, () => undefined));
    await closeBundle(taker, preview.file);
    await syncWell(supervisor);
    const carried = await readCarriedFeeds(supervisor.store.settings);
    expect(carried).toMatchObject([{ person: 's1', confirmed: 1, failure: null, refused: [] }]);

    const receipts = carried.flatMap(({ receipt }) => receipt ?? []);
    const file = writeReceiptsFile({ receipts, photos: [], refused: [] });
    stick.files.set('back.bzr', Buffer.from(file));
    expectOk(await loadReceipts(parts(laptop, stick, 'back.bzr')));
    expect((await laptop.store.sync.coverage()).isWhole).toBe(true);
    const reader = await server.signIn(`v1 ${project.project}`.slice(0, 60), project.project);
    const { entries } = await reader.pull();
    expect(entries.filter(({ kind }) => kind === 'visit')).toMatchObject([{ author: 's1' }]);
  });

  test('is not set up by another code, nor by a file that was changed; it is as empty as before', async () => {
    const stick = await handOut(await supervisorOf(await server.newProject()));
    const laptop = await lonelyLaptop();
    const other = makeEnrolmentCode(crypto.getRandomValues(new Uint8Array(64)));
    const refused = { ok: false, error: { kind: 'enrolment/not-a-starter' } };
    expect(await begin(laptop, stick, other)).toEqual(refused);
    const file = Buffer.from(stick.files.get('start.bzs') ?? []);
    file[file.length - 40] = (file.at(-40) ?? 0) ^ 1;
    stick.files.set('start.bzs', file);
    expect(await begin(laptop, stick)).toEqual(refused);
    expect(await laptop.store.identity()).toBeUndefined();
  });

  test('and one begun with the same starter by someone else is not the person’s: the first counts', async () => {
    const project = await server.newProject();
    const supervisor = await supervisorOf(project);
    const stick = await handOut(supervisor);
    const names: string[] = [];
    for (const laptop of [await lonelyLaptop(), await lonelyLaptop()]) {
      expectOk(await begin(laptop, stick));
      const set = visitAnswers({ outlet_name: 'دکان' });
      const record = laptop.device.newId();
      expectOk(await laptop.store.records.write([{ record, kind: 'visit', form: 1, set }]));
      const plan = expectOk(await planBundle(parts(laptop, stick)));
      const [manifest] = plan.parts;
      if (!manifest) throw new Error('a plan has a part');
      const done = await writePart(parts(laptop, stick), plan, manifest, () => undefined);
      names.push(expectOk(done)?.name ?? '');
    }
    for (const name of names) {
      const taker = parts(supervisor, stick, name);
      const preview = expectOk(await openBundle(taker, () => undefined));
      if (!preview) throw new Error('a file was chosen');
      expectOk(await takeBundle(taker, preview, () => undefined));
    }
    await syncWell(supervisor);
    const carried = await readCarriedFeeds(supervisor.store.settings);
    expect(carried.map(({ failure }) => failure?.kind ?? 'taken').toSorted()).toEqual([
      'device/unknown',
      'taken',
    ]);
  });
});

// The screens of the way: e2e/desktop/stick (one laptop, which has seen a network), and by hand in `npm run demo -- --usb`.
test('a day with sticks alone: what two laptops typed, the server has and the lights turn safe, record for record', async () => {
  const project = await server.newProject();
  const supervisor = await supervisorOf(project);
  await project.addPerson('s2', 'surveyor');
  const stick: MemoryStick = { files: new Map(), chosen: '' };
  const day = [];
  for (const person of ['s1' as PersonId, 's2' as PersonId]) {
    const own = makeEnrolmentCode(crypto.getRandomValues(new Uint8Array(64)));
    const name = `${person}.bzs`;
    await putStarter(supervisor, stick, { person, code: own, name });
    const laptop = { ...(await lonelyLaptop()), isOnline: false };
    expectOk(await begin(laptop, stick, own, name));
    await work(laptop, person);
    expect(await laptop.store.counts()).toMatchObject({ unsent: 3, unsentPhotos: 1, onServer: 0 });
    day.push({ person, laptop, bundle: await putOnStick(laptop, stick) });
  }
  const reader = await server.signIn(`v1 ${project.project}`.slice(0, 60), project.project);
  expect((await reader.pull()).entries).toEqual([]);

  for (const { bundle } of day) {
    const taker = parts(supervisor, stick, bundle);
    const preview = expectOk(await openBundle(taker, () => undefined));
    if (!preview) throw new Error('a file was chosen');
    expect(preview.newEntries).toBe(3);
    expectOk(await takeBundle(taker, preview, () => undefined));
  }
  await syncWell(supervisor);
  const carried = await readCarriedFeeds(supervisor.store.settings);
  expect(carried.map(({ person, confirmed }) => [person, confirmed])).toEqual([
    ['s1', 3],
    ['s2', 3],
  ]);
  const receipts = carried.flatMap(({ receipt }) => receipt ?? []);
  const { photoReceipts: photos } = await supervisor.store.sync.coverage();
  const file = writeReceiptsFile({ receipts, photos, refused: [] });
  stick.files.set('back.bzr', Buffer.from(file));

  for (const { person, laptop } of day) {
    expect((await laptop.store.sync.coverage()).isWhole).toBe(false);
    expect(expectOk(await loadReceipts(parts(laptop, stick, 'back.bzr')))).toMatchObject({
      entries: 3,
      photos: 1,
    });
    expect(await laptop.store.counts()).toMatchObject({ unsent: 0, unsentPhotos: 0, onServer: 3 });
    expect((await laptop.store.sync.coverage()).isWhole).toBe(true);
    const typed = await laptop.store.records.list('visit');
    const { entries } = await reader.pull();
    const theirs = entries.filter(({ author }) => author === person);
    expect(theirs.map(({ record }) => record).toSorted()).toEqual(
      typed.map(({ id }) => id).toSorted(),
    );
  }
});
