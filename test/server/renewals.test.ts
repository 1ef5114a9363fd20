import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProjectId } from '#shared/core/ids.ts';
import { renewalText } from '#shared/records/renewal.ts';
import type { Challenge, Renewing } from '#shared/sync/http-api.ts';
import { loadDeviceKeys } from '../../renderer/sync/device-keys.ts';
import { SIGNED_OUT_SETTING } from '../../renderer/sync/signed-out.ts';
import { endAccount } from '../../server/store/account-store.ts';
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

  async function renew(renewing: Renewing) {
    return server.app.inject({
      method: 'POST',
      url: '/session/renewed',
      headers: { host: 'localhost' },
      payload: renewing,
    });
  }

  test('is renewed for a fresh challenge of this server alone, signed for this project by a known key', async () => {
    const { laptop, project } = await longAway();
    const keys = await loadDeviceKeys(laptop.store.settings);
    const other = await loadDeviceKeys((await longAway()).laptop.store.settings);
    if (!keys || !other) throw new Error('this machine signs');
    async function signed(text: string, by = keys, at: ProjectId = project.project) {
      if (!by) throw new Error('this machine signs');
      const { device } = by;
      const signature = await by.sign(renewalText(at, device, text));
      return { project: project.project, device, challenge: text, signature };
    }
    const good = await signed(await challenge());
    expect((await renew(good)).statusCode).toBe(200);
    const [until = '', nonce = '', mac = ''] = good.challenge.split('.');
    const bad: readonly Renewing[] = [
      { ...good, challenge: await challenge() },
      { ...good, signature: '0'.repeat(128) },
      await signed(`${Number(until) + 1}.${nonce}.${mac}`),
      await signed(`${until}.${nonce}.`),
      await signed('x'),
      await signed(await challenge(), other),
      await signed(await challenge(), keys, 'elsewhere' as ProjectId),
    ];
    for (const one of bad) {
      const answer = await renew(one);
      expect([answer.statusCode, answer.json()]).toEqual([
        401,
        { failure: { kind: 'account/signed-out' } },
      ]);
    }
    server.clock.ms += 61_000;
    expect((await renew(good)).statusCode).toBe(401);
  });
});
