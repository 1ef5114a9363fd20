import { afterAll, beforeAll, expect, test } from 'vitest';
import { entryHash } from '#shared/records/entry.ts';
import { headText } from '#shared/records/signed-head.ts';
import { HEAD_HEADER } from '#shared/sync/http-api.ts';
import { bundleKeys } from '../../server/services/devices.ts';
import { endAccount } from '../../server/store/account-store.ts';
import { revokeDevice } from '../../server/store/device-store.ts';
import { findFeed } from '../../server/store/feed-store.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { expectOk } from '../support/expect-ok.ts';
import { makeSigner } from '../support/make-bundle.ts';
import { makeDevice } from '../support/make-entries.ts';
import { onEachDatabase } from '../support/open-test-database.ts';
import { withBundles } from '../support/signing-laptop.ts';
import { segmentOf } from '../support/segments.ts';

onEachDatabase('a feed', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());

  const { laptopOf, bundleOf, take, pushSigned } = withBundles(() => server);

  test('a supervisor hands on what a surveyor signed, and it is the surveyor’s', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const supervisor = await project.addPerson('v1', 'supervisor');
    const entry = laptop.write();
    const answer = await pushSigned(supervisor, laptop, [entry]);
    expect(answer.json()).toMatchObject({ confirmed: 1, refused: [], receipt: { seq: 1 } });
    expect((await laptop.owner.inject({ url: `/sync/feeds/${laptop.feed}` })).json()).toMatchObject(
      { confirmed: 1 },
    );
  });

  test('under another signature, for another entry or by an unknown laptop nothing is taken', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const [first, second] = [laptop.write(), laptop.write()];
    const stranger = await pushSigned(laptop.owner, laptop, [first], makeSigner());
    expect(stranger.json()).toMatchObject({ failure: { kind: 'device/unknown' } });
    const { bytes, headers } = segmentOf(project.project, [first]);
    const head = {
      feed: laptop.feed,
      seq: 1,
      hash: entryHash(first),
      device: laptop.signer.device,
    };
    for (const wrong of [
      { ...head, signature: '0'.repeat(128) },
      {
        ...head,
        seq: 2,
        hash: entryHash(second),
        signature: laptop.signer.sign(
          headText(project.project, { ...head, seq: 2, hash: entryHash(second) }),
        ),
      },
      { ...head, signature: 'x' },
      'nothing',
    ]) {
      const answer = await laptop.owner.inject({
        method: 'POST',
        url: '/sync/push',
        payload: bytes,
        headers: { ...headers, [HEAD_HEADER]: JSON.stringify(wrong) },
      });
      expect([answer.statusCode, answer.json()]).toMatchObject([
        422,
        { failure: { kind: 'device/wrong-signature' } },
      ]);
    }
    expect(await findFeed(server.deps.db, project.project, laptop.feed)).toBeUndefined();
  });

  test('a feed that was signed goes on signed; one that never was goes on as before', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const old = makeDevice('s1');
    expect(await laptop.owner.push([old.write()])).toMatchObject({ confirmed: 1 });
    expect(await laptop.owner.push([old.write()])).toMatchObject({ confirmed: 2 });
    const [first, second] = [laptop.write(), laptop.write()];
    expect((await pushSigned(laptop.owner, laptop, [first])).statusCode).toBe(200);
    expect(await findFeed(server.deps.db, project.project, laptop.feed)).toMatchObject({
      device: laptop.signer.device,
    });
    await expect(laptop.owner.push([second])).rejects.toThrow('device/wrong-signature');
    expect((await pushSigned(laptop.owner, laptop, [second])).json()).toMatchObject({
      confirmed: 2,
    });
  });

  test('what a laptop signed before it was revoked counts, what comes after is kept aside; so for a person who left', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const supervisor = await project.addPerson('v1', 'supervisor');
    const [first, second, third] = [laptop.write(), laptop.write(), laptop.write()];
    expectOk(await take(project, await bundleOf(laptop, [first])));
    await revokeDevice(server.deps.db, project.project, laptop.signer.device, new Date());
    const after = expectOk(await take(project, await bundleOf(laptop, [first, second])));
    expect(after.receipts.refused).toMatchObject([{ seq: 2, failure: { kind: 'device/revoked' } }]);
    expect((await pushSigned(supervisor, laptop, [third])).json()).toMatchObject({
      refused: [{ seq: 3, failure: { kind: 'device/revoked' } }],
    });
    const barred = await laptop.owner.inject({
      method: 'PUT',
      url: `/devices/${laptop.signer.device}`,
      payload: { recipient: (await bundleKeys(server.deps.db)).recipient },
    });
    expect(barred.json()).toEqual({
      failure: { kind: 'device/revoked', device: laptop.signer.device },
    });
    expect((await supervisor.pull()).entries).toEqual([first]);

    const leaver = await laptopOf(project, 's2');
    const [early, late] = [leaver.write(), leaver.write()];
    expectOk(await take(project, await bundleOf(leaver, [early])));
    await endAccount(server.deps.db, project.project, leaver.owner.person);
    const ended = expectOk(await take(project, await bundleOf(leaver, [early, late])));
    expect(ended.receipts.refused).toMatchObject([{ seq: 2, failure: { kind: 'account/ended' } }]);
    expect((await leaver.owner.inject({ url: '/session' })).statusCode).toBe(401);
  });
});
