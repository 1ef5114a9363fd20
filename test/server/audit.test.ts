import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProjectId } from '#shared/core/ids.ts';
import type { AuditLine } from '../../server/services/audit.ts';
import { noteAudit, verifyAudit } from '../../server/services/audit.ts';
import { readAudit } from '../../server/store/audit-store.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { createChance } from '../support/chance.ts';
import { makeDevice } from '../support/make-entries.ts';
import { makeSigner } from '../support/make-bundle.ts';
import { memoryDatabase, onEachDatabase } from '../support/open-test-database.ts';
import { runCli } from '../support/start-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function gather(lines: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

async function* eachOf(lines: readonly unknown[]): AsyncGenerator {
  yield* lines;
}

onEachDatabase('the audit', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());

  async function linesOf(project: ProjectId): Promise<readonly AuditLine[]> {
    return (await gather(readAudit(server.deps.db, project))) as readonly AuditLine[];
  }

  async function told(project: ProjectId): Promise<readonly string[]> {
    return (await linesOf(project)).map(({ action, by }) => `${action} ${by}`);
  }

  test('tells who came and went, with which laptop, what left, and which registers were changed', async () => {
    const project = await server.newProject();
    const supervisor = await project.addPerson('v1', 'supervisor');
    const surveyor = await project.addPerson('s1', 'surveyor');
    const code = makeSigner();
    const payload = { person: 's1', enrolment: code.device, days: 1 };
    await supervisor.inject({ method: 'POST', url: '/enrolments', payload });
    await supervisor.inject({ method: 'DELETE', url: `/enrolments/${code.device}` });
    const laptop = makeDevice('s1');
    const brand = { record: 'brand/x' as never, kind: 'brand', set: { name_local: 'گلستان' } };
    await surveyor.push([laptop.write(), laptop.write(brand)]);
    const note = { atMs: 1, records: 2, sha256: 'ab'.repeat(32), withPersonal: true };
    await supervisor.inject({ method: 'POST', url: '/audit/exports', payload: note });
    await surveyor.inject({ method: 'DELETE', url: '/session' });
    const wrong = { name: surveyor.name, password: 'wrong password' };
    const headers = { host: 'localhost' };
    await server.app.inject({ method: 'POST', url: '/session', headers, payload: wrong });
    expect((await told(project.project)).slice(-6)).toEqual([
      'code-made v1',
      'code-withdrawn v1',
      'register-changed s1',
      'export v1',
      'sign-out s1',
      'sign-in-refused s1',
    ]);
    // Nothing that was surveyed, and no password.
    expect(JSON.stringify(await linesOf(project.project))).not.toMatch(/گلستان|دکان|wrong/);
    expect((await verifyAudit(eachOf(await linesOf(project.project)))).isWhole).toBe(true);
  });

  test('gives each of many writers at once a place of their own in the chain', async () => {
    const { project } = await server.newProject();
    const event = { action: 'sign-in', by: null } as const;
    await Promise.all(
      Array.from({ length: 30 }, async () => noteAudit(server.deps, project, event)),
    );
    const verdict = await verifyAudit(eachOf(await linesOf(project)));
    expect(verdict).toMatchObject({ isWhole: true, last: { number: 30 } });
  });

  test('is not changed by a slip of the hand: the database refuses', async () => {
    const { project } = await server.newProject();
    await noteAudit(server.deps, project, { action: 'sign-in', by: null });
    const { db } = server.deps;
    const refused = /never changed/;
    await expect(sql`update audit set body = ''`.execute(db)).rejects.toThrow(refused);
    await expect(sql`delete from audit`.execute(db)).rejects.toThrow(refused);
    await expect(sql`truncate audit`.execute(db)).rejects.toThrow(refused);
  });

  test('is handed to those who review as its end, which their laptops keep', async () => {
    const project = await server.newProject();
    const supervisor = await project.addPerson('v1', 'supervisor');
    await noteAudit(server.deps, project.project, { action: 'sign-in', by: null });
    const last = (await linesOf(project.project)).at(-1);
    const keys = await supervisor.inject({ method: 'GET', url: '/devices' });
    expect(keys.json()).toMatchObject({ audit: { number: last?.number, hash: last?.hash } });
    const surveyor = await project.addPerson('s1', 'surveyor');
    const others = await surveyor.inject({ method: 'GET', url: '/devices' });
    expect(others.json()).not.toHaveProperty('audit');
  });
});

describe('a chain that somebody changed', () => {
  const project = 'p1' as ProjectId;
  let lines: readonly AuditLine[];
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(memoryDatabase);
    for (let at = 0; at < 40; at += 1) {
      const detail = { entries: at };
      await noteAudit(server.deps, project, { action: 'export', by: null, detail });
    }
    lines = (await gather(readAudit(server.deps.db, project))) as readonly AuditLine[];
  });
  afterAll(async () => server.close());

  test('is found in each of 1,000 edits, losses and exchanges', async () => {
    const chance = createChance(7);
    const head = lines.at(-1);
    for (let trial = 0; trial < 1000; trial += 1) {
      const at = chance.below(lines.length);
      const other = (at + 1 + chance.below(lines.length - 1)) % lines.length;
      const changed = [...lines];
      const [one, two] = [changed[at], changed[other]];
      if (!one || !two) throw new Error('both are lines');
      if (trial % 3 === 0) changed[at] = { ...one, detail: { entries: 1000 + trial } };
      else if (trial % 3 === 1) changed.splice(at, 1);
      else [changed[at], changed[other]] = [two, one];
      expect([trial, await verifyAudit(eachOf(changed), head)]).toMatchObject([
        trial,
        { isWhole: false },
      ]);
    }
  });

  test('is found even where the whole of it was made anew, by a head that was known', async () => {
    const anew = (await server.newProject()).project;
    for (let at = 0; at < 40; at += 1) {
      await noteAudit(server.deps, anew, { action: 'export', by: null, detail: { entries: 1 } });
    }
    const forged = await gather(readAudit(server.deps.db, anew));
    expect((await verifyAudit(eachOf(forged))).isWhole).toBe(true);
    expect(await verifyAudit(eachOf(forged), lines[20])).toMatchObject({ number: 21 });
  });
});

test('the command line follows it, writes it to a file, finds a change there, and a restored server has it', async () => {
  const folder = temporaryFolder();
  const settings = { BAZARNEGAR_DATA: path.join(folder, 'one') };
  const elsewhere = { BAZARNEGAR_DATA: path.join(folder, 'two') };
  const file = path.join(folder, 'audit.jsonl');
  const backup = path.join(folder, 'backup');
  await runCli(['create-admin', '--person', 'admin1'], settings);
  await runCli(['add-account', '--person', 's1', '--role', 'surveyor'], settings);
  await runCli(['export', path.join(folder, 'entries')], settings);
  await runCli(['end-account', '--person', 's1'], settings);
  const whole = await runCli(['verify-audit'], settings);
  expect([whole.code, whole.out]).toEqual([
    0,
    expect.stringMatching(/^main: The audit is whole: 4 lines\..* 4:[0-9a-f]{64}\n$/),
  ]);
  const head = /4:[0-9a-f]{64}/.exec(whole.out)?.[0] ?? '';
  expect((await runCli(['back-up', backup], settings)).code).toBe(0);
  expect((await runCli(['restore', backup], elsewhere)).code).toBe(0);
  expect((await runCli(['verify-audit', '--head', head], elsewhere)).code).toBe(0);

  expect((await runCli(['export-audit', file], settings)).code).toBe(0);
  expect((await runCli(['verify-audit', '--file', file, '--head', head], settings)).code).toBe(0);
  const lines = readFileSync(file, 'utf8');
  writeFileSync(file, lines.replace('"role":"surveyor"', '"role":"supervisor"'));
  const changed = await runCli(['verify-audit', '--file', file], settings);
  expect([changed.code, changed.err]).toEqual([
    1,
    'Not done: line 2: changed after it was written\n',
  ]);
  writeFileSync(file, lines.split('\n').slice(0, 3).join('\n'));
  const cut = await runCli(['verify-audit', '--file', file, '--head', head], settings);
  expect(cut.err).toBe('Not done: line 4: cut off before the line that was known\n');
}, 240_000);
