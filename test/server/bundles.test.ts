import { afterAll, beforeAll, expect, test } from 'vitest';
import { decryptWith } from '#shared/bundle/age.ts';
import type { Certificate } from '#shared/records/signed-head.ts';
import type { PersonId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import { entryHash } from '#shared/records/entry.ts';
import { certificateText } from '#shared/records/signed-head.ts';
import { teamKeysSchema } from '#shared/sync/team-api.ts';
import { bundleKeys } from '../../server/services/devices.ts';
import { importBundle } from '../../server/services/import-bundle.ts';
import { findAccountByPerson } from '../../server/store/account-store.ts';
import { revokeDevice } from '../../server/store/device-store.ts';
import { addEnrolment } from '../../server/store/enrolment-store.ts';
import { findFeed } from '../../server/store/feed-store.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { joinBytes } from '../support/bytes.ts';
import { expectOk } from '../support/expect-ok.ts';
import type { Signer } from '../support/make-bundle.ts';
import { inChunks, makeSigner, testPhoto } from '../support/make-bundle.ts';
import { makeDevice, visitAnswers } from '../support/make-entries.ts';
import { onEachDatabase } from '../support/open-test-database.ts';
import { isSigned } from '../support/receipts.ts';
import type { SigningLaptop } from '../support/signing-laptop.ts';
import { withBundles } from '../support/signing-laptop.ts';

onEachDatabase('a bundle', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());

  const { laptopOf, register, bundleOf, take } = withBundles(() => server);

  test('is taken in by the judge of every push, with photos, and answered with signed receipts; again it changes nothing', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const supervisor = await project.addPerson('v1', 'supervisor');
    const entries = [
      laptop.write(),
      laptop.write({ set: visitAnswers({ country: 'nowhere' }) }),
      laptop.write(),
    ];
    const photo = testPhoto(900);
    const file = await bundleOf(laptop, entries, { photos: [photo] });

    const first = expectOk(await take(project, file));
    expect(first.failures).toEqual([]);
    expect(first.receipts.receipts).toMatchObject([
      { feed: laptop.feed, seq: 3, hash: entryHash(entries[2] as Entry), refused: '2' },
    ]);
    expect(first.receipts.receipts.every(isSigned)).toBe(true);
    expect(first.receipts.refused).toMatchObject([
      { seq: 2, failure: { kind: 'record/bad-answer' } },
    ]);
    expect(first.receipts.photos).toHaveLength(1);
    expect((await supervisor.pull()).entries).toEqual([entries[0], entries[2]]);

    const again = expectOk(await take(project, file));
    expect(again.receipts).toEqual(first.receipts);
    expect((await supervisor.pull()).entries).toHaveLength(2);
  });

  test('of which a byte is wrong anywhere changes nothing', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const supervisor = await project.addPerson('v1', 'supervisor');
    const file = Buffer.from(
      await bundleOf(laptop, [laptop.write()], { photos: [testPhoto(300_000)] }),
    );
    file[file.length - 100] = (file.at(-100) ?? 0) ^ 1;
    expect(await take(project, file)).toMatchObject({ error: { kind: 'bundle/damaged' } });
    expect((await supervisor.pull()).entries).toEqual([]);
    expect(await findFeed(server.deps.db, project.project, laptop.feed)).toBeUndefined();
  });

  test('cut off anywhere while it is taken in, by a kill or a full disk, is whole after the next time', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const supervisor = await project.addPerson('v1', 'supervisor');
    const entries = Array.from({ length: 9 }, () => laptop.write());
    const photos = [testPhoto(40_000), testPhoto(50_000)];
    const file = await bundleOf(laptop, entries, { photos });
    const held: number[] = [];
    for (let readable = 1000; readable < file.length; readable += 9000) {
      let readings = 0;
      // It is looked at whole; the second reading ends where the process does.
      async function* chunks(): AsyncGenerator<Uint8Array> {
        readings += 1;
        if (readings === 1) return yield* inChunks(file);
        yield* inChunks(file.subarray(0, readable), 500);
        throw new Error('killed');
      }
      const bundle = { chunks, close: async () => undefined };
      expect(await importBundle(server.deps, project.project, bundle)).toMatchObject({ ok: false });
      held.push((await supervisor.pull()).entries.length);
    }
    expect(held).toEqual(held.toSorted((a, b) => a - b));
    const photosOf = { ...server.deps.photos, receive: () => Promise.reject(new Error('ENOSPC')) };
    const full = { ...server.deps, photos: photosOf };
    const bundle = { chunks: () => inChunks(file), close: async () => undefined };
    await expect(importBundle(full, project.project, bundle)).rejects.toThrow('ENOSPC');

    const taken = expectOk(await take(project, file));
    expect(taken.failures).toEqual([]);
    expect(taken.receipts.receipts).toMatchObject([{ seq: 9, refused: '' }]);
    expect(taken.receipts.photos).toHaveLength(2);
    expect((await supervisor.pull()).entries).toEqual(entries);
  });

  test('that begins too late says which part is missing, and takes what else it brings', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const [, second, third] = [laptop.write(), laptop.write(), laptop.write()];
    const photo = testPhoto(800);
    const late = await bundleOf(
      laptop,
      [second, third].filter((one) => one !== undefined),
      { photos: [photo] },
    );
    const taken = expectOk(await take(project, late));
    expect(taken.failures).toEqual([
      { what: laptop.feed, failure: { kind: 'sync/gap', feed: laptop.feed, expectedSeq: 1 } },
    ]);
    expect(taken.receipts.photos).toHaveLength(1);
  });

  test('of a feed that was forked, or with the author of another, is kept aside entry by entry', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const twin = { ...laptop, ...makeDevice('s1', laptop.feed) };
    expectOk(await take(project, await bundleOf(laptop, [laptop.write()])));
    const forked = expectOk(await take(project, await bundleOf(twin, [twin.write()])));
    expect(forked.receipts.refused).toMatchObject([{ failure: { kind: 'sync/forked-feed' } }]);
    const other = await laptopOf(project, 's2');
    const forged = other.write({ author: 's1' as PersonId });
    const taken = expectOk(await take(project, await bundleOf(other, [forged])));
    expect(taken.receipts.refused).toMatchObject([{ failure: { kind: 'account/other-person' } }]);
  });

  test('of a laptop nobody knows is refused, unless an enrolment vouches for it, and for that one alone', async () => {
    const project = await server.newProject();
    const owner = await project.addPerson('s1', 'surveyor');
    const account = await findAccountByPerson(server.deps.db, project.project, owner.person);
    if (!account) throw new Error('the account was just made');
    const enrolment = makeSigner();
    const ends = new Date(server.clock.ms + 1000);
    await addEnrolment(server.deps.db, account, enrolment.device, ends);

    function certified(signer: Signer, by = enrolment): Certificate {
      return {
        enrolment: enrolment.device,
        signature: by.sign(certificateText(project.project, signer.device)),
      };
    }
    async function takeFrom(signer: Signer, certificate: Certificate | null) {
      const laptop: SigningLaptop = { ...makeDevice('s1'), owner, project, signer };
      return take(project, await bundleOf(laptop, [laptop.write()], { manifest: { certificate } }));
    }
    const [own, second] = [makeSigner(), makeSigner()];
    const unknown = { ok: false, error: { kind: 'device/unknown' } };
    expect(await takeFrom(own, null)).toMatchObject(unknown);
    expect(await takeFrom(own, certified(own, makeSigner()))).toMatchObject(unknown);
    expect(await takeFrom(own, certified(second))).toMatchObject(unknown);
    expectOk(await takeFrom(own, certified(own)));
    expectOk(await takeFrom(own, null));
    expect(await takeFrom(second, certified(second))).toMatchObject(unknown);
    server.clock.ms += 2000;
    expectOk(await takeFrom(own, certified(own)));
  });

  test('is made for the server and for those who review; whose each laptop is only they hear', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const supervisor = await project.addPerson('v1', 'supervisor');
    const { recipient } = await bundleKeys(server.deps.db);
    const reader = makeSigner();
    const own = `age1${'q'.repeat(58)}`;
    const heard = await register(project, supervisor, reader, own);
    expect(heard.server).toBe(recipient);
    expect(heard.recipients).toEqual([{ person: 'v1', recipient: own }]);
    expect(heard.devices.map(({ person }) => person)).toEqual(['s1', 'v1']);
    const told = teamKeysSchema.parse((await laptop.owner.inject({ url: '/devices' })).json());
    expect(told.recipients).toEqual(heard.recipients);
    expect(told.devices).toEqual([]);
    const other = await project.addPerson('s3', 'surveyor');
    const stolen = await other.inject({
      method: 'PUT',
      url: `/devices/${laptop.signer.device}`,
      payload: { recipient },
    });
    expect(stolen.json()).toMatchObject({ failure: { kind: 'account/other-person' } });
    await revokeDevice(server.deps.db, project.project, reader.device, new Date());
    expect(
      teamKeysSchema.parse((await laptop.owner.inject({ url: '/devices' })).json()).recipients,
    ).toEqual([]);
  });

  test('can be opened by the server’s key alone, wherever the file lies', async () => {
    const project = await server.newProject();
    const laptop = await laptopOf(project, 's1');
    const file = await bundleOf(laptop, [
      laptop.write({ set: visitAnswers({ outlet_name: 'Marker-9271' }) }),
    ]);
    expect(Buffer.from(file).includes('Marker-9271')).toBe(false);
    const { identity } = await bundleKeys(server.deps.db);
    const tar = await joinBytes(decryptWith(identity, inChunks(file)));
    expect(Buffer.from(tar).toString('latin1', 0, 13)).toBe('manifest.json');
  });
});
