import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeviceKey } from '#shared/core/device-key.ts';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import { enrolmentText } from '#shared/records/enrolment.ts';
import { enrolmentKey } from '../../renderer/sync/device-keys.ts';
import type { TestPerson, TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import type { Signer } from '../support/make-bundle.ts';
import { makeSigner } from '../support/make-bundle.ts';
import { onEachDatabase } from '../support/open-test-database.ts';
import { teamKeysSchema } from '#shared/sync/team-api.ts';
import { setRecoveryKeys } from '../../server/store/project-store.ts';
import { bundleKeys } from '../../server/services/devices.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

onEachDatabase('enrolment by a code', (kind) => {
  let server: TestServer;
  let address = 0;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());

  async function team() {
    const project = await server.newProject();
    const supervisor = await project.addPerson('v1', 'supervisor');
    const surveyor = await project.addPerson('s1', 'surveyor');
    return { project, supervisor, surveyor };
  }

  function open(by: TestPerson, person: string, code: Signer, days = 1) {
    const payload = { person, enrolment: code.device, days };
    return by.inject({ method: 'POST', url: '/enrolments', payload });
  }

  async function use(code: Signer, device: DeviceKey, changes: object = {}, from?: string) {
    address += 1;
    const { recipient } = await bundleKeys(server.deps.db);
    const signature = code.sign(enrolmentText(device, recipient));
    return server.app.inject({
      method: 'POST',
      url: '/enrolled',
      headers: { host: 'localhost' },
      remoteAddress: from ?? `10.1.0.${address}`,
      payload: { enrolment: code.device, device, recipient, signature, ...changes },
    });
  }

  const wrongCode = { failure: { kind: 'enrolment/wrong-code' } };

  test('signs the laptop in as the person, whose work then counts as theirs', async () => {
    const { supervisor } = await team();
    const [code, laptop] = [makeSigner(), makeSigner()];
    expect((await open(supervisor, 's1', code)).statusCode).toBe(204);
    const entered = await use(code, laptop.device);
    expect(entered.json()).toMatchObject({ person: 's1', role: 'surveyor' });
    expect(String(entered.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Strict/);
    const seen = await supervisor.inject({ method: 'GET', url: '/team' });
    expect(seen.json()).toMatchObject({
      devices: [{ device: laptop.device, person: 's1', isRevoked: false }],
      enrolments: [],
    });
  });

  test('is good once, for the laptop that used it, which may ask again', async () => {
    const { supervisor } = await team();
    const [code, laptop, other] = [makeSigner(), makeSigner(), makeSigner()];
    await open(supervisor, 's1', code);
    expect((await use(code, laptop.device)).statusCode).toBe(200);
    expect((await use(code, laptop.device)).statusCode).toBe(200);
    const second = await use(code, other.device);
    expect([second.statusCode, second.json()]).toEqual([401, wrongCode]);
  });

  test('used by two laptops at once lets one of them in', async () => {
    const { supervisor } = await team();
    const code = makeSigner();
    await open(supervisor, 's1', code);
    const both = await Promise.all([1, 2, 3, 4].map(async () => use(code, makeSigner().device)));
    expect(both.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
  });

  test.each([
    ['unknown', async () => undefined],
    ['withdrawn', withdrawn],
    ['ended', async (by: TestPerson, code: Signer) => ended(by, code)],
    ['signed by another key', async (by: TestPerson, code: Signer) => open(by, 's1', code)],
  ])('that is %s gets the same answer', async (what, prepare) => {
    const { supervisor } = await team();
    const [code, laptop] = [makeSigner(), makeSigner()];
    await prepare(supervisor, code);
    const forged = what === 'signed by another key' ? { signature: 'ab'.repeat(64) } : {};
    const answer = await use(code, laptop.device, forged);
    expect([answer.statusCode, answer.json()]).toEqual([401, wrongCode]);
  });

  async function withdrawn(by: TestPerson, code: Signer): Promise<void> {
    await open(by, 's1', code);
    const taken = await by.inject({ method: 'DELETE', url: `/enrolments/${code.device}` });
    expect(taken.statusCode).toBe(204);
  }

  async function ended(by: TestPerson, code: Signer): Promise<void> {
    await open(by, 's1', code);
    server.clock.ms += DAY_MS + 1;
  }

  test('of a person whose account has ended is good for nothing', async () => {
    const { project, supervisor } = await team();
    const code = makeSigner();
    await open(supervisor, 's1', code);
    await server.deps.db
      .updateTable('account')
      .set({ is_active: false })
      .where('project', '=', project.project)
      .where('person', '=', 's1' as never)
      .execute();
    expect((await use(code, makeSigner().device)).json()).toEqual(wrongCode);
  });

  test('does not bring a barred laptop back, nor one that is another’s', async () => {
    const { project, supervisor } = await team();
    await project.addPerson('s2', 'surveyor');
    const laptop = makeSigner();
    const [first, second, third] = [makeSigner(), makeSigner(), makeSigner()];
    await open(supervisor, 's1', first);
    await use(first, laptop.device);
    await open(supervisor, 's2', second);
    expect((await use(second, laptop.device)).json()).toEqual(wrongCode);
    const barred = await supervisor.inject({ method: 'DELETE', url: `/devices/${laptop.device}` });
    expect(barred.statusCode).toBe(204);
    await open(supervisor, 's1', third);
    expect((await use(third, laptop.device)).json()).toEqual(wrongCode);
  });

  test('is tried from one address a limited number of times', async () => {
    const answers: number[] = [];
    for (let at = 0; at < 61; at += 1) {
      answers.push((await use(makeSigner(), makeSigner().device, {}, '10.9.9.9')).statusCode);
    }
    expect(answers.slice(0, 60).every((status) => status === 401)).toBe(true);
    expect(answers[60]).toBe(429);
  });

  test('is kept as its public key alone: the digits are nowhere in the database', async () => {
    const { supervisor } = await team();
    const key = await enrolmentKey('12345678901234567897');
    if (!key) throw new Error('Node signs with Ed25519');
    const payload = { person: 's1', enrolment: key.device, days: 1 };
    await supervisor.inject({ method: 'POST', url: '/enrolments', payload });
    const rows = await server.deps.db.selectFrom('enrolment').selectAll().execute();
    expect(JSON.stringify(rows)).toContain(key.device);
    expect(JSON.stringify(rows)).not.toContain('12345678901234567897');
  });

  describe('is made', () => {
    test.each([
      ['surveyor', 's2', 403],
      ['supervisor', 's2', 204],
      ['supervisor', 'v2', 403],
      ['supervisor', 'o2', 403],
      ['secretariat', 's2', 204],
      ['secretariat', 'v2', 204],
      ['secretariat', 'o2', 204],
      ['secretariat', 'nobody', 403],
    ] as const)('by a %s for %s: %i', async (role, person, status) => {
      const project = await server.newProject();
      const by = await project.addPerson('by', role);
      await project.addPerson('s2', 'surveyor');
      await project.addPerson('v2', 'supervisor');
      await project.addPerson('o2', 'secretariat');
      expect((await open(by, person, makeSigner())).statusCode).toBe(status);
    });

    test('for people of one’s own project alone', async () => {
      const { supervisor } = await team();
      const other = await server.newProject();
      await other.addPerson('elsewhere', 'surveyor');
      expect((await open(supervisor, 'elsewhere', makeSigner())).statusCode).toBe(403);
    });

    test('a handful of times before one is used', async () => {
      const { supervisor } = await team();
      const made: number[] = [];
      for (let at = 0; at < 6; at += 1) {
        made.push((await open(supervisor, 's1', makeSigner())).statusCode);
      }
      expect(made).toEqual([204, 204, 204, 204, 204, 403]);
    });
  });

  test('a surveyor neither sees the team nor bars a laptop', async () => {
    const { supervisor, surveyor } = await team();
    expect((await surveyor.inject({ method: 'GET', url: '/team' })).statusCode).toBe(403);
    const [code, laptop] = [makeSigner(), makeSigner()];
    await open(supervisor, 's1', code);
    await use(code, laptop.device);
    const barred = await surveyor.inject({ method: 'DELETE', url: `/devices/${laptop.device}` });
    expect(barred.statusCode).toBe(403);
  });

  test('barring a laptop signs its person out everywhere', async () => {
    const { supervisor, surveyor } = await team();
    const [code, laptop] = [makeSigner(), makeSigner()];
    await open(supervisor, 's1', code);
    await use(code, laptop.device);
    await supervisor.inject({ method: 'DELETE', url: `/devices/${laptop.device}` });
    expect((await surveyor.inject({ method: 'GET', url: '/session' })).statusCode).toBe(401);
  });

  test('every laptop hears of the recovery keys of its project, and of no others', async () => {
    const { project, supervisor, surveyor } = await team();
    const keys = await Promise.all([makeAgeKeys(), makeAgeKeys()]);
    const recovery = keys.map(({ recipient }) => recipient);
    await setRecoveryKeys(server.deps.db, project.project, recovery);
    for (const person of [supervisor, surveyor]) {
      const heard = await person.inject({ method: 'GET', url: '/devices' });
      expect(teamKeysSchema.parse(heard.json()).recovery).toEqual(recovery);
    }
    const other = await team();
    const heard = await other.surveyor.inject({ method: 'GET', url: '/devices' });
    expect(heard.json()).not.toHaveProperty('recovery');
  });
});
