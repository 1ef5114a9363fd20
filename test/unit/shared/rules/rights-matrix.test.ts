import { describe, expect, test } from 'vitest';
import { foldEntries } from '#shared/records/fold.ts';
import { viewRecord } from '#shared/records/record.ts';
import { roles } from '#shared/records/role.ts';
import { checkWrite } from '#shared/rules/check-write.ts';
import { mayChange, mayReview } from '../../../../renderer/services/record-change.ts';
import {
  nameOfCell,
  personOf,
  playRights,
  rightsCells,
  rightsDevices,
  teamOfPlay,
} from '../../../support/rights-cells.ts';

test('the matrix has every role, team, place and action', () => {
  expect(rightsCells).toHaveLength(3 * (5 + 3 * 4 * 8));
});

describe.each(roles)('on the laptop of a %s', (role) => {
  const cells = rightsCells.filter((cell) => cell.role === role);
  const { before, acts } = playRights(cells, rightsDevices(role));
  const all = Object.values(before).flat();

  test.each(cells.map((cell, at) => [nameOfCell(cell), cell, at] as const))('%s', (_, cell, at) => {
    const act = acts[at];
    if (!act) throw new Error('each cell is acted');
    const state = foldEntries(all.filter(({ record }) => record === act.record));
    const view = state && viewRecord(state);
    const writer = { person: personOf(role), role, team: teamOfPlay(role) };
    const failure = checkWrite(writer, act, view, () => undefined);
    expect(failure === undefined).toBe(cell.isAllowed);
  });

  // The form of a finished record opens for whom a change would be taken, and it is in the queue of whose approval would be: also of what came before
  // somebody was moved into another team.
  const offered = { change: mayChange, approve: mayReview } as const;
  const offers = cells.flatMap((cell, at) =>
    cell.action === 'change' || (cell.action === 'approve' && cell.place === 'submitted')
      ? [[nameOfCell(cell), cell, at, offered[cell.action]] as const]
      : [],
  );
  test.each(offers)('the screen offers it: %s', (_, cell, at, isOffered) => {
    const state = foldEntries(all.filter(({ record }) => record === acts[at]?.record));
    if (!state) throw new Error('a record that is changed is there');
    const by = { person: personOf(role), role, team: teamOfPlay(role) };
    expect(isOffered(viewRecord(state), by)).toBe(cell.isAllowed);
  });
});
