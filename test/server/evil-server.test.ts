import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { ProofAnswer } from '#shared/sync/proof-api.ts';
import { PAGE_HEADER, SEGMENT_NAME_HEADER } from '#shared/sync/http-api.ts';
import { loadDeviceKeys } from '../../renderer/sync/device-keys.ts';
import { acceptDevice, noteTold } from '../../renderer/sync/feed-proofs.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import type { Scene } from '../support/evil-server.ts';
import {
  alter,
  chained,
  changing,
  look,
  newcomer,
  plant,
  plantFeed,
  proofOf,
  scene,
  signAs,
  stored,
  withOutlet,
  write,
} from '../support/evil-server.ts';
import { expectOk } from '../support/expect-ok.ts';
import { makeSigner } from '../support/make-bundle.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import { pageOf, segmentOf } from '../support/segments.ts';
import type { Laptop } from '../support/stick-laptops.ts';
import { syncWell } from '../support/sync-device.ts';

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

describe('a server that', () => {
  /** What a laptop has found out about a feed, whether it still has it, and what it holds of who is honest. */
  async function seen(laptop: Laptop, { feed, honest }: Pick<Scene, 'feed' | 'honest'>) {
    const state = laptop.sync.state();
    return {
      state: state.kind,
      person: 'failure' in state && 'person' in state.failure ? state.failure.person : undefined,
      problem: (await proofOf(laptop, feed))?.problem,
      isHere: (await laptop.store.sync.numbersOf(feed)).length > 0,
      honest: await proofOf(laptop, honest),
    };
  }

  function foundOut(problem: Readonly<Record<string, unknown>>) {
    const honest = { proved: '1-6', problem: null };
    return { state: 'needs-you', person: 's1', problem, isHere: true, honest };
  }

  test('alters an entry is found out, and from which entry on', async () => {
    const is = await scene(server);
    await alter(is, 3);
    const laptop = await newcomer(is);
    // The laptop computes the chain anew: those behind it are others too.
    expect(await seen(laptop, is)).toMatchObject(foundOut({ kind: 'changed', numbers: '3-6' }));
    expect((await proofOf(laptop, is.feed))?.proved).toBe('1-2');
  });

  test('makes the chain anew behind what it altered is found out', async () => {
    const is = await scene(server);
    const entries = await stored(is, is.feed);
    await plant(
      is,
      chained(entries.map((entry) => (entry.seq === 3 ? withOutlet(entry, 'another') : entry))),
    );
    const laptop = await newcomer(is);
    expect(await seen(laptop, is)).toMatchObject(foundOut({ kind: 'changed', numbers: '1-6' }));
  });

  test('forges an entry behind the last is found out, by who was there before and by who comes', async () => {
    const is = await scene(server);
    const entries = await stored(is, is.feed);
    const [last = {} as Entry] = entries.slice(-1);
    const forged = { ...withOutlet(last, 'forged'), seq: 7, record: is.supervisor.device.newId() };
    await plant(is, chained([...entries, forged]));
    await look(is.supervisor);
    expect(await seen(is.supervisor, is)).toMatchObject(
      foundOut({ kind: 'unsigned', numbers: '7' }),
    );
    expect((await proofOf(is.supervisor, is.feed))?.proved).toBe('1-6');
    expect(await seen(await newcomer(is), is)).toMatchObject(
      foundOut({ kind: 'unsigned', numbers: '7' }),
    );
  });

  test('keeps an entry in the middle back is found out', async () => {
    const is = await scene(server);
    const laptop = await newcomer(is, (link) => async (request) => {
      const answer = await link(request);
      if (!request.path.startsWith('/sync/pull') || !answer.ok) return answer;
      const { headers, body } = answer.value;
      const { entries, ...page } = pageOf(headers, body);
      const left = entries.filter((entry) => entry.feed !== is.feed || entry.seq !== 4);
      const { bytes, name } = segmentOf(is.project.project, left);
      return {
        ok: true,
        value: {
          ...answer.value,
          body: new Uint8Array(bytes),
          headers: {
            ...headers,
            [SEGMENT_NAME_HEADER]: name,
            [PAGE_HEADER]: JSON.stringify(page),
          },
        },
      };
    });
    // Once is not enough: it may have become visible just behind the last page.
    expect(laptop.sync.state()).toMatchObject({ kind: 'up-to-date' });
    await look(laptop);
    expect(await seen(laptop, is)).toMatchObject(foundOut({ kind: 'missing', numbers: '4' }));
    expect((await proofOf(laptop, is.feed))?.proved).toBe('1-3,5-6');
  });

  test('takes an entry out of the middle is found out', async () => {
    const is = await scene(server);
    const entries = await stored(is, is.feed);
    await plant(is, chained(entries.filter(({ seq }) => seq !== 4)));
    const laptop = await newcomer(is);
    expect(await seen(laptop, is)).toMatchObject(foundOut({ kind: 'changed' }));
  });

  test('exchanges two entries is found out', async () => {
    const is = await scene(server);
    const [a, b, c, ...rest] = await stored(is, is.feed);
    if (!a || !b || !c) throw new Error('there are six');
    await plant(is, chained([a, c, b, ...rest]));
    expect(await seen(await newcomer(is), is)).toMatchObject(foundOut({ kind: 'changed' }));
  });

  test('shows an old head is found out', async () => {
    let kept: ProofAnswer | undefined;
    let isEvil = false;
    const is = await scene(
      server,
      changing('/sync/proofs', (answer) => {
        const now = isEvil ? kept : answer;
        kept ??= answer;
        const old = now?.feeds ?? [];
        const feeds = answer.feeds.map((one) => old.find(({ feed }) => feed === one.feed) ?? one);
        return { ...answer, feeds };
      }),
    );
    await write(is.surveyor, 1);
    await syncWell(is.surveyor);
    await look(is.supervisor);
    expect((await proofOf(is.supervisor, is.feed))?.proved).toBe('1-7');
    await write(is.surveyor, 1);
    await syncWell(is.surveyor);
    isEvil = true;
    await look(is.supervisor);
    expect(await seen(is.supervisor, is)).toMatchObject(
      foundOut({ kind: 'went-back', numbers: '8' }),
    );
    isEvil = false;
    expect(await look(is.supervisor)).toMatchObject({ kind: 'up-to-date' });
    expect(await proofOf(is.supervisor, is.feed)).toMatchObject({ proved: '1-8', problem: null });
  });

  test('says that nobody ever signed a feed is found out', async () => {
    const is = await scene(server);
    await write(is.surveyor, 1);
    await syncWell(is.surveyor);
    await server.deps.db
      .updateTable('feed')
      .set({ device: null })
      .where('feed', '=', is.feed)
      .execute();
    await look(is.supervisor);
    expect(await seen(is.supervisor, is)).toMatchObject(
      foundOut({ kind: 'went-back', numbers: '7' }),
    );
  });

  test('signs with a key of its own in the name of the laptop is found out', async () => {
    const is = await scene(server);
    const entries = await stored(is, is.feed);
    const mine = makeSigner();
    const known = await proofOf(is.supervisor, is.feed);
    const forged = chained(entries.map((entry) => withOutlet(entry, 'forged')));
    await plant(is, forged);
    await signAs(is, forged, mine, known?.device ?? mine.device);
    expect(await seen(await newcomer(is), is)).toMatchObject(
      foundOut({ kind: 'changed', numbers: '1-6' }),
    );
  });

  test('puts a key of its own in the place of the laptop’s is found out, until a person takes it for theirs', async () => {
    const is = await scene(server);
    const entries = await stored(is, is.feed);
    const mine = makeSigner();
    const [last = {} as Entry] = entries.slice(-1);
    const record = is.supervisor.device.newId();
    const forged = chained([...entries, { ...last, record }]);
    await plant(is, forged);
    await signAs(is, forged, mine);
    await look(is.supervisor);
    expect(await seen(is.supervisor, is)).toMatchObject(
      foundOut({
        kind: 'other-device',
        numbers: '7',
        device: mine.device,
      }),
    );
    expect(is.supervisor.sync.state()).toMatchObject({
      failure: { kind: 'sync/other-device', device: mine.device },
    });
    const { settings } = is.supervisor.store;
    expectOk(await acceptDevice(settings, is.feed, mine.device, 0));
    expect(await look(is.supervisor)).toMatchObject({ kind: 'up-to-date' });
    expect(await proofOf(is.supervisor, is.feed)).toMatchObject({ proved: '1-7', problem: null });
  });

  test('puts into the mouth of one surveyor what the laptop of another signed is found out', async () => {
    const is = await scene(server);
    const keys = await loadDeviceKeys(is.other.store.settings);
    if (!keys) throw new Error('it signs');
    const feed = await plantFeed(is, is.honest);
    await signAs(is, await stored(is, feed), keys);
    await look(is.supervisor);
    expect(await seen(is.supervisor, { ...is, feed })).toMatchObject(
      foundOut({ kind: 'changed', numbers: '1-6' }),
    );
  });

  test('has a surveyor’s laptop sign a word of another in its own feed is found out', async () => {
    const is = await scene(server);
    const keys = await loadDeviceKeys(is.other.store.settings);
    if (!keys) throw new Error('it signs');
    const entries = await stored(is, is.honest);
    const author = 's1' as PersonId;
    await plant(
      is,
      chained(entries.map((entry) => (entry.seq === 6 ? { ...entry, author } : entry))),
    );
    await signAs(is, await stored(is, is.honest), keys);
    const proof = await proofOf(await newcomer(is), is.honest);
    expect(proof).toMatchObject({ proved: '1-5', problem: { kind: 'changed', numbers: '6' } });
  });

  test('puts unsigned work into the mouth of somebody who signs is found out', async () => {
    const is = await scene(server);
    const feed = await plantFeed(is, is.feed);
    await look(is.supervisor);
    expect(await seen(is.supervisor, { ...is, feed })).toMatchObject(
      foundOut({ kind: 'unsigned', numbers: '1-6' }),
    );
  });

  test('was found out is told at each sync, until a person says that they told it', async () => {
    const is = await scene(server);
    await alter(is, 6);
    const laptop = await newcomer(is);
    for (let sync = 0; sync < 2; sync += 1) {
      expect(await laptop.sync.syncNow()).toEqual({
        kind: 'needs-you',
        failure: { kind: 'sync/not-proved', person: 's1', problem: 'changed', entries: 1 },
      });
      await laptop.host.idle();
    }
    expectOk(await noteTold(laptop.store.settings));
    expect(await look(laptop)).toMatchObject({ kind: 'up-to-date' });
    expect((await proofOf(laptop, is.feed))?.problem).toMatchObject({ numbers: '6', isTold: true });
  });

  test('was found out stays so where it cannot be asked again', async () => {
    const is = await scene(server);
    await alter(is, 6);
    let isSilent = false;
    const laptop = await newcomer(is, (link) => async (request) => {
      const isLost = isSilent && request.path === '/sync/proofs';
      return isLost ? { ok: false, error: { kind: 'network/unreachable' } } : link(request);
    });
    isSilent = true;
    expect(await look(laptop)).toMatchObject({ kind: 'needs-you' });
    expect(await seen(laptop, is)).toMatchObject(foundOut({ kind: 'changed', numbers: '6' }));
  });
});
