import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encryptFor } from '#shared/bundle/age.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import { foldEntries } from '#shared/records/fold.ts';
import { viewRecord } from '#shared/records/record.ts';
import { roles } from '#shared/records/role.ts';
import { readCarriedFeeds } from '../../renderer/sync/carried-feeds.ts';
import { loadDeviceKeys } from '../../renderer/sync/device-keys.ts';
import { closeBundle, takeBundle } from '../../renderer/sync/take-bundle.ts';
import { revokeDevice } from '../../server/store/device-store.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { joinBytes } from '../support/bytes.ts';
import { expectOk } from '../support/expect-ok.ts';
import type { BundleContents } from '../support/make-bundle.ts';
import { inChunks, makeBundle, makeSigner } from '../support/make-bundle.ts';
import { makeDevice } from '../support/make-entries.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import { nameOfCell } from '../support/rights-cells.ts';
import { stageRights } from '../support/rights-stage.ts';
import { withBundles } from '../support/signing-laptop.ts';
import type { Laptop } from '../support/stick-laptops.ts';
import { look, newStick, stickLaptop, takerOf } from '../support/stick-laptops.ts';
import { syncWell } from '../support/sync-device.ts';

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());
const { laptopOf, register, pushSigned } = withBundles(() => server);

/** Takes entries in on a laptop as a bundle of their author; what was looked at, and how many are kept apart. */
async function takeIn(reader: Laptop, contents: Omit<BundleContents, 'recipients' | 'photos'>) {
  const keys = await loadDeviceKeys(reader.store.settings);
  const recipients = [keys?.recipient ?? ''];
  const { tar } = makeBundle({ ...contents, recipients, photos: [] });
  const stick = newStick();
  stick.files.set('x.bzb', await joinBytes(encryptFor(recipients, inChunks(tar))));
  const preview = expectOk(await look(reader, stick, 'x.bzb'));
  if (!preview) throw new Error('a file was chosen');
  const taken = expectOk(await takeBundle(takerOf(reader), preview, () => undefined));
  await closeBundle(takerOf(reader), preview.file);
  return { preview, ...taken };
}

/** A record as it is after some entries; undefined where none of them makes it. */
function viewOf(entries: readonly Entry[], record: RecordId) {
  const state = foldEntries(entries.filter((entry) => entry.record === record));
  const view = state && viewRecord(state);
  return view?.deleted === true ? undefined : view;
}

describe('a laptop that takes a bundle in', () => {
  test.each(roles)('lets count of a %s what the table of rights lets them write', async (role) => {
    const { project, actor, cells, before, acts } = await stageRights(server, role);
    const reader = await stickLaptop(server, project, 'o8', 'secretariat');
    const signer = makeSigner();
    await register(project, actor, signer);
    const { heldBack } = await takeIn(reader, {
      project: project.project,
      person: actor.person,
      signer,
      entries: [...before.actor, ...acts],
    });
    expect(heldBack).toBe(cells.filter(({ isAllowed }) => !isAllowed).length);

    const known = Object.values(before).flat();
    async function outcomes(): Promise<readonly string[]> {
      return Promise.all(
        acts.map(async (act, at) => {
          const found = await reader.store.records.find(act.record);
          const cell = cells[at];
          if (!cell) throw new Error('an act for each cell');
          const expected = viewOf(cell.isAllowed ? [...known, act] : known, act.record);
          const name = nameOfCell(cell);
          expect([name, found]).toEqual([name, expected]);
          return name;
        }),
      );
    }
    expect(await outcomes()).toEqual(cells.map(nameOfCell));
    // The server judges alike, and nothing is different once it has.
    await syncWell(reader);
    const [carried] = await readCarriedFeeds(reader.store.settings);
    expect(carried?.refused).toHaveLength(heldBack);
    expect(await outcomes()).toEqual(cells.map(nameOfCell));
  });

  test('lets count what it kept apart once the server took it, and no more what the server refused', async () => {
    const project = await server.newProject();
    const surveyor = await laptopOf(project, 's1');
    const office = await project.addPerson('o1', 'secretariat');
    const desk = makeDevice('o1');
    const [returned, approved] = [surveyor.write(), surveyor.write()];
    for (const made of [returned, approved]) desk.see(made);
    const settled = desk.write({ record: returned.record, set: { review_status: 'approved' } });
    await pushSigned(surveyor.owner, surveyor, [returned, approved]);
    await office.push([settled]);
    const reader = await stickLaptop(server, project, 'v1', 'supervisor');
    reader.isOnline = false;

    // What the supervisor's laptop does not hear of: one record is open again, the other is settled.
    const again = desk.write({ record: returned.record, set: { review_status: 'returned' } });
    const done = desk.write({ record: approved.record, set: { review_status: 'approved' } });
    await office.push([again, done]);
    surveyor.see(settled);
    surveyor.see(again);
    const changes = [returned, approved].map(({ record }) =>
      surveyor.write({ record, set: { outlet_name: 'دکان دیگر' }, why: 'اشتباه' }),
    );
    const { owner, signer } = surveyor;
    const { heldBack } = await takeIn(reader, {
      project: project.project,
      person: owner.person,
      signer,
      entries: [returned, approved, ...changes],
    });
    async function names(): Promise<readonly unknown[]> {
      const views = await reader.store.records.findMany([returned.record, approved.record]);
      return views.map(({ answers }) => answers['outlet_name']);
    }
    const before = returned.set['outlet_name'];
    expect(heldBack).toBe(1);
    expect(await names()).toEqual([before, 'دکان دیگر']);

    reader.isOnline = true;
    await syncWell(reader);
    expect(await names()).toEqual(['دکان دیگر', before]);
    // Said twice changes nothing.
    await syncWell(reader);
    expect(await names()).toEqual(['دکان دیگر', before]);
  });

  test('lets count what the server gives out, though its own copy was not handed on', async () => {
    const project = await server.newProject();
    const { owner, signer, write } = await laptopOf(project, 's1');
    const reader = await stickLaptop(server, project, 'v1', 'supervisor');
    const made = write();
    const approved = write({ record: made.record, set: { review_status: 'approved' } });
    const entries = [made, approved];
    await takeIn(reader, { project: project.project, person: owner.person, signer, entries });
    async function review() {
      return (await reader.store.records.find(made.record))?.review;
    }
    expect(await review()).toBe('submitted');
    const page = { entries, epoch: 'e', cursor: 2, atMs: server.clock.ms };
    expectOk(await reader.store.sync.takeIn(page));
    expect(await review()).toBe('approved');
  });

  test('carries the work of a barred laptop, and lets nothing of it count', async () => {
    const project = await server.newProject();
    const surveyor = await laptopOf(project, 's1');
    const reader = await stickLaptop(server, project, 'v1', 'supervisor');
    const { owner, signer } = surveyor;
    await revokeDevice(server.deps.db, project.project, signer.device, new Date());
    const entries = [surveyor.write(), surveyor.write()];
    const contents = { project: project.project, person: owner.person, signer, entries };
    const { preview, heldBack } = await takeIn(reader, contents);
    expect(preview).toMatchObject({ isBarred: true, newEntries: 2 });
    expect(heldBack).toBe(2);
    expect(await reader.store.records.list('visit')).toEqual([]);

    await syncWell(reader);
    expect(await readCarriedFeeds(reader.store.settings)).toMatchObject([
      {
        confirmed: 2,
        failure: null,
        refused: [1, 2].map((seq) => ({ seq, failure: { kind: 'device/revoked' } })),
      },
    ]);
    expect(await reader.store.records.list('visit')).toEqual([]);
  });
});
