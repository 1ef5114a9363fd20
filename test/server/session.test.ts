import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '#shared/core/ids.ts';
import { PROTOCOL_VERSION } from '#shared/sync/protocol-version.ts';
import { sessionEnds } from '../../server/migrations/0011-session-ends.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer, testPassword } from '../support/build-test-app.ts';
import { onEachDatabase } from '../support/open-test-database.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

onEachDatabase('signing in', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());

  let address = 0;
  async function signIn(name: string, password: string, remoteAddress?: string) {
    address += 1;
    return server.app.inject({
      method: 'POST',
      url: '/session',
      headers: { host: 'localhost' },
      remoteAddress: remoteAddress ?? `10.0.0.${address}`,
      payload: { name, password },
    });
  }

  async function surveyor() {
    return (await server.newProject()).addPerson('s1', 'surveyor');
  }

  test('with the right password says who one is and keeps the session out of reach of scripts', async () => {
    const person = await surveyor();
    const answer = await signIn(person.name, testPassword);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      person: 's1',
      role: 'surveyor',
      serverMs: server.clock.ms,
    });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(
      /^bazarnegar_session=[^;]+; Max-Age=86400; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  test('takes the name as any keyboard writes it', async () => {
    const person = await surveyor();
    const answer = await signIn(`  ${person.name.toUpperCase()}`, testPassword);
    expect(answer.statusCode).toBe(200);
  });

  test('with a wrong password and with an unknown name gets the same answer', async () => {
    const person = await surveyor();
    const wrong = await signIn(person.name, 'wrong password');
    const unknown = await signIn('nobody', 'wrong password');
    expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body]);
    expect(wrong.json()).toEqual({ failure: { kind: 'account/wrong-credentials' } });
  });

  test('is barred for a name after ten wrong passwords from anywhere, the right one included', async () => {
    const person = await surveyor();
    for (let attempt = 0; attempt < 10; attempt++) {
      expect((await signIn(person.name, 'wrong password')).statusCode).toBe(401);
    }
    const barred = await signIn(person.name, testPassword);
    expect(barred.statusCode).toBe(429);
    const seconds = Number(barred.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(barred.json()).toEqual({
      failure: { kind: 'account/too-many-tries', retryAfterSeconds: seconds },
    });
    expect((await signIn((await surveyor()).name, testPassword)).statusCode).toBe(200);
  });

  test('with many passwords at once is barred as well', async () => {
    const person = await surveyor();
    const answers = await Promise.all(
      Array.from({ length: 30 }, async (_, index) =>
        signIn(person.name, index === 29 ? testPassword : 'wrong password'),
      ),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toEqual([]);
  });

  test('is barred for an address after sixty tries in five minutes, whatever the names', async () => {
    for (let attempt = 0; attempt < 60; attempt++) {
      await signIn(`nobody ${attempt}`, 'wrong password', '10.9.9.9');
    }
    const barred = await signIn('somebody', 'wrong password', '10.9.9.9');
    expect(barred.statusCode).toBe(429);
    expect(barred.json()).toMatchObject({ failure: { kind: 'account/too-many-tries' } });
    expect(Number(barred.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn('somebody', 'wrong password', '10.9.9.8')).statusCode).toBe(401);
  });

  test.each([
    {},
    { name: 'x' },
    { name: '', password: 'x' },
    { name: 'x', password: 'y'.repeat(201) },
    [],
  ])('with %j is no sign-in', async (payload) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/session',
      headers: { host: 'localhost' },
      remoteAddress: '10.1.1.1',
      payload,
    });
    expect(answer.statusCode).toBe(400);
  });

  test('lasts a day from its start, however much it is used', async () => {
    const person = await surveyor();
    const started = server.clock.ms;
    for (const part of [0.1, 0.3, 0.5, 0.7, 0.9, 0.999]) {
      server.clock.ms = started + part * DAY_MS;
      const used = await person.inject({ url: '/session' });
      expect([used.statusCode, used.headers['set-cookie']]).toEqual([200, undefined]);
    }
    server.clock.ms = started + DAY_MS;
    const ended = await person.inject({ url: '/session' });
    expect([ended.statusCode, ended.json()]).toEqual([
      401,
      { failure: { kind: 'account/signed-out' } },
    ]);
    server.clock.ms = started;
  });

  test('of before it had an end of its own ends a day after its start as well', async () => {
    const person = await surveyor();
    const [project = ''] = person.cookie.replace('bazarnegar_session=', '').split('.');
    const endsAtMs = server.clock.ms + 10 * DAY_MS;
    await sql`update session set expires_at = ${new Date(endsAtMs)} where project = ${project}`.execute(
      server.deps.db,
    );
    await sql.raw(sessionEnds.sql).execute(server.deps.db);
    const { expires_at: endsAt } = await server.deps.db
      .selectFrom('session')
      .select('expires_at')
      .where('project', '=', project as ProjectId)
      .executeTakeFirstOrThrow();
    expect(endsAt.getTime()).toBe(server.clock.ms + DAY_MS);
  });

  test('ends with signing out, on the server as well', async () => {
    const person = await surveyor();
    const out = await person.inject({ method: 'DELETE', url: '/session' });
    expect(out.statusCode).toBe(204);
    expect(String(out.headers['set-cookie'])).toMatch(/^bazarnegar_session=;/);
    expect((await person.inject({ url: '/session' })).statusCode).toBe(401);
  });

  test('ends for an account that is no longer active', async () => {
    const person = await surveyor();
    await server.deps.db
      .updateTable('account')
      .set({ is_active: false })
      .where('name', '=', person.name)
      .execute();
    expect((await person.inject({ url: '/session' })).statusCode).toBe(401);
    expect((await signIn(person.name, testPassword)).statusCode).toBe(401);
  });

  test('leaves no token and no password in the database', async () => {
    const person = await surveyor();
    const token = person.cookie.slice(person.cookie.indexOf('.') + 1);
    const rows = [
      ...(await server.deps.db.selectFrom('session').selectAll().execute()),
      ...(await server.deps.db.selectFrom('account').selectAll().execute()),
    ];
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(testPassword);
  });

  test.each([
    ['no cookie', undefined],
    ['a made-up cookie', 'bazarnegar_session=p.abc'],
    ['half a cookie', 'bazarnegar_session=abc'],
    ['an empty cookie', 'bazarnegar_session='],
  ])('is needed: %s opens nothing', async (_, cookie) => {
    const headers = { host: 'localhost', ...(cookie === undefined ? {} : { cookie }) };
    for (const url of [
      '/session',
      '/sync/pull?protocol=1',
      '/sync/feeds/x',
      `/photos/${'a'.repeat(64)}`,
    ]) {
      const answer = await server.app.inject({ url, headers });
      expect([url, answer.statusCode]).toEqual([url, 401]);
    }
    const push = await server.app.inject({
      method: 'POST',
      url: '/sync/push',
      headers,
      payload: {},
    });
    expect(push.statusCode).toBe(401);
  });

  test('of one project is no session of another', async () => {
    const [one, two] = [await surveyor(), await surveyor()];
    const token = one.cookie.slice(one.cookie.indexOf('.'));
    const project = two.cookie.slice(0, two.cookie.indexOf('.'));
    const headers = { host: 'localhost', cookie: `${project}${token}` };
    expect((await server.app.inject({ url: '/session', headers })).statusCode).toBe(401);
  });

  test('is not needed to ask who answers', async () => {
    const answer = await server.app.inject({ url: '/health', headers: { host: 'localhost' } });
    expect(answer.json()).toMatchObject({
      app: 'bazarnegar',
      protocol: PROTOCOL_VERSION,
      isSample: false,
      sampleAccounts: [],
    });
  });
});
