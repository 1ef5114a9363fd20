import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedGenesis, entryHash } from '#shared/records/entry.ts';
import { photoReceiptSchema } from '#shared/records/receipt.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import type { FeedState } from '#shared/sync/http-api.ts';
import { PHOTO_RECEIPT_HEADER } from '#shared/sync/http-api.ts';
import { migrations } from '../../server/migrations/all-migrations.ts';
import { backUp } from '../../server/services/back-up.ts';
import { restore } from '../../server/services/restore.ts';
import { makeKeyPair } from '../../server/services/sign-receipts.ts';
import { addServerKey, readIssuer } from '../../server/store/issuer-store.ts';
import { openPhotoFiles } from '../../server/store/photo-store.ts';
import type { TestPerson, TestServer } from '../support/build-test-app.ts';
import { buildTestServer, serveDatabase } from '../support/build-test-app.ts';
import { makeDevice, newRecordId, visitAnswers } from '../support/make-entries.ts';
import { onEachDatabase } from '../support/open-test-database.ts';
import { isSigned } from '../support/receipts.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

onEachDatabase('a receipt', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());

  async function surveyor(): Promise<TestPerson> {
    return (await server.newProject()).addPerson('s1', 'surveyor');
  }

  async function stateOf(person: TestPerson, feed: string): Promise<FeedState> {
    return (await person.inject({ url: `/sync/feeds/${feed}` })).json();
  }

  test('of a push is signed, by the key that the server names, up to its last entry', async () => {
    const person = await surveyor();
    const laptop = makeDevice('s1');
    const entries = [laptop.write(), laptop.write()];
    const { receipt, epoch } = await person.push(entries);
    const session = (await person.inject({ url: '/session' })).json();
    const health = (
      await server.app.inject({ url: '/health', headers: { host: 'localhost' } })
    ).json();
    expect(receipt).toMatchObject({
      key: session.serverKey,
      epoch,
      project: session.project,
      feed: laptop.feed,
      seq: 2,
      hash: entryHash(entries[1] as never),
      refused: '',
    });
    expect(health.serverKey).toBe(session.serverKey);
    expect(isSigned(receipt as Receipt)).toBe(true);
    expect(await stateOf(person, laptop.feed)).toEqual({
      confirmed: 2,
      receipt,
      refused: [],
      epoch,
    });
  });

  test('of entries sent again covers those that were sent, not more', async () => {
    const person = await surveyor();
    const laptop = makeDevice('s1');
    const entries = [laptop.write(), laptop.write(), laptop.write()];
    await person.push(entries);
    const { receipt, confirmed } = await person.push(entries.slice(0, 2));
    expect(confirmed).toBe(3);
    expect(receipt).toMatchObject({ seq: 2, hash: entryHash(entries[1] as never) });
  });

  test('names what was refused, in ranges, in every push from then on', async () => {
    const person = await surveyor();
    const laptop = makeDevice('s1');
    const entries = [1, 2, 3, 4, 5].map((seq) =>
      [1, 4].includes(seq)
        ? laptop.write()
        : laptop.write({ set: visitAnswers({ market_level: 'moon' }) }),
    );
    expect((await person.push(entries)).receipt).toMatchObject({ seq: 5, refused: '2-3,5' });
    const { receipt } = await person.push([laptop.write()]);
    expect(receipt).toMatchObject({ seq: 6, refused: '2-3,5' });
    expect(isSigned(receipt as Receipt)).toBe(true);
    const state = await stateOf(person, laptop.feed);
    expect(state.refused?.map(({ seq }) => seq)).toEqual([2, 3, 5]);
  });

  test('ends where the feed was forked, and is none where it is forked from the first entry', async () => {
    const person = await surveyor();
    const laptop = makeDevice('s1');
    const [first, second] = [laptop.write(), laptop.write()];
    await person.push([first, second]);
    const fork = { ...second, why: 'written on a copy of the laptop' };
    expect((await person.push([first, fork])).receipt).toMatchObject({
      seq: 1,
      hash: entryHash(first),
    });
    expect((await person.push([fork])).receipt).toBeNull();
  });

  test('of a feed that was never seen, or is another’s, says that nothing is held', async () => {
    const project = await server.newProject();
    const [person, other] = [
      await project.addPerson('s1', 'surveyor'),
      await project.addPerson('s2', 'surveyor'),
    ];
    const laptop = makeDevice('s1');
    const nothing = { confirmed: 0, receipt: { seq: 0, hash: feedGenesis(laptop.feed) } };
    expect(await stateOf(person, laptop.feed)).toMatchObject(nothing);
    await person.push([laptop.write()]);
    expect(await stateOf(other, laptop.feed)).toMatchObject(nothing);
  });

  test('of a photo comes with the answer that it is there, and not before', async () => {
    const person = await surveyor();
    const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(20)]);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const url = `/photos/${sha256}`;
    const before = await person.inject({ method: 'HEAD', url });
    expect([before.statusCode, before.headers[PHOTO_RECEIPT_HEADER]]).toEqual([404, undefined]);
    const headers = { 'content-type': 'image/jpeg' };
    await person.inject({ method: 'PUT', url, payload: bytes, headers });
    const after = await person.inject({ method: 'HEAD', url });
    const receipt = photoReceiptSchema.parse(
      JSON.parse(String(after.headers[PHOTO_RECEIPT_HEADER])),
    );
    const { keys, epoch } = await readIssuer(server.deps.db);
    expect(receipt).toMatchObject({ sha256, epoch, key: keys.publicKey });
  });

  test('is signed with the key of the first start, whatever process starts later', async () => {
    const { keys } = await readIssuer(server.deps.db);
    await addServerKey(server.deps.db, makeKeyPair());
    expect((await readIssuer(server.deps.db)).keys).toEqual(keys);
  });

  test('that a restored server gave before its back-up was lost lets its entries in unjudged, and keeps refused ones out', async () => {
    const project = await server.newProject();
    const maker = await project.addPerson('s1', 'surveyor');
    const supervisor = await project.addPerson('v1', 'supervisor');
    const [laptop, office] = [makeDevice('s1'), makeDevice('v1')];
    const record = newRecordId();
    const made = laptop.write({ record });
    office.see(made);
    const file = path.join(temporaryFolder(), 'bazaar.backup');
    await backUp(server.deps, file);
    const first = await maker.push([made]);
    const corrected = office.write({ record, set: { outlet_name: 'دو' }, why: 'as on the photo' });
    const poison = office.write({ set: visitAnswers({ market_level: 'moon' }) });
    const { receipt } = await supervisor.push([corrected, poison]);

    const fresh = await kind.open();
    const photos = await openPhotoFiles(temporaryFolder());
    expect(await restore({ db: fresh.db, photos, migrations }, file)).toMatchObject({ ok: true });
    const again = await serveDatabase(fresh);
    const [author, reviewer, other] = [
      await again.signIn(maker.name, project.project),
      await again.signIn(supervisor.name, project.project),
      await again.signIn(supervisor.name, project.project),
    ];
    const foreign = { ...(receipt as Receipt), seq: 1, hash: entryHash(corrected) };
    const judged = await reviewer.push([corrected], foreign);
    expect(judged.refused).toMatchObject([{ seq: 1, failure: { kind: 'record/bad-answer' } }]);
    await again.deps.db.deleteFrom('quarantine').execute();
    await again.deps.db.deleteFrom('feed').where('feed', '=', office.feed).execute();

    const taken = await other.push([corrected, poison], receipt);
    expect(taken).toMatchObject({ confirmed: 2, refused: [{ seq: 2 }], receipt: { refused: '2' } });
    await author.push([made], first.receipt);
    // Its author reads it from the first: what came before it stands behind it now.
    expect((await author.pull()).entries).toEqual([made, corrected]);
    await again.close();
  });

  test('of a restored server is signed with the key its laptops know, also where it had begun with another', async () => {
    const file = path.join(temporaryFolder(), 'bazaar.backup');
    const { keys } = await readIssuer(server.deps.db);
    await backUp(server.deps, file);
    const fresh = await kind.open();
    await addServerKey(fresh.db, makeKeyPair());
    const photos = await openPhotoFiles(temporaryFolder());
    expect(await restore({ db: fresh.db, photos, migrations }, file)).toMatchObject({ ok: true });
    const again = await serveDatabase(fresh);
    expect((await readIssuer(fresh.db)).keys).toEqual(keys);
    await again.close();
  });
});
