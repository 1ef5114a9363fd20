import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Role } from '#shared/records/role.ts';
import { roles } from '#shared/records/role.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { expectOk } from '../support/expect-ok.ts';
import { makeSigner } from '../support/make-bundle.ts';
import { onEachDatabase } from '../support/open-test-database.ts';
import {
  nameOfCell,
  personOf,
  playRights,
  rightsCells,
  rightsDevices,
} from '../support/rights-cells.ts';
import { withBundles } from '../support/signing-laptop.ts';

onEachDatabase('the authorisation matrix', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await buildTestServer(kind);
  });
  afterAll(async () => server.close());
  const { register, bundleOf, take } = withBundles(() => server);

  /** Everything before the acts of a role is on the server; the acts are not. */
  async function stage(role: Role) {
    const project = await server.newProject();
    const owner = await project.addPerson('s9', 'surveyor');
    const office = await project.addPerson('o9', 'secretariat');
    const actor = await project.addPerson(personOf(role), role);
    const cells = rightsCells.filter((cell) => cell.role === role);
    const devices = rightsDevices(role);
    const { before, acts } = playRights(cells, devices);
    const pushed = [
      await owner.push(before.owner),
      await actor.push(before.actor),
      await office.push(before.office),
    ];
    expect(pushed.flatMap(({ refused }) => refused)).toEqual([]);
    return { project, actor, cells, devices, acts, first: before.actor.length };
  }

  function outcomes(
    cells: readonly (typeof rightsCells)[number][],
    refused: readonly { readonly seq: number }[],
    first: number,
  ): readonly string[] {
    const seqs = new Set(refused.map(({ seq }) => seq));
    return cells.map((cell, at) => nameOfCell({ ...cell, isAllowed: !seqs.has(first + at + 1) }));
  }

  test.each(roles)('holds for what a %s sends over the network', async (role) => {
    const { actor, cells, acts, first } = await stage(role);
    const { refused } = await actor.push(acts);
    expect(outcomes(cells, refused, first)).toEqual(cells.map(nameOfCell));
  });

  test.each(roles)('holds for what a %s sends in a bundle', async (role) => {
    const { project, actor, cells, devices, acts, first } = await stage(role);
    const signer = makeSigner();
    await register(actor, signer.device);
    const laptop = { ...devices.actor, owner: actor, project, signer };
    const taken = expectOk(await take(project, await bundleOf(laptop, acts)));
    expect(taken.failures).toEqual([]);
    expect(outcomes(cells, taken.receipts.refused, first)).toEqual(cells.map(nameOfCell));
  });

  test.each(roles)('gives a %s nothing in another project', async (role) => {
    const { actor } = await stage(role);
    const elsewhere = await stage('surveyor');
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
