import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { FeedId, ProjectId, Sha256 } from '#shared/core/ids.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import type { Identity } from '#shared/journal/journal-record.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import type { FeedState, PushResponse } from '#shared/sync/http-api.ts';
import { makeKeyPair, signReceipt } from '../../../../server/services/sign-receipts.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { testFeed } from '../../../support/device.ts';
import type { FakeServer } from '../../../support/fake-server.ts';
import { createFakeServer } from '../../../support/fake-server.ts';
import { savePrices } from '../../../support/prices.ts';
import { isSigned } from '../../../support/receipts.ts';
import type { SyncedApp } from '../../../support/sync-device.ts';
import { startApp, startSignedIn, syncWell } from '../../../support/sync-device.ts';

const other = { hash: 'f'.repeat(64) as Sha256, keys: makeKeyPair() };

/** What may be done to a receipt on its way; `earlier` is one of the same feed for less. */
const wrongs: readonly {
  readonly name: string;
  readonly problem: string;
  readonly change: (receipt: Receipt, server: FakeServer, earlier: Receipt) => Receipt;
}[] = [
  {
    name: 'signed with another key under the name of the right one',
    problem: 'signature',
    change: (receipt) => ({
      ...signReceipt(other.keys, receipt),
      key: receipt.key,
    }),
  },
  {
    name: 'of another feed',
    problem: 'feed',
    change: (receipt, { keys }) => signReceipt(keys, { ...receipt, feed: testFeed(9) }),
  },
  {
    name: 'of another project',
    problem: 'project',
    change: (receipt, { keys }) => signReceipt(keys, { ...receipt, project: 'p2' as ProjectId }),
  },
  {
    name: 'for less than this push, and signed',
    problem: 'seq',
    change: (receipt, { keys }) => signReceipt(keys, { ...receipt, seq: 1 }),
  },
  {
    name: 'for more than was ever sent, and signed',
    problem: 'seq',
    change: (receipt, { keys }) => signReceipt(keys, { ...receipt, seq: receipt.seq + 1 }),
  },
  {
    name: 'whose number was raised without signing it anew',
    problem: 'signature',
    change: (receipt, _, earlier) => ({ ...earlier, seq: receipt.seq, hash: receipt.hash }),
  },
  {
    name: 'for another entry under the number',
    problem: 'hash',
    change: (receipt, { keys }) => signReceipt(keys, { ...receipt, hash: other.hash }),
  },
  {
    name: 'of another epoch than its answer',
    problem: 'epoch',
    change: (receipt, { keys }) => signReceipt(keys, { ...receipt, epoch: 'epoch-7' }),
  },
  {
    name: 'that was given for an earlier push, replayed',
    problem: 'seq',
    change: (_receipt, _server, earlier) => earlier,
  },
  {
    name: 'that names an entry refused of which the answer says nothing',
    problem: 'refused',
    change: (receipt, { keys }) => signReceipt(keys, { ...receipt, refused: `${receipt.seq}` }),
  },
  {
    name: 'whose signature is cut',
    problem: 'signature',
    change: (receipt) => ({ ...receipt, signature: receipt.signature.slice(0, 40) }),
  },
  {
    name: 'whose signature is none',
    problem: 'signature',
    change: (receipt) => ({ ...receipt, signature: '' }),
  },
];

async function withTwoSent(server: FakeServer) {
  const app = await startSignedIn(server, 'surveyor1');
  await savePrices(app.device, app.store, ['10', '20']);
  await syncWell(app);
  const [feed] = await app.store.sync.feeds();
  return { app, earlier: feed?.receipt as Receipt };
}

/** Sends two more, of which the answer to the push is changed. */
async function sendChanged(app: SyncedApp, server: FakeServer, change: (answer: never) => unknown) {
  await savePrices(app.device, app.store, ['30', '40']);
  server.faults.push({ change });
  return app.sync.syncNow();
}

async function nothingIsCalledSafe(app: SyncedApp, server: FakeServer): Promise<void> {
  expect(await app.store.counts()).toMatchObject({ unsent: 2, onServer: 2 });
  expect((await app.store.sync.coverage()).isWhole).toBe(false);
  await syncWell(app);
  expect(await app.store.counts()).toMatchObject({ unsent: 0, onServer: 4 });
  expect(server.log()).toHaveLength(4);
  expect((await app.store.sync.coverage()).isWhole).toBe(true);
}

describe('a receipt', () => {
  test.each(wrongs)(
    '$name confirms nothing, loses nothing and is told',
    async ({ problem, change }) => {
      const server = createFakeServer();
      const { app, earlier } = await withTwoSent(server);
      const state = await sendChanged(app, server, (answer: PushResponse) => ({
        ...answer,
        receipt: change(answer.receipt as Receipt, server, earlier),
      }));
      expect(state).toEqual({
        kind: 'needs-you',
        failure: { kind: 'sync/wrong-receipt', problem },
      });
      await nothingIsCalledSafe(app, server);
    },
  );

  test.each(wrongs.filter(({ problem }) => !['hash', 'seq'].includes(problem)))(
    '$name confirms nothing either where a feed is asked for',
    async ({ problem, change }) => {
      const server = createFakeServer();
      const { app, earlier } = await withTwoSent(server);
      const again = await startApp(app.device);
      expectOk(await again.sessions.signIn({ name: 'surveyor1', password: 'right' }));
      server.faults.push({
        change: (answer: FeedState) => ({
          ...answer,
          receipt: change(answer.receipt as Receipt, server, { ...earlier, refused: '1' }),
        }),
      });
      expect(await again.sync.syncNow()).toMatchObject({
        failure: { kind: 'sync/wrong-receipt', problem },
      });
    },
  );

  test('that is missing where entries were taken is told', async () => {
    const server = createFakeServer();
    const { app } = await withTwoSent(server);
    const state = await sendChanged(app, server, (answer: PushResponse) => ({
      ...answer,
      receipt: null,
    }));
    expect(state).toMatchObject({
      failure: { kind: 'sync/wrong-receipt', problem: 'missing' },
    });
    await nothingIsCalledSafe(app, server);
  });

  test('of a server from before receipts is missed, and that is told', async () => {
    const server = createFakeServer();
    const { app } = await withTwoSent(server);
    const state = await sendChanged(app, server, (answer: PushResponse) => ({
      ...answer,
      receipt: undefined,
    }));
    expect(state).toMatchObject({ failure: { kind: 'sync/server-outdated' } });
    await nothingIsCalledSafe(app, server);
  });

  test('is kept in the journal, with what it covers, and outlives the index', async () => {
    const server = createFakeServer();
    const { app } = await withTwoSent(server);
    app.device.indexedDB = new IDBFactory();
    const again = await startApp(app.device);
    const { feeds, isWhole } = await again.store.sync.coverage();
    expect(isWhole).toBe(true);
    expect(feeds).toMatchObject([{ last: 2, receipt: { seq: 2, key: server.keys.publicKey } }]);
    expect(isSigned(feeds[0]?.receipt as Receipt)).toBe(true);
  });

  test('of a photo is needed before a laptop is safe to be wiped', async () => {
    const server = createFakeServer();
    const { app } = await withTwoSent(server);
    const photo = { mediaType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8, 0xff]) };
    expectOk(await app.store.photos.put({ record: app.device.newId(), ...photo }));
    expect(await app.store.sync.coverage()).toMatchObject({ isWhole: false, uncoveredPhotos: 1 });
    await syncWell(app);
    expect(await app.store.sync.coverage()).toMatchObject({ isWhole: true, uncoveredPhotos: 0 });
  });
});

describe('a server', () => {
  test('that confirmed what it did not keep is found out at the next start, told of, and sent all again', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await savePrices(app.device, app.store, ['10']);
    await syncWell(app);
    const before = server.backUp();
    await savePrices(app.device, app.store, ['20', '30']);
    await syncWell(app);
    server.forget(before);
    const again = await startApp(app.device);
    expectOk(await again.sessions.signIn({ name: 'surveyor1', password: 'right' }));
    const [feed] = await again.store.sync.feeds();
    expect(await again.sync.syncNow()).toEqual({
      kind: 'needs-you',
      failure: { kind: 'sync/server-forgot', feed: feed?.feed, seq: 3 },
    });
    expect(server.log()).toHaveLength(3);
    const coverage = await again.store.sync.coverage();
    expect(coverage).toMatchObject({ isWhole: true, forgotAtMs: expect.any(Number) });
    await syncWell(again);
  });

  test('that forgot is found out by the gap it asks to fill as well', async () => {
    const server = createFakeServer();
    const app = await startSignedIn(server, 'surveyor1');
    await syncWell(app);
    const before = server.backUp();
    await savePrices(app.device, app.store, ['10']);
    await syncWell(app);
    server.forget(before);
    await savePrices(app.device, app.store, ['20']);
    expect(await app.sync.syncNow()).toMatchObject({ failure: { kind: 'sync/server-forgot' } });
    expect(server.log()).toHaveLength(2);
  });

  test('with another key is told of and sent nothing, until a person trusts it; then all is asked for again', async () => {
    const server = createFakeServer();
    const { app } = await withTwoSent(server);
    server.keys = makeKeyPair();
    await savePrices(app.device, app.store, ['30']);
    const again = await startApp(app.device);
    expectOk(await again.sessions.signIn({ name: 'surveyor1', password: 'right' }));
    const key = server.keys.publicKey;
    expect(await again.sync.syncNow()).toEqual({
      kind: 'needs-you',
      failure: { kind: 'sync/other-server', key },
    });
    expect(server.log()).toHaveLength(2);
    expectOk(await again.store.sync.trustServer(key));
    expect((await again.store.sync.coverage()).isWhole).toBe(false);
    await syncWell(again);
    expect(server.log()).toHaveLength(3);
    expect(await again.store.counts()).toMatchObject({ unsent: 0, onServer: 3 });
    expect((await again.store.sync.coverage()).isWhole).toBe(true);
  });
});

test('what was confirmed before receipts there were is asked for again at the next contact, and sent no second time', async () => {
  const server = createFakeServer();
  const app = await startSignedIn(server, 'surveyor1');
  await savePrices(app.device, app.store, ['10', '20']);
  server.faults.push('none', 'lost-answer');
  await app.sync.syncNow();
  const { serverKey: _, ...identity } = (await app.store.identity()) as Identity;
  const feed: FeedId = identity.feed;
  const old = [
    { is: 'identity', identity },
    { is: 'confirmed', feed, seq: 2, atMs: 1 },
  ] as const;
  const desktop = app.device.desktop();
  expectOk(await desktop.call('journal.append', { payloads: [encodeJournalAct(old)] }));
  const again = await startApp(app.device);
  expect(await again.store.counts()).toMatchObject({ unsent: 0, onServer: 2 });
  expect((await again.store.sync.coverage()).isWhole).toBe(false);
  server.heard.length = 0;
  // The session is the one of before: nobody signs in again after an update.
  const signedIn = await startApp(app.device);
  await syncWell(signedIn);
  expect(server.heard).not.toContain('POST /sync/push');
  expect((await signedIn.store.identity())?.serverKey).toBe(server.keys.publicKey);
  expect((await signedIn.store.sync.coverage()).isWhole).toBe(true);
});
