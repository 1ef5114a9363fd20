import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Failure } from '#shared/core/failure.ts';
import type { Result } from '#shared/core/result.ts';
import { err, ok } from '#shared/core/result.ts';
import type { Desktop } from '#shared/desktop/contract.ts';
import type { AppServices } from '../../renderer/services/services.ts';
import {
  planTravel,
  sealForTravel,
  writeTravelPart,
} from '../../renderer/services/seal-for-travel.ts';
import type { WrittenPart } from '../../renderer/sync/write-part.ts';
import { importBundle } from '../../server/services/import-bundle.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer, testPassword } from '../support/build-test-app.ts';
import { createDevice } from '../support/device.ts';
import { expectOk } from '../support/expect-ok.ts';
import { injectLink } from '../support/inject-link.ts';
import { inChunks, testPhoto } from '../support/make-bundle.ts';
import { visitAnswers } from '../support/make-entries.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import { startApp, syncWell } from '../support/sync-device.ts';

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

/** A surveyor's laptop that has synced once, has no network any more and a stick in it. */
async function startLaptop({ recoverers = 0, hasSynced = true } = {}) {
  const project = await server.newProject();
  const { name } = await project.addPerson('s1', 'surveyor');
  const link = injectLink(server.app);
  let isOnline = true;
  const device = createDevice({
    nowMs: server.clock.ms,
    link: async (request) => (isOnline ? link(request) : err({ kind: 'network/unreachable' })),
  });
  const app = await startApp(device);
  expectOk(await app.sessions.signIn({ name, password: testPassword }));
  if (hasSynced) await syncWell(app);
  isOnline = false;
  device.stick = { files: new Map(), chosen: '' };
  let sealed = 0;
  const desktop = device.desktop();
  const { store, sessions } = app;
  const services = {
    desktop,
    store,
    sessions,
    ambient: { nowMs: () => device.clock.nowMs } as AppServices['ambient'],
    vault: {
      flush: async () => true,
      current: () => ({ recipients: Array.from({ length: recoverers }, () => 'age1') }),
      seal: async () => {
        sealed += 1;
        return ok(null);
      },
    } as unknown as AppServices['vault'],
  };
  return { project, app, device, store, services, sealed: () => sealed };
}

type Laptop = Awaited<ReturnType<typeof startLaptop>>;

async function write({ store, device }: Laptop, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const set = visitAnswers({ outlet_name: `دکان ${at}` });
    expectOk(await store.records.write([{ record: device.newId(), kind: 'visit', form: 1, set }]));
  }
}

async function photograph({ store, device }: Laptop): Promise<void> {
  const photo = { mediaType: 'image/png', bytes: testPhoto(4000) };
  expectOk(await store.photos.put({ record: device.newId(), ...photo }));
}

function draftOf(laptop: Laptop) {
  const record = laptop.device.newId();
  const set = { outlet_name: 'نیمه' };
  const draft = { record, kind: 'visit', form: 1, visit: null, set, raw: {}, isChange: false };
  return laptop.store.drafts.save({ ...draft, carried: [], savedMs: 1 });
}

/** Plans, writes every part, and seals. */
async function travel(
  { services }: Laptop,
  between: () => Promise<unknown> = async () => undefined,
): Promise<Result<readonly WrittenPart[], Failure>> {
  const plan = await planTravel(services);
  if (!plan.ok) return plan;
  const written: WrittenPart[] = [];
  const { bundle } = plan.value;
  for (const manifest of bundle?.parts ?? []) {
    const part = bundle && (await writeTravelPart(services, bundle, manifest, () => undefined));
    if (!part?.ok) return part ?? err({ kind: 'vault/not-read-back' });
    if (part.value) written.push(part.value);
  }
  await between();
  const sealed = await sealForTravel(services, plan.value, written);
  return sealed.ok ? ok(written) : sealed;
}

/** Why a laptop was not sealed; throws where it was. */
async function refusalOf(
  laptop: Laptop,
  between?: () => Promise<unknown>,
): Promise<Failure['kind']> {
  const travelled = await travel(laptop, between);
  if (travelled.ok || laptop.sealed() > 0) throw new Error('the vault was sealed');
  return travelled.error.kind;
}

test('what was not sent lies on the stick, read back, before the vault is sealed; the server takes all of it in', async () => {
  const laptop = await startLaptop();
  await write(laptop, 12);
  await photograph(laptop);
  const [part] = expectOk(await travel(laptop));
  expect(part?.isVerified).toBe(true);
  expect(laptop.sealed()).toBe(1);
  const bytes = laptop.device.stick?.files.get(part?.name ?? '') ?? new Uint8Array();
  const { deps } = server;
  const taken = await importBundle(deps, laptop.project.project, {
    chunks: () => inChunks(bytes),
    close: async () => undefined,
  });
  expect(expectOk(taken)).toMatchObject({ manifest: { counts: { entries: 12, photos: 1 } } });
});

test('where the server has signed for everything no stick is needed', async () => {
  const laptop = await startLaptop();
  laptop.device.stick = undefined;
  expect(expectOk(await travel(laptop))).toEqual([]);
  expect(laptop.sealed()).toBe(1);
});

test('nothing is destroyed where nobody is known who could open a bundle', async () => {
  const laptop = await startLaptop({ hasSynced: false });
  await write(laptop, 1);
  expect(await refusalOf(laptop)).toBe('bundle/nobody-to-open');
});

test('nothing is destroyed where a photo is not whole', async () => {
  const laptop = await startLaptop();
  await photograph(laptop);
  laptop.device.photos.clear();
  expect(await refusalOf(laptop)).toBe('vault/photos-missing');
});

test('nothing is destroyed while there are drafts that no recovery key would open', async () => {
  const laptop = await startLaptop();
  expectOk(await draftOf(laptop));
  expect(await refusalOf(laptop)).toBe('vault/unfinished-work');
  const kept = await startLaptop({ recoverers: 2 });
  expectOk(await draftOf(kept));
  expectOk(await travel(kept));
  expect(kept.sealed()).toBe(1);
});

test('nothing is destroyed while a photo waits that keeps its place without consent', async () => {
  const laptop = await startLaptop();
  const { store, device } = laptop;
  const record = device.newId();
  const photo = { record, mediaType: 'image/jpeg', bytes: testPhoto(4000) };
  const sha256 = expectOk(await store.photos.put({ ...photo, ofDraft: true, hasPlace: true }));
  const set = visitAnswers({ consent: 'no', outlet_photo: [{ sha256 }] });
  expectOk(await store.records.write([{ record, kind: 'visit', form: 1, set }]));
  expect(await refusalOf(laptop)).toBe('vault/unfinished-work');
});

test('nothing is destroyed where something was written since the bundle was made', async () => {
  const laptop = await startLaptop();
  await write(laptop, 2);
  expect(await refusalOf(laptop, () => write(laptop, 1))).toBe('vault/new-work');
  expect(await refusalOf(laptop, () => photograph(laptop))).toBe('vault/new-work');
  expect(await refusalOf(laptop, () => draftOf(laptop))).toBe('vault/unfinished-work');
});

test('nothing is destroyed where the stick is full, is pulled out, lies, or cannot be read back', async () => {
  const laptop = await startLaptop();
  await write(laptop, 3);
  const { desktop } = laptop.services;
  const faults: readonly (readonly [Failure['kind'], Partial<Record<string, () => unknown>>])[] = [
    ['file/not-saved', { 'file.write': () => err({ kind: 'file/not-saved', detail: 'ENOSPC' }) }],
    ['file/not-saved', { 'file.end': () => err({ kind: 'file/not-saved', detail: 'EIO' }) }],
    ['vault/not-read-back', { 'file.open': () => err({ kind: 'file/not-read', detail: 'EIO' }) }],
    ['vault/not-read-back', { 'file.open': () => ok(null) }],
    ['bundle/not-as-written', { 'file.read': () => ok(new Uint8Array(9)) }],
  ];
  for (const [kind, answers] of faults) {
    const faulty = {
      ...desktop,
      call: async (channel: string, input: never) =>
        answers[channel]?.() ?? desktop.call(channel as never, input),
    } as Desktop;
    expect(await refusalOf({ ...laptop, services: { ...laptop.services, desktop: faulty } })).toBe(
      kind,
    );
  }
  expectOk(await travel(laptop));
});

test('the session of its person ends, where there is a network', async () => {
  const laptop = await startLaptop();
  let ended = 0;
  const sessions = {
    ...laptop.services.sessions,
    signOut: async () => {
      ended += 1;
      return ok(null);
    },
  };
  expectOk(await travel({ ...laptop, services: { ...laptop.services, sessions } }));
  expect([ended, laptop.sealed()]).toEqual([1, 1]);
});
