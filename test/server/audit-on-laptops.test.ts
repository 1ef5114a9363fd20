import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUDIT_HEADS_SETTING } from '../../renderer/sync/audit-heads.ts';
import type { SyncedApp } from '../support/sync-device.ts';
import { startApp } from '../support/sync-device.ts';
import { noteAudit } from '../../server/services/audit.ts';
import type { TestProject, TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { expectOk } from '../support/expect-ok.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import { stickLaptop } from '../support/stick-laptops.ts';

let server: TestServer;
beforeAll(async () => {
  server = await buildTestServer(memoryDatabase);
});
afterAll(async () => server.close());

const DAY_MS = 86_400_000;

/** A supervisor's laptop that met the audit on three days; the length of the audit on each. */
async function seenOnThreeDays() {
  const project = await server.newProject();
  let app: SyncedApp = await stickLaptop(server, project, 'v1', 'supervisor');
  const lengths = [await lengthOf(project)];
  for (let day = 0; day < 2; day += 1) {
    await noteLines(project, 3);
    app.device.clock.nowMs += DAY_MS;
    app = await startApp(app.device);
    expect(await app.sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
    lengths.push(await lengthOf(project));
  }
  return { project, app, lengths: lengths as [number, number, number] };
}

// No line is as another was: a chain that is made anew of the same lines is the same.
let noted = 0;

async function noteLines({ project }: TestProject, count: number): Promise<void> {
  for (const end = noted + count; noted < end; noted += 1) {
    await noteAudit(server.deps, project, { action: 'export', by: null, to: `${noted}` });
  }
}

async function lengthOf({ project }: TestProject): Promise<number> {
  const { db } = server.deps;
  const rows = await db.selectFrom('audit').selectAll().where('project', '=', project).execute();
  return rows.length;
}

/** What the owner of the database can do. */
async function byForce(...statements: readonly ReturnType<typeof sql>[]): Promise<void> {
  const { db } = server.deps;
  await sql`alter table audit disable trigger user`.execute(db);
  for (const statement of statements) await statement.execute(db);
  await sql`alter table audit enable trigger user`.execute(db);
}

async function cutBehind({ project }: TestProject, number: number): Promise<void> {
  await byForce(sql`delete from audit where project = ${project} and number > ${number}`);
}

/** As a restore does it. */
async function newEpoch(): Promise<void> {
  await sql`update epoch set id = gen_random_uuid()::text`.execute(server.deps.db);
}

function syncAnew({ device }: SyncedApp): Promise<SyncedApp> {
  return startApp(device);
}

test('an audit that only grew is no news to a laptop', async () => {
  const { project, app } = await seenOnThreeDays();
  await noteLines(project, 600);
  const again = await syncAnew(app);
  expect(await again.sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
});

test('one that was cut is told at each sync, stands in the log, and work is sent all the same', async () => {
  const { project, app, lengths } = await seenOnThreeDays();
  await cutBehind(project, lengths[1]);
  const again = await syncAnew(app);
  const failure = { kind: 'sync/audit-changed', number: lengths[2] };
  for (let sync = 0; sync < 2; sync += 1) {
    expect(await again.sync.syncNow()).toEqual({ kind: 'needs-you', failure });
  }
  expect((await again.store.sync.tries()).at(0)).toMatchObject({ failure });
});

test('one that was cut and grew past what was seen is told too', async () => {
  const { project, app, lengths } = await seenOnThreeDays();
  await cutBehind(project, lengths[1]);
  await noteLines(project, 20);
  const again = await syncAnew(app);
  const failure = { kind: 'sync/audit-changed', number: lengths[2] };
  expect(await again.sync.syncNow()).toEqual({ kind: 'needs-you', failure });
});

test('a line that was changed under its old hash is told where a laptop saw it', async () => {
  const { project, app, lengths } = await seenOnThreeDays();
  await byForce(
    sql`update audit set body = replace(body, 'export', 'sign-in') where project = ${project.project} and number = ${lengths[1]}`,
  );
  const again = await syncAnew(app);
  const failure = { kind: 'sync/audit-changed', number: lengths[1] };
  expect(await again.sync.syncNow()).toEqual({ kind: 'needs-you', failure });
});

test('one that is gone is told, also under a new epoch', async () => {
  const { project, app } = await seenOnThreeDays();
  await cutBehind(project, 0);
  await newEpoch();
  const again = await syncAnew(app);
  expect(await again.sync.syncNow()).toMatchObject({ failure: { kind: 'sync/audit-changed' } });
});

test('a back-up of yesterday is told from it, once', async () => {
  const { project, app, lengths } = await seenOnThreeDays();
  await cutBehind(project, lengths[1]);
  await noteLines(project, 20);
  await newEpoch();
  const again = await syncAnew(app);
  const failure = { kind: 'sync/audit-restored', number: lengths[1] };
  expect(await again.sync.syncNow()).toEqual({ kind: 'needs-you', failure });
  expect(await again.sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
});

test('one that a person accepts is what the next is held against', async () => {
  const { project, app, lengths } = await seenOnThreeDays();
  await cutBehind(project, lengths[1]);
  const again = await syncAnew(app);
  await again.sync.syncNow();
  expectOk(await again.store.settings.set(AUDIT_HEADS_SETTING, null));
  expect(await again.sync.syncNow()).toMatchObject({ kind: 'up-to-date' });
  await cutBehind(project, lengths[0]);
  const later = await syncAnew(app);
  expect(await later.sync.syncNow()).toMatchObject({ failure: { kind: 'sync/audit-changed' } });
});
