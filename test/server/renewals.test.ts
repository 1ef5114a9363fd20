import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '#shared/core/ids.ts';
import { renewalText } from '#shared/records/renewal.ts';
import type { Challenge, Renewing } from '#shared/sync/team-api.ts';
import type { DeviceKeys } from '../../renderer/sync/device-keys.ts';
import { loadDeviceKeys } from '../../renderer/sync/device-keys.ts';
import { SIGNED_OUT_SETTING } from '../../renderer/sync/signed-out.ts';
import { buildApp } from '../../server/app.ts';
import type { AuditLine } from '../../server/services/audit.ts';
import { endAccount } from '../../server/store/account-store.ts';
import { readAudit } from '../../server/store/audit-store.ts';
import { revokeDevice } from '../../server/store/device-store.ts';
import type { TestProject, TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { onEachDatabase } from '../support/open-test-database.ts';
import type { Laptop } from '../support/stick-laptops.ts';
import { stickLaptop, work } from '../support/stick-laptops.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

onEachDatabase('a session that ended', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());

  /** A laptop that was without a network for three weeks, and its key. */
  async function longAway(): Promise<{ laptop: Laptop; project: TestProject; device: string }> {
    const project = await server.newProject();
    const laptop = await stickLaptop(server, project, 's1', 'surveyor');
    const keys = await loadDeviceKeys(laptop.store.settings);
    if (!keys) throw new Error('this machine signs');
    server.clock.ms += 21 * DAY_MS;
    laptop.device.clock.nowMs = server.clock.ms;
    await work(laptop, 'دکان');
    return { laptop, project, device: keys.device };
  }

  test('begins again by the key of its laptop, without a password, and the work arrives', async () => {
    const { laptop } = await longAway();
    expect(await laptop.sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
    expect(await laptop.store.counts()).toMatchObject({ unsent: 0, onServer: 3 });
  });

  test('is no matter to a laptop that syncs all day, for a week: nobody is asked for a password', async () => {
    const { laptop, project } = await longAway();
    for (let hour = 0; hour < 7 * 24; hour += 5) {
      server.clock.ms += 5 * 60 * 60 * 1000;
      laptop.device.clock.nowMs = server.clock.ms;
      expect(await laptop.sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
    }
    let renewed = 0;
    for await (const line of readAudit(server.deps.db, project.project)) {
      if ((line as AuditLine).action === 'session-renewed') renewed += 1;
    }
    expect(renewed).toBe(7);
  });

  const signedOut = { kind: 'needs-you', failure: { kind: 'account/signed-out' } };

  test('does not where the laptop was revoked, and the work stays on it', async () => {
    const { laptop, project, device } = await longAway();
    const now = new Date(server.clock.ms);
    await revokeDevice(server.deps.db, project.project, device as never, now);
    expect(await laptop.sync.syncNow()).toMatchObject(signedOut);
    expect(await laptop.store.counts()).toMatchObject({ unsent: 3 });
  });

  test('does not where the person left the team', async () => {
    const { laptop, project } = await longAway();
    await endAccount(server.deps.db, project.project, 's1' as never);
    expect(await laptop.sync.syncNow()).toMatchObject(signedOut);
  });

  test('does not where the person signed out on purpose', async () => {
    const { laptop } = await longAway();
    await laptop.store.settings.set(SIGNED_OUT_SETTING, true);
    expect(await laptop.sync.syncNow()).toMatchObject(signedOut);
  });

  async function challenge(): Promise<string> {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/session/challenge',
      headers: { host: 'localhost' },
    });
    return answer.json<Challenge>().challenge;
  }

  async function renew(renewing: Renewing, app = server.app) {
    return app.inject({
      method: 'POST',
      url: '/session/renewed',
      headers: { host: 'localhost' },
      payload: renewing,
    });
  }

  async function refuses(renewing: Renewing, app = server.app): Promise<void> {
    const answer = await renew(renewing, app);
    const failure = { kind: 'account/signed-out' };
    expect([answer.statusCode, answer.json()]).toEqual([401, { failure }]);
  }

  async function keysOf(laptop: Laptop): Promise<DeviceKeys> {
    const keys = await loadDeviceKeys(laptop.store.settings);
    if (!keys) throw new Error('this machine signs');
    return keys;
  }

  /** What answers a challenge at `project`, signed as for `at`. */
  async function answerTo(
    project: ProjectId,
    by: DeviceKeys,
    to: string,
    at = project,
  ): Promise<Renewing> {
    const signature = await by.sign(renewalText(at, by.device, to));
    return { project, device: by.device, challenge: to, signature };
  }

  test('is renewed for a fresh challenge of this server alone, signed for this project by a known key', async () => {
    const { laptop, project: at } = await longAway();
    const { project } = at;
    const keys = await keysOf(laptop);
    const other = await keysOf((await longAway()).laptop);
    const good = await answerTo(project, keys, await challenge());
    const [until = '', nonce = '', mac = ''] = good.challenge.split('.');
    const bad: readonly Renewing[] = [
      { ...good, challenge: await challenge() },
      { ...good, signature: '0'.repeat(128) },
      await answerTo(project, keys, `${Number(until) + 1}.${nonce}.${mac}`),
      await answerTo(project, keys, `${until}.${nonce}.`),
      await answerTo(project, keys, 'x'),
      await answerTo(project, other, await challenge()),
      await answerTo(project, keys, await challenge(), 'elsewhere' as ProjectId),
    ];
    for (const one of bad) await refuses(one);
    // What was refused has used nothing up.
    expect((await renew(good)).statusCode).toBe(200);
    const late = await answerTo(project, keys, await challenge());
    server.clock.ms += 61_000;
    await refuses(late);
  });

  test('begins once for each challenge, also where answers come side by side or the server is started anew', async () => {
    const { laptop, project } = await longAway();
    const keys = await keysOf(laptop);
    const given = await challenge();
    const renewing = await answerTo(project.project, keys, given);
    const answers = await Promise.all(Array.from({ length: 6 }, async () => renew(renewing)));
    const codes = answers.map(({ statusCode }) => statusCode).toSorted((one, two) => one - two);
    expect(codes).toEqual([200, 401, 401, 401, 401, 401]);
    await refuses(renewing);

    const [before, after] = [await challenge(), await challenge()];
    const used = await answerTo(project.project, keys, before);
    expect((await renew(used)).statusCode).toBe(200);
    const startedAnew = await buildApp(server.deps);
    await refuses(used, startedAnew);
    const waiting = await answerTo(project.project, keys, after);
    expect((await renew(waiting, startedAnew)).statusCode).toBe(200);
    await refuses(waiting);
    await startedAnew.close();

    // A minute past their end they are forgotten.
    expect(await remembered()).toBeGreaterThanOrEqual(3);
    server.clock.ms += 2 * 60_000 + 1;
    await renew(await answerTo(project.project, keys, await challenge()));
    expect(await remembered()).toBe(1);
  });

  /** How many rows stand that are over in two minutes: challenges, for what counts sign-ins is longer. */
  async function remembered(): Promise<number> {
    const until = new Date(server.clock.ms + 2 * 60_000);
    const { rows } = await sql<{ readonly key: string }>`
      select key from sign_in_try where ends_at <= ${until}`.execute(server.deps.db);
    return rows.length;
  }
});
