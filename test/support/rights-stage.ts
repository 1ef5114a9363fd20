import { expect } from 'vitest';
import type { Role } from '#shared/records/role.ts';
import type { TestServer } from './build-test-app.ts';
import type { RightsCell } from './rights-cells.ts';
import { nameOfCell, personOf, playRights, rightsCells, rightsDevices } from './rights-cells.ts';

/** Everything before the acts of a role is on the server, each by its own person; the acts are not. */
export async function stageRights(server: TestServer, role: Role) {
  const project = await server.newProject();
  const mate = await project.addPerson('s9', 'surveyor', 'A');
  const stranger = await project.addPerson('s8', 'surveyor', 'B');
  const office = await project.addPerson('o9', 'secretariat');
  const actor = await project.addPerson(personOf(role), role, 'A');
  const cells = rightsCells.filter((cell) => cell.role === role);
  const devices = rightsDevices(role);
  const { before, acts } = playRights(cells, devices);
  const pushed = [
    await mate.push(before.mate),
    await stranger.push(before.stranger),
    await actor.push(before.actor),
    await office.push(before.office),
  ];
  expect(pushed.flatMap(({ refused }) => refused)).toEqual([]);
  return { project, actor, cells, devices, before, acts, first: before.actor.length };
}

/** The cells as they were answered: `refused` has the numbers of acts that were. */
export function outcomesOf(
  cells: readonly RightsCell[],
  refused: readonly { readonly seq: number }[],
  first: number,
): readonly string[] {
  const seqs = new Set(refused.map(({ seq }) => seq));
  return cells.map((cell, at) => nameOfCell({ ...cell, isAllowed: !seqs.has(first + at + 1) }));
}
