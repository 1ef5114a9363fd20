import { randomBytes } from 'node:crypto';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../server/migrations/all-migrations.ts';
import { backUp } from '../../server/services/back-up.ts';
import { restore } from '../../server/services/restore.ts';
import type { OpenDatabase } from '../../server/store/sql.ts';
import { openPhotoFiles } from '../../server/store/photo-store.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { serveDatabase, buildTestServer } from '../support/build-test-app.ts';
import { makeDevice, newRecordId, visitAnswers } from '../support/make-entries.ts';
import { onEachDatabase } from '../support/open-test-database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

onEachDatabase('a back-up', (kind) => {
  test('restored into an empty server gives everything back, in a new epoch', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'bazaar.backup');
    const server = await buildTestServer(kind);
    const before = await fill(server);
    const report = await backUp({ ...server.deps, photos: server.deps.photos }, file);
    expect(report).toMatchObject({
      rows: { project: 1, account: 2, entry: 251, quarantine: 1 },
      photos: 1,
      lostPhotos: 0,
    });
    const content = await everything(server);
    await server.close();

    const fresh = await kind.open();
    const photos = await openPhotoFiles(folder);
    const restored = await restore({ db: fresh.db, photos, migrations }, file);
    expect(restored).toEqual({ ok: true, value: { rows: report.rows, photos: report.photos } });
    const again = await serveDatabase(fresh);
    const { epoch: oldEpoch, ...rest } = content;
    const { epoch, ...restoredRest } = await everything(again);
    expect(restoredRest).toEqual(rest);
    expect(epoch).not.toBe(oldEpoch);
    expect(await photos.find(before.project, before.photo)).toBeDefined();
    await again.close();
  });

  test('made while laptops push holds one moment: all that was confirmed before it, and of every feed no entry without those before', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'bazaar.backup');
    const server = await buildTestServer(kind);
    const project = await server.newProject();
    const writers = await Promise.all(
      ['s1', 's2', 's3'].map(async (person) => ({
        laptop: makeDevice(person),
        writer: await project.addPerson(person, 'surveyor'),
        confirmed: 0,
      })),
    );
    const state = { isOver: false };
    const pushing = Promise.all(
      writers.map(async (one) => {
        while (!state.isOver) {
          const entries = Array.from({ length: 5 }, () => one.laptop.write());
          one.confirmed = (await one.writer.push(entries)).confirmed;
        }
      }),
    );
    await expect
      .poll(() => Math.min(...writers.map(({ confirmed }) => confirmed)), { timeout: 30_000 })
      .toBeGreaterThan(20);
    const before = writers.map(({ confirmed }) => confirmed);
    await backUp(server.deps, file);
    state.isOver = true;
    await pushing;
    await server.close();

    const fresh = await kind.open();
    const photos = await openPhotoFiles(folder);
    expectOkText(await restore({ db: fresh.db, photos, migrations }, file));
    for (const [index, { laptop }] of writers.entries()) {
      const { seq } = await fresh.db
        .selectFrom('feed')
        .select('seq')
        .where('feed', '=', laptop.feed)
        .executeTakeFirstOrThrow();
      const kept = await fresh.db
        .selectFrom('entry')
        .select('seq')
        .where('feed', '=', laptop.feed)
        .orderBy('seq')
        .execute();
      expect(seq).toBeGreaterThanOrEqual(before[index] ?? Infinity);
      expect(kept.map((row) => row.seq)).toEqual(Array.from({ length: seq }, (_, at) => at + 1));
    }
    await fresh.close();
  });

  test('is readable by its owner alone and appears only when it is whole', async () => {
    const folder = temporaryFolder();
    const server = await buildTestServer(kind);
    await fill(server);
    const photos = {
      ...server.deps.photos,
      find: async () => Promise.reject(new Error('no disk')),
    };
    await expect(backUp({ ...server.deps, photos }, path.join(folder, 'x'))).rejects.toThrow(
      'no disk',
    );
    expect(readdirSync(folder)).toEqual([]);
    await backUp(server.deps, path.join(folder, 'x'));
    expect(statSync(path.join(folder, 'x')).mode & 0o077).toBe(0);
    await server.close();
  });

  test('that is cut, damaged or none restores nothing and says so', async () => {
    const folder = temporaryFolder();
    const server = await buildTestServer(kind);
    await fill(server);
    const whole = path.join(folder, 'whole');
    await backUp(server.deps, whole);
    await server.close();
    const bytes = readFileSync(whole);
    const fresh = await kind.open();
    const photos = await openPhotoFiles(folder);
    for (const [name, content] of [
      ['empty', Buffer.alloc(0)],
      ['text', Buffer.from('hello')],
      ['cut at its beginning', bytes.subarray(0, 30)],
      ['cut in its middle', bytes.subarray(0, bytes.length / 2)],
      ['cut at its end', bytes.subarray(0, -9)],
      ['damaged', damaged(bytes)],
    ] as const) {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      const restored = await restore({ db: fresh.db, photos, migrations }, file);
      expect([name, restored.ok]).toEqual([name, false]);
      expect([name, await fresh.db.selectFrom('project').selectAll().execute()]).toEqual([
        name,
        [],
      ]);
    }
    const missing = await restore(
      { db: fresh.db, photos, migrations },
      path.join(folder, 'nowhere'),
    );
    expect(missing).toMatchObject({
      ok: false,
      error: expect.stringContaining('there is no file'),
    });
    expectOkText(await restore({ db: fresh.db, photos, migrations }, whole));
    expect(await restore({ db: fresh.db, photos, migrations }, whole)).toMatchObject({
      ok: false,
      error: expect.stringContaining('not empty'),
    });
    await fresh.close();
  });

  test('brings laptops to send again what was lost since it was made', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'bazaar.backup');
    const server = await buildTestServer(kind);
    const project = await server.newProject();
    const surveyor = await project.addPerson('s1', 'surveyor');
    const laptop = makeDevice('s1');
    const [first, second, third] = [laptop.write(), laptop.write(), laptop.write()];
    await surveyor.push([first]);
    await backUp(server.deps, file);
    await surveyor.push([second]);
    await server.close();

    const fresh: OpenDatabase = await kind.open();
    expectOkText(
      await restore({ db: fresh.db, photos: await openPhotoFiles(folder), migrations }, file),
    );
    const again = await serveDatabase(fresh);
    const back = await again.signIn(surveyor.name, project.project);
    const refused = await back.inject({
      method: 'POST',
      url: '/sync/push',
      payload: { protocol: 1, project: project.project, feed: laptop.feed, entries: [third] },
    });
    expect(refused.json()).toEqual({
      failure: { kind: 'sync/gap', feed: laptop.feed, expectedSeq: 2 },
    });
    expect(await back.push([second, third])).toMatchObject({ confirmed: 3, refused: [] });
    await again.close();
  });
});

/** A project with records, changes, a conflict, a refused entry, strange characters and a photo. */
// Made by the program as it was then: two people, a record of two entries, one of one, a comment, a refused entry.
onEachDatabase('a back-up from before the server had a key', (kind) => {
  test('is restored, brought up to date, and served', async () => {
    const file = path.join(
      import.meta.dirname,
      '../fixtures/backups/before-0004-server-key.backup',
    );
    const fresh = await kind.openBare();
    const photos = await openPhotoFiles(temporaryFolder());
    expect(await restore({ db: fresh.db, photos, migrations }, file)).toEqual({
      ok: true,
      value: { rows: { project: 1, account: 2, feed: 2, entry: 4, quarantine: 1 }, photos: 0 },
    });
    const server = await serveDatabase(fresh);
    const { records, entries } = await everything(server);
    expect(entries).toHaveLength(4);
    const comment = records.find((record) => record.kind === 'comment');
    const [visit] = entries;
    expect(comment).toMatchObject({ subject: visit?.record, reader: 's1', owner: 'v1' });
    expect(records.filter((record) => record.kind === 'visit')).toHaveLength(2);
    const { json } = await server.app.inject({ url: '/health', headers: { host: 'localhost' } });
    expect(json()).toMatchObject({ serverKey: expect.stringMatching(/^[\w-]{43}$/) });
    await server.close();
  });
});

async function fill(server: TestServer) {
  const project = await server.newProject();
  const surveyor = await project.addPerson('s1', 'surveyor');
  const supervisor = await project.addPerson('v1', 'supervisor');
  const [laptop, office] = [makeDevice('s1'), makeDevice('v1')];
  const record = newRecordId();
  const made = laptop.write({ record, set: visitAnswers({ visit_note: '\u0000\u2028\ud800ی' }) });
  office.see(made);
  const many = Array.from({ length: 248 }, () => laptop.write());
  const poison = laptop.write({ set: { market_level: 'moon\u0000' } });
  await surveyor.push([made, ...many, poison]);
  await surveyor.push([laptop.write({ record, set: { outlet_name: 'یک' } })]);
  await supervisor.push([
    office.write({ record, set: { outlet_name: 'دو' }, why: 'as on the photo' }),
  ]);
  const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(200_000)]);
  const photo = createHash('sha256').update(bytes).digest('hex');
  const headers = { 'content-type': 'image/jpeg' };
  await surveyor.inject({ method: 'PUT', url: `/photos/${photo}`, payload: bytes, headers });
  return {
    project: project.project,
    photo: photo as Parameters<typeof server.deps.photos.find>[1],
  };
}

async function everything(server: TestServer) {
  const { db } = server.deps;
  const { id: epoch } = await db.selectFrom('epoch').select('id').executeTakeFirstOrThrow();
  return {
    epoch,
    projects: await db.selectFrom('project').selectAll().execute(),
    accounts: await db.selectFrom('account').selectAll().orderBy('account').execute(),
    feeds: await db.selectFrom('feed').selectAll().orderBy('feed').execute(),
    entries: await db.selectFrom('entry').selectAll().orderBy('position').execute(),
    records: await db.selectFrom('record').selectAll().orderBy('record').execute(),
    quarantine: await db.selectFrom('quarantine').selectAll().execute(),
    photos: await db.selectFrom('photo').selectAll().execute(),
  };
}

function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = Math.floor(copy.length * 0.6);
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

function expectOkText(result: Awaited<ReturnType<typeof restore>>): void {
  if (!result.ok) throw new Error(result.error);
}
