import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FeedId, RecordId } from '#shared/core/ids.ts';
import { proveNumbers } from '#shared/records/feed-tree.ts';
import { COVERED_HEADER, HEAD_HEADER, PROOF_HEADER, TREE_HEADER } from '#shared/sync/http-api.ts';
import { migrations } from '../../server/migrations/all-migrations.ts';
import { backUp } from '../../server/services/back-up.ts';
import { restore } from '../../server/services/restore.ts';
import { openPhotoFiles } from '../../server/store/photo-store.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer, serveDatabase } from '../support/build-test-app.ts';
import { feedOf, look, proofOf, withOutlet, write } from '../support/evil-server.ts';
import { expectOk } from '../support/expect-ok.ts';
import { injectLink } from '../support/inject-link.ts';
import { makeSigner } from '../support/make-bundle.ts';
import { visitAnswers } from '../support/make-entries.ts';
import type { Link } from '../support/memory-desktop.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import { segmentOf } from '../support/segments.ts';
import type { Laptop } from '../support/stick-laptops.ts';
import { stickLaptop } from '../support/stick-laptops.ts';
import { syncWell } from '../support/sync-device.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

/** A way to the server that is there now: of all laptops of a test to the next one, when it takes the other's place. */
function movingLink() {
  let move: (() => Link) | undefined;
  return {
    moveTo: (next: TestServer) => void (move = () => injectLink(next.app)),
    onWay(link: Link): Link {
      let now: { readonly of: typeof move; readonly link: Link } = { of: undefined, link };
      return (request) => {
        if (now.of !== move && move) now = { of: move, link: move() };
        return now.link(request);
      };
    },
  };
}

async function entriesAt({ deps }: TestServer, feed: FeedId) {
  return deps.db
    .selectFrom('entry')
    .select(['seq', 'hash', 'record', 'reader', 'body'])
    .where('feed', '=', feed)
    .orderBy('seq')
    .execute();
}

async function statesAt({ deps }: TestServer, records: readonly RecordId[]) {
  return deps.db
    .selectFrom('record')
    .select(['record', 'owner', 'reader', 'review'])
    .where('record', 'in', records)
    .orderBy('record')
    .execute();
}

const EARLY = 5;
const LATE = 620;

/**
 * A surveyor who wrote before and after the back-up was made and is gone, two supervisors who have all of it and have approved some, and the
 * server that was restored from the back-up. `isLate`: the surveyor came after it was made.
 */
async function lostWork(isLate = false) {
  const project = await server.newProject();
  const line = movingLink();
  const folder = temporaryFolder();
  const file = path.join(folder, 'bazaar.backup');
  const supervisors: Laptop[] = [];
  for (const person of ['v1', 'v2']) {
    supervisors.push(await stickLaptop(server, project, person, 'supervisor', line));
  }
  const [first, second] = supervisors as [Laptop, Laptop];
  let surveyor: Laptop;
  if (isLate) {
    await project.addPerson('s1', 'surveyor');
    await backUp(server.deps, file);
    surveyor = await stickLaptop(server, project, 's1', 'surveyor', { isKnown: true });
  } else {
    surveyor = await stickLaptop(server, project, 's1', 'surveyor');
    await write(surveyor, EARLY);
    await syncWell(surveyor);
    await backUp(server.deps, file);
  }
  const changes = Array.from({ length: LATE }, () => ({
    record: surveyor.device.newId(),
    kind: 'visit',
    form: 1,
    set: visitAnswers(),
  }));
  expectOk(await surveyor.store.records.write(changes));
  await syncWell(surveyor);
  const lost = changes.map(({ record }) => record);
  await look(first);
  const approved = lost.slice(0, 3).map((record) => {
    return { record, kind: 'visit', form: 1, set: { review_status: 'approved' } };
  });
  expectOk(await first.store.records.write(approved));
  for (const laptop of supervisors) await look(laptop);
  const feed = await feedOf(surveyor);
  const before = await entriesAt(server, feed);
  const states = await statesAt(server, lost);

  const fresh = await memoryDatabase.open();
  expectOk(
    toKind(await restore({ db: fresh.db, photos: await openPhotoFiles(folder), migrations }, file)),
  );
  const restored = await serveDatabase(fresh);
  line.moveTo(restored);
  return { project, feed, lost, before, states, first, second, surveyor, restored };
}

function toKind<T>(
  done: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
) {
  return done.ok ? done : { ok: false as const, error: { kind: done.error } };
}

test('a restored server gets back what it lost of a surveyor who is gone, once, from two supervisors at the same time', async () => {
  const { feed, before, states, lost, first, second, restored, project } = await lostWork();
  expect(await entriesAt(restored, feed)).toHaveLength(EARLY);
  await Promise.all([look(first), look(second)]);
  for (const laptop of [first, second]) await look(laptop);
  expect(await entriesAt(restored, feed)).toEqual(before);
  expect(before).toHaveLength(EARLY + LATE);
  expect(await statesAt(restored, lost)).toEqual(states);
  const quarantine = await restored.deps.db.selectFrom('quarantine').selectAll().execute();
  expect(quarantine).toEqual([]);
  for (const laptop of [first, second]) {
    expect(laptop.sync.state()).toMatchObject({ kind: 'up-to-date' });
    expect(await laptop.store.sync.unsettled()).toEqual([]);
  }
  // Whoever comes now proves it as before.
  const newcomer = await stickLaptop(restored, project, 'v3', 'supervisor');
  await newcomer.host.idle();
  expect(await proofOf(newcomer, feed)).toMatchObject({
    proved: `1-${EARLY + LATE}`,
    problem: null,
  });
  await restored.close();
}, 120_000);

test('also of a laptop that was registered after the back-up was made, which stays unknown', async () => {
  const { feed, before, first, second, restored, surveyor } = await lostWork(true);
  for (const laptop of [first, second, first]) await look(laptop);
  expect(await entriesAt(restored, feed)).toEqual(before);
  const devices = await restored.deps.db.selectFrom('device').select('account').execute();
  expect(devices.map(({ account }) => account)).not.toContain(
    (await surveyor.store.identity())?.person,
  );
  await restored.close();
}, 120_000);

test('who gives work back can change nothing of it, and nobody vouches for another key or another tree', async () => {
  const { feed, before, first, restored } = await lostWork(true);
  const identity = await first.store.identity();
  const evidence = (await proofOf(first, feed))?.evidence;
  if (!identity || !evidence?.tree) throw new Error('it was proved');
  const { head, tree, receipt } = evidence;
  const supervisor = await restored.signIn(`v1 ${identity.project}`.slice(0, 60), identity.project);
  const entries = await first.store.sync.entriesFrom(feed, 1, 3);
  const [one, two, three] = entries;
  if (!one || !two || !three) throw new Error('there are more');
  const proof = proveNumbers(
    before.map(({ hash }) => hash),
    [1, 2, 3],
  );
  const thief = makeSigner();

  async function push(sent: typeof entries, changes: Readonly<Record<string, unknown>> = {}) {
    const { bytes, headers } = segmentOf(identity?.project as never, sent);
    const claim = { head, tree, proof, receipt, ...changes };
    const answer = await supervisor.inject({
      method: 'POST',
      url: '/sync/push',
      payload: bytes,
      headers: {
        ...headers,
        [HEAD_HEADER]: JSON.stringify(claim.head),
        [TREE_HEADER]: JSON.stringify(claim.tree),
        [PROOF_HEADER]: JSON.stringify(claim.proof),
        [COVERED_HEADER]: JSON.stringify(claim.receipt),
      },
    });
    return answer.json<unknown>();
  }

  const wrong = { failure: { kind: 'device/wrong-signature' } };
  const unknown = { failure: { kind: 'device/unknown' } };
  expect(await push([one, two, withOutlet(three, 'forged')])).toMatchObject(wrong);
  expect(await push([one, two])).toMatchObject(wrong);
  expect(await push(entries, { proof: proof.slice(1) })).toMatchObject(wrong);
  expect(await push(entries, { head: { ...head, device: thief.device } })).toMatchObject(wrong);
  expect(
    await push(entries, { tree: { root: tree.root, signature: tree.signature } }),
  ).toMatchObject(unknown);
  expect(await push(entries, { tree: { ...tree, vouched: 'A'.repeat(86) } })).toMatchObject(
    unknown,
  );
  expect(await push(entries, { receipt: { ...receipt, seq: 3 } })).toMatchObject(unknown);
  expect(await entriesAt(restored, feed)).toEqual([]);
  expect(await push(entries)).toMatchObject({ confirmed: 3, refused: [] });
  await restored.close();
}, 120_000);
