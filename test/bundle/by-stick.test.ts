import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCarriedFeeds } from '../../renderer/sync/carried-feeds.ts';
import { openBundle, takeBundle } from '../../renderer/sync/take-bundle.ts';
import { importBundle } from '../../server/services/import-bundle.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { writeReceiptsFile } from '#shared/bundle/receipts-file.ts';
import { expectOk } from '../support/expect-ok.ts';
import { inChunks } from '../support/make-bundle.ts';
import { visitAnswers } from '../support/make-entries.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import {
  load,
  look,
  newStick,
  putOnStick,
  stickLaptop,
  takeFrom,
  takerOf,
  work,
} from '../support/stick-laptops.ts';
import { syncWell } from '../support/sync-device.ts';

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

describe('work that goes by stick', () => {
  test('reaches the server through a supervisor’s laptop; counts agree, receipts return, and it is safe', async () => {
    const project = await server.newProject();
    const supervisor = await stickLaptop(server, project, 'v1', 'supervisor');
    const [anar, behi] = [
      await stickLaptop(server, project, 's1', 'surveyor'),
      await stickLaptop(server, project, 's2', 'surveyor'),
    ];
    for (const laptop of [anar, behi]) {
      laptop.isOnline = false;
      await work(laptop, 'دکان');
      expect(await laptop.store.counts()).toMatchObject({
        unsent: 3,
        unsentPhotos: 1,
        onServer: 0,
      });
    }
    const stick = newStick();
    const names = [await putOnStick(anar, stick), await putOnStick(behi, stick)];

    const seen = expectOk(await look(supervisor, stick, names[0] ?? ''));
    expect(seen).toMatchObject({
      newEntries: 3,
      manifest: { person: 's1', counts: { entries: 3, photos: 1 } },
    });
    for (const name of names) await takeFrom(supervisor, stick, name);
    expect(await supervisor.store.records.list('visit')).toHaveLength(6);
    expect(expectOk(await look(supervisor, stick, names[0] ?? ''))).toMatchObject({
      newEntries: 0,
    });
    await takeFrom(supervisor, stick, names[0] ?? '');
    expect(await supervisor.store.records.list('visit')).toHaveLength(6);

    await syncWell(supervisor);
    const carried = await readCarriedFeeds(supervisor.store.settings);
    expect(carried).toMatchObject([
      { person: 's1', confirmed: 3, failure: null, refused: [] },
      { person: 's2', confirmed: 3, failure: null, refused: [] },
    ]);
    const { photoReceipts } = await supervisor.store.sync.coverage();
    expect(photoReceipts).toHaveLength(2);
    const receipts = carried.flatMap(({ receipt }) => receipt ?? []);
    const file = writeReceiptsFile({ receipts, photos: photoReceipts, refused: [] });
    stick.files.set('back.bzr', Buffer.from(file));

    for (const laptop of [anar, behi]) {
      expect((await laptop.store.sync.coverage()).isWhole).toBe(false);
      expect(expectOk(await load(laptop, stick, 'back.bzr'))).toEqual({
        entries: 3,
        photos: 1,
        refused: 0,
      });
      expect(await laptop.store.counts()).toMatchObject({
        unsent: 0,
        unsentPhotos: 0,
        onServer: 3,
      });
      expect((await laptop.store.sync.coverage()).isWhole).toBe(true);
      laptop.isOnline = true;
      await syncWell(laptop);
    }
    const reader = await server.signIn(`v1 ${project.project}`.slice(0, 60), project.project);
    expect((await reader.pull()).entries).toHaveLength(6);
  });

  test('reaches the server from the stick itself, and what is refused comes back with its reason', async () => {
    const project = await server.newProject();
    const laptop = await stickLaptop(server, project, 's1', 'surveyor');
    laptop.isOnline = false;
    const { store, device } = laptop;
    const wrong = device.newId();
    await work(laptop, 'دکان');
    expectOk(
      await store.records.write([
        { record: wrong, kind: 'visit', form: 1, set: visitAnswers({ country: 'nowhere' }) },
      ]),
    );
    const stick = newStick();
    const name = await putOnStick(laptop, stick);
    const bytes = stick.files.get(name) ?? new Uint8Array();
    const bundle = { chunks: () => inChunks(bytes), close: async () => undefined };
    const taken = expectOk(await importBundle(server.deps, project.project, bundle));
    stick.files.set('back.bzr', Buffer.from(writeReceiptsFile(taken.receipts)));
    expect(expectOk(await load(laptop, stick, 'back.bzr'))).toEqual({
      entries: 4,
      photos: 1,
      refused: 1,
    });
    expect(await store.counts()).toMatchObject({ unsent: 0, refused: 1, onServer: 3 });
    expect((await store.records.sendStates()).get(wrong)).toMatchObject({
      kind: 'refused',
      failure: { kind: 'record/bad-answer' },
    });
    expect((await store.sync.coverage()).isWhole).toBe(false);

    // A receipt that hides a refusal, of another key, or for another laptop says nothing that is believed.
    const other = await stickLaptop(server, project, 's2', 'surveyor');
    await work(other, 'x');
    expect(await load(other, stick, 'back.bzr')).toMatchObject({
      error: { kind: 'receipt/not-yours' },
    });
    stick.files.set('no.bzr', Buffer.from('{"format":"bazarnegar-receipts"}'));
    expect(await load(laptop, stick, 'no.bzr')).toMatchObject({
      error: { kind: 'receipt/not-a-receipt' },
    });
  });

  test.each([
    [
      'that hides what was refused',
      (text: string) => text.replace(/"refused": \[[^]*\]\n\}/, '"refused": []\n}'),
      'sync/wrong-receipt',
    ],
    [
      'whose number was raised',
      (text: string) => text.replace(/"seq": 4/, '"seq": 3'),
      'sync/wrong-receipt',
    ],
    [
      'of another server',
      (text: string) => text.replaceAll(/"key": "[^"]{43}"/g, `"key": "${'A'.repeat(43)}"`),
      'sync/other-server',
    ],
    [
      'of another project',
      (text: string) => text.replaceAll(/"project": "[^"]+"/g, '"project": "other"'),
      'sync/wrong-receipt',
    ],
    [
      'of another epoch',
      (text: string) => text.replaceAll(/"epoch": "[^"]+"/g, '"epoch": "other"'),
      'sync/wrong-receipt',
    ],
  ])('a receipt %s confirms nothing', async (_name, change, kind) => {
    const project = await server.newProject();
    const laptop = await stickLaptop(server, project, 's1', 'surveyor');
    laptop.isOnline = false;
    const wrong = {
      record: laptop.device.newId(),
      kind: 'visit',
      form: 1,
      set: visitAnswers({ country: 'nowhere' }),
    };
    expectOk(await laptop.store.records.write([wrong]));
    await work(laptop, 'دکان');
    const stick = newStick();
    const bytes = stick.files.get(await putOnStick(laptop, stick)) ?? new Uint8Array();
    const bundle = { chunks: () => inChunks(bytes), close: async () => undefined };
    const taken = expectOk(await importBundle(server.deps, project.project, bundle));
    stick.files.set('back.bzr', Buffer.from(change(writeReceiptsFile(taken.receipts))));
    expect(await load(laptop, stick, 'back.bzr')).toMatchObject({ error: { kind } });
    expect(await laptop.store.counts()).toMatchObject({ unsent: 4, refused: 0, onServer: 0 });
  });

  test('is refused by its own sender, by a surveyor, and on a stick that was pulled out', async () => {
    const project = await server.newProject();
    const [anar, behi] = [
      await stickLaptop(server, project, 's1', 'surveyor'),
      await stickLaptop(server, project, 's2', 'surveyor'),
    ];
    const supervisor = await stickLaptop(server, project, 'v1', 'supervisor');
    await work(supervisor, 'x');
    await work(anar, 'x');
    const stick = newStick();
    const own = await putOnStick(supervisor, stick);
    expect(await look(supervisor, stick, own)).toMatchObject({
      error: { kind: 'bundle/your-own' },
    });
    const name = await putOnStick(anar, stick);
    expect(await look(behi, stick, name)).toMatchObject({ error: { kind: 'bundle/not-for-you' } });

    stick.chosen = name;
    supervisor.device.stick = stick;
    const pulled = await openBundle(
      takerOf(supervisor),
      () => (supervisor.device.stick = undefined),
    );
    expect(pulled).toMatchObject({ ok: true });
    const preview = expectOk(pulled);
    if (!preview) throw new Error('a file was chosen');
    supervisor.device.stick = undefined;
    expect(await takeBundle(takerOf(supervisor), preview, () => undefined)).toMatchObject({
      error: { kind: 'file/not-read' },
    });
    expect(await readCarriedFeeds(supervisor.store.settings)).toEqual([]);
    await takeFrom(supervisor, stick, name);
    expect(await readCarriedFeeds(supervisor.store.settings)).toHaveLength(1);
  });
});
