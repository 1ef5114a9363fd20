import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeviceKey } from '#shared/core/device-key.ts';
import type { PersonId } from '#shared/core/ids.ts';
import { renewalText } from '#shared/records/renewal.ts';
import type { DeviceRegistration } from '#shared/sync/team-api.ts';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import { makeChallenge } from '../../server/services/challenges.ts';
import { listDevices } from '../../server/store/device-store.ts';
import type { TestPerson, TestProject, TestServer } from '../support/build-test-app.ts';
import { buildTestServer, testPassword } from '../support/build-test-app.ts';
import { expectOk } from '../support/expect-ok.ts';
import type { Signer } from '../support/make-bundle.ts';
import { makeSigner } from '../support/make-bundle.ts';
import { onEachDatabase } from '../support/open-test-database.ts';
import { registrationOf } from '../support/registration.ts';
import { stickLaptop, work } from '../support/stick-laptops.ts';

const MINUTE_MS = 60_000;

onEachDatabase('registering the key of a laptop', (kind) => {
  let server: TestServer;
  let recipient: string;
  beforeAll(async () => {
    server = await buildTestServer(kind);
    ({ recipient } = await makeAgeKeys());
  });
  afterAll(async () => server.close());

  async function put(by: TestPerson, device: DeviceKey, payload: DeviceRegistration) {
    const url = `/devices/${device}`;
    const answer = await by.inject({ method: 'PUT', url, payload: { ...payload } });
    const { failure } = answer.json<{ readonly failure?: { readonly kind: string } }>();
    return failure?.kind ?? 'registered';
  }

  async function fresh({ project }: TestProject, { person }: TestPerson, signer: Signer) {
    return registrationOf(server.deps, { project, person }, signer, recipient);
  }

  async function devicesOf({ project }: TestProject): Promise<readonly DeviceKey[]> {
    return (await listDevices(server.deps.db, project)).map(({ device }) => device);
  }

  test('takes a proof by the key itself: for this person and recipient, over a fresh challenge, once', async () => {
    const project = await server.newProject();
    const person = await project.addPerson('v1', 'supervisor');
    const [own, other] = [makeSigner(), makeSigner()];
    const good = await fresh(project, person, own);
    const challenge = await makeChallenge(server.deps);
    const renewal = own.sign(renewalText(project.project, own.device, challenge));
    const elsewhere = { project: project.project, person: 's9' as PersonId };
    const bad: readonly DeviceRegistration[] = [
      { recipient },
      await fresh(project, person, { ...other, device: own.device }),
      { ...good, recipient: (await makeAgeKeys()).recipient },
      { recipient, proof: { challenge, signature: renewal } },
      await registrationOf(server.deps, elsewhere, own, recipient),
      { recipient, proof: { challenge: 'x', signature: good.proof?.signature ?? '' } },
    ];
    for (const one of bad) expect(await put(person, own.device, one)).toBe('device/unknown');
    const late = await fresh(project, person, own);
    server.clock.ms += MINUTE_MS + 1;
    expect(await put(person, own.device, late)).toBe('device/unknown');
    expect(await devicesOf(project)).toEqual([]);
    const proven = await fresh(project, person, own);
    expect(await put(person, own.device, proven)).toBe('registered');
    expect(await devicesOf(project)).toEqual([own.device]);
  });

  test('takes a sign-in of the last quarter of an hour: a stolen session registers nothing', async () => {
    const project = await server.newProject();
    const person = await project.addPerson('v1', 'supervisor');
    const own = makeSigner();
    server.clock.ms += 15 * MINUTE_MS;
    expect(await put(person, own.device, await fresh(project, person, own))).toBe('registered');
    server.clock.ms += 1;
    const thiefs = makeSigner();
    expect(await put(person, thiefs.device, await fresh(project, person, thiefs))).toBe(
      'account/sign-in-again',
    );
    expect(await devicesOf(project)).toEqual([own.device]);
    // A key that is known changes nothing, and its laptop goes on.
    expect(await put(person, own.device, { recipient })).toBe('registered');
  });

  test('is not opened by a session that a key began, however fresh', async () => {
    const project = await server.newProject();
    const person = await project.addPerson('v1', 'supervisor');
    const [own, thiefs] = [makeSigner(), makeSigner()];
    await put(person, own.device, await fresh(project, person, own));
    const challenge = await makeChallenge(server.deps);
    const signature = own.sign(renewalText(project.project, own.device, challenge));
    const renewed = await server.app.inject({
      method: 'POST',
      url: '/session/renewed',
      headers: { host: 'localhost' },
      payload: { project: project.project, device: own.device, challenge, signature },
    });
    const cookie = String(renewed.headers['set-cookie']).split(';')[0] ?? '';
    const answer = await person.inject({
      method: 'PUT',
      url: `/devices/${thiefs.device}`,
      headers: { cookie },
      payload: { ...(await fresh(project, person, thiefs)) },
    });
    expect([answer.statusCode, answer.json()]).toEqual([
      403,
      { failure: { kind: 'account/sign-in-again' } },
    ]);
  });

  test('is done at a laptop’s first sign-in; where the server forgot it, its person signs in again and nothing is lost', async () => {
    const project = await server.newProject();
    const laptop = await stickLaptop(server, project, 's1', 'surveyor');
    const registered = await devicesOf(project);
    expect(registered).toHaveLength(1);
    server.clock.ms += 60 * MINUTE_MS;
    laptop.device.clock.nowMs = server.clock.ms;
    await work(laptop, 'دکان');
    await server.deps.db.deleteFrom('device').where('project', '=', project.project).execute();

    expect(await laptop.sync.syncNow()).toMatchObject({ failure: { kind: 'device/unknown' } });
    expect(await laptop.sync.syncNow()).toEqual({
      kind: 'needs-you',
      failure: { kind: 'account/sign-in-again' },
    });
    expect(await laptop.store.counts()).toMatchObject({ unsent: 3 });
    const name = `s1 ${project.project}`.slice(0, 60);
    expectOk(await laptop.sessions.signIn({ name, password: testPassword }));
    expect(await laptop.sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
    expect(await laptop.store.counts()).toMatchObject({ unsent: 0, onServer: 3 });
    expect(await devicesOf(project)).toEqual(registered);
  });
});
