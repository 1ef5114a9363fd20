import { describe, expect, test } from 'vitest';
import { createDevice } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { createFakeServer } from '../../../support/fake-server.ts';
import { makeDraft } from '../../../support/make-record.ts';
import { savePrices } from '../../../support/prices.ts';
import { startApp, startSignedIn, syncWell } from '../../../support/sync-device.ts';

const other = { name: 'surveyor2', password: 'right' };

describe('the first sign-in on a laptop', () => {
  test('makes its identity and its feed', async () => {
    const app = await startSignedIn(createFakeServer(), 'surveyor1');
    expect(await app.store.identity()).toMatchObject({
      project: 'sample',
      person: 'surveyor1',
      role: 'surveyor',
      isSample: true,
    });
  });

  test('with a wrong password makes nothing', async () => {
    const app = await startApp(createDevice({ link: createFakeServer().link() }));
    const signedIn = await app.sessions.signIn({ name: 'surveyor1', password: 'wrong' });
    expect(signedIn).toEqual({ ok: false, error: { kind: 'account/wrong-credentials' } });
    expect(await app.store.identity()).toBeUndefined();
  });

  test('where a hotspot answers says that this is not our server', async () => {
    const server = createFakeServer();
    const app = await startApp(createDevice({ link: server.link() }));
    server.faults.push('captive-portal', 'captive-portal');
    const notOurs = { ok: false, error: { kind: 'network/not-our-server' } };
    expect(await app.sessions.health()).toEqual(notOurs);
    expect(await app.sessions.signIn({ name: 'surveyor1', password: 'right' })).toEqual(notOurs);
  });
});

describe('a later sign-in', () => {
  test('of the same person keeps their feed', async () => {
    const app = await startSignedIn(createFakeServer(), 'surveyor1');
    const before = await app.store.identity();
    expectOk(await app.sessions.signOut());
    expectOk(await app.sessions.signIn({ name: 'surveyor1', password: 'right' }));
    expect(await app.store.identity()).toEqual(before);
  });

  test.each(['record', 'draft'])(
    'of another person is refused while a %s of the first waits, and nothing of it is lost',
    async (what) => {
      const server = createFakeServer();
      const app = await startSignedIn(server, 'surveyor1');
      await syncWell(app);
      if (what === 'record') await savePrices(app.device, app.store, ['10']);
      else expectOk(await app.store.drafts.save(makeDraft(app.device.newId())));
      expect(await app.sessions.signIn(other)).toEqual({
        ok: false,
        error: { kind: 'account/other-person', person: 'surveyor1' },
      });
      expect(await app.store.identity()).toMatchObject({ person: 'surveyor1' });
      const counts = await app.store.counts();
      expect(counts.unsent + counts.drafts).toBe(1);
      // The other's session was ended, so that nothing is sent in their name.
      expect(await app.sync.syncNow()).toMatchObject({ failure: { kind: 'account/signed-out' } });
      expectOk(await app.sessions.signIn({ name: 'surveyor1', password: 'right' }));
      await syncWell(app);
    },
  );

  test('of another person where all is sent gives them a feed of their own', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    const first = await app.store.identity();
    await savePrices(app.device, app.store, ['10']);
    await syncWell(app);
    expectOk(await app.sessions.signIn(other));
    const second = await app.store.identity();
    expect(second).toMatchObject({ person: 'surveyor2' });
    expect(second?.feed).not.toBe(first?.feed);
    await savePrices(app.device, app.store, ['20']);
    await syncWell(app);
    expect(server.log().map((entry) => entry.author)).toEqual(['surveyor1', 'surveyor2']);
  });
});
