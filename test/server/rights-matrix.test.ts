import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import type { ProjectId } from '#shared/core/ids.ts';
import { roles } from '#shared/records/role.ts';
import { surveyRights } from '#shared/rules/survey-rights.ts';
import { teamKeysSchema, teamOverviewSchema } from '#shared/sync/team-api.ts';
import type { AuditLine } from '../../server/services/audit.ts';
import { moveToTeam } from '../../server/services/teams.ts';
import { readAudit } from '../../server/store/audit-store.ts';
import type { TestPerson, TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { expectOk } from '../support/expect-ok.ts';
import { makeSigner } from '../support/make-bundle.ts';
import { makeDevice } from '../support/make-entries.ts';
import { onEachDatabase } from '../support/open-test-database.ts';
import { nameOfCell, personOf, rightsDevices } from '../support/rights-cells.ts';
import { outcomesOf, stageRights } from '../support/rights-stage.ts';
import { withBundles } from '../support/signing-laptop.ts';

onEachDatabase('the authorisation matrix', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());
  const { register, bundleOf, take } = withBundles(() => server);

  test.each(roles)('holds for what a %s sends over the network', async (role) => {
    const { actor, cells, acts, first } = await stageRights(server, role);
    const { refused } = await actor.push(acts);
    expect(outcomesOf(cells, refused, first)).toEqual(cells.map(nameOfCell));
  });

  test.each(roles)('holds for what a %s sends in a bundle', async (role) => {
    const { project, actor, cells, devices, acts, first } = await stageRights(server, role);
    const signer = makeSigner();
    await register(project, actor, signer);
    const laptop = { ...devices.actor, owner: actor, project, signer };
    const taken = expectOk(await take(project, await bundleOf(laptop, acts)));
    expect(taken.failures).toEqual([]);
    expect(outcomesOf(cells, taken.receipts.refused, first)).toEqual(cells.map(nameOfCell));
  });

  test.each(roles)(
    'gives a %s to read what they may act on, and of another team nothing',
    async (role) => {
      const { actor, before } = await stageRights(server, role);
      const got = new Set((await actor.pull()).entries.map(({ record }) => record));
      for (const [whose, made] of [
        ['own', before.actor],
        ['team', before.mate],
        ['other', before.stranger],
      ] as const) {
        const isRead = whose === 'own' || surveyRights[role][whose].none.length > 0;
        expect([whose, made.filter(({ record }) => got.has(record)).length]).toEqual([
          whose,
          isRead ? made.length : 0,
        ]);
      }
    },
  );

  test('a person who is moved brings what they wrote to the new team, whose supervisor is past it already', async () => {
    const project = await server.newProject();
    const surveyor = await project.addPerson('s1', 'surveyor', 'A');
    const supervisor = await project.addPerson('v1', 'supervisor', 'B');
    const spanning = await project.addPerson('v2', 'supervisor');
    const device = makeDevice('s1');
    const made = device.write();
    async function move({ person }: TestPerson, team: string | null): Promise<void> {
      await moveToTeam(server.deps, project, { person, team, by: null });
    }
    await surveyor.push([made]);
    const { cursor } = await supervisor.pull();
    expect((await supervisor.pull()).entries).toEqual([]);
    expect((await spanning.pull()).entries).toEqual([made]);
    const refused = makeDevice('v1');
    refused.see(made);
    const step = { record: made.record, set: { review_status: 'approved' } };
    expect((await supervisor.push([refused.write(step)])).refused).toMatchObject([
      { failure: { kind: 'record/not-yours' } },
    ]);

    await move(surveyor, 'B');
    expect((await supervisor.pull(cursor)).entries).toEqual([made]);
    expect((await supervisor.push([refused.write(step)])).refused).toEqual([]);

    await move(supervisor, 'A');
    // What they wrote themselves stays theirs to read.
    expect((await supervisor.pull()).entries).not.toContainEqual(made);
    await move(supervisor, null);
    expect((await supervisor.pull(cursor)).entries).toContainEqual(made);
  });

  async function movesTold(project: ProjectId): Promise<readonly unknown[]> {
    const moves: AuditLine[] = [];
    for await (const line of readAudit(server.deps.db, project)) {
      const { action, by } = line as AuditLine;
      if (action === 'team-changed' && by !== null) moves.push(line as AuditLine);
    }
    return moves;
  }

  function put(by: TestPerson, person: string, team: unknown) {
    return by.inject({ method: 'PUT', url: `/team/${person}`, payload: { team } });
  }

  test.each([
    ['surveyor', 's2', 403],
    ['surveyor', 'v2', 403],
    ['surveyor', 'o2', 403],
    ['supervisor', 's2', 403],
    ['supervisor', 'v2', 403],
    ['supervisor', 'o2', 403],
    ['secretariat', 's2', 204],
    ['secretariat', 'v2', 204],
    ['secretariat', 'o2', 403],
    ['secretariat', 'nobody', 403],
    ['secretariat', 's3', 403],
  ] as const)('a %s puts %s into a team: %i', async (role, person, status) => {
    const project = await server.newProject();
    await project.addPerson('s2', 'surveyor');
    await project.addPerson('v2', 'supervisor');
    await project.addPerson('o2', 'secretariat');
    await (await server.newProject()).addPerson('s3', 'surveyor');
    const by = await project.addPerson(personOf(role), role);
    expect((await put(by, person, 'شمال')).statusCode).toBe(status);
    const told = await movesTold(project.project);
    expect(told).toMatchObject(
      status === 204 ? [{ by: by.person, to: person, detail: { team: 'شمال' } }] : [],
    );
  });

  test('a team is one however it is spelled, and is told of once; who reaches it alone hears its people', async () => {
    const project = await server.newProject();
    const office = await project.addPerson('o1', 'secretariat');
    const supervisor = await project.addPerson('v1', 'supervisor');
    await project.addPerson('s1', 'surveyor');
    async function reach() {
      return teamKeysSchema.parse((await supervisor.inject({ url: '/devices' })).json()).reach;
    }
    expect(await reach()).toBeUndefined();
    for (const [person, team] of [
      ['v1', 'گروه  یک '],
      ['s1', 'گروه يك'],
      ['s1', 'گروه یک'],
    ] as const) {
      expect((await put(office, person, team)).statusCode).toBe(204);
    }
    expect(await reach()).toEqual({ team: 'گروه یک', people: ['s1', 'v1'] });
    const overview = teamOverviewSchema.parse((await office.inject({ url: '/team' })).json());
    expect(overview.people.map(({ person, team }) => [person, team])).toEqual([
      ['o1', null],
      ['s1', 'گروه یک'],
      ['v1', 'گروه یک'],
    ]);
    for (const bad of ['', ' ', 'a\nb<', 7, undefined, 'x'.repeat(65)]) {
      expect((await put(office, 's1', bad)).statusCode).toBe(400);
    }
    expect((await put(office, 'v1', null)).statusCode).toBe(204);
    expect(await reach()).toBeUndefined();
    expect(await movesTold(project.project)).toHaveLength(3);
  });

  test('bundles are made for the supervisors who reach their author, and for the secretariat', async () => {
    const project = await server.newProject();
    const surveyor = await project.addPerson('s1', 'surveyor', 'A');
    for (const [person, role, team] of [
      ['v1', 'supervisor', 'A'],
      ['v2', 'supervisor', 'B'],
      ['v3', 'supervisor', undefined],
      ['o1', 'secretariat', undefined],
    ] as const) {
      const reader = await project.addPerson(person, role, team);
      await register(project, reader, makeSigner(), (await makeAgeKeys()).recipient);
    }
    const answer = await surveyor.inject({ url: '/devices' });
    const { recipients } = teamKeysSchema.parse(answer.json());
    expect(recipients.map(({ person }) => person).toSorted()).toEqual(['o1', 'v1', 'v3']);
  });

  test('a supervisor brings laptops of the own team alone into the project', async () => {
    const project = await server.newProject();
    await project.addPerson('s1', 'surveyor', 'A');
    await project.addPerson('s2', 'surveyor', 'B');
    const supervisor = await project.addPerson('v1', 'supervisor', 'A');
    const overview = teamOverviewSchema.parse((await supervisor.inject({ url: '/team' })).json());
    expect(overview.people.map(({ person }) => person)).toEqual(['s1']);
  });

  test.each(roles)('gives a %s nothing in another project', async (role) => {
    const { actor } = await stageRights(server, role);
    const elsewhere = await stageRights(server, 'surveyor');
    const { pull } = actor;
    const own = new Set((await pull()).entries.map(({ record }) => record));
    expect(elsewhere.acts.some(({ record }) => own.has(record))).toBe(false);
    const before = await elsewhere.actor.pull();
    const strange = rightsDevices(role).actor;
    const record = before.entries[0]?.record;
    if (record === undefined) throw new Error('there are records');
    // Under the same id it is a record of the own project, and the other stays as it is.
    await actor.push([strange.write({ record })]);
    expect((await elsewhere.actor.pull()).entries).toEqual(before.entries);
  });
});
