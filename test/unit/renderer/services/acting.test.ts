import { expect, test } from 'vitest';
import type { PersonId } from '#shared/core/ids.ts';
import { actingOf } from '../../../../renderer/services/acting.ts';
import { makeIdentity } from '../../../support/device.ts';

const [v1, s1] = ['v1', 's1'] as readonly string[] as readonly [PersonId, PersonId];
const supervisor = { ...makeIdentity(), person: v1, role: 'supervisor' } as const;
const reach = { team: 'شمال', people: [s1, v1] };

test('who reaches a team alone acts for its people', () => {
  const acting = actingOf(supervisor, reach);
  expect([acting.teamName, [...(acting.team ?? [])]]).toEqual(['شمال', [s1, v1]]);
});

test.each([
  ['a supervisor of whom the server says no team', supervisor, undefined],
  ['the secretariat', { ...supervisor, role: 'secretariat' }, reach],
  ['who signed in after somebody of a team', { ...supervisor, person: 'v2' as PersonId }, reach],
] as const)('%s acts for everybody', (_, identity, said) => {
  expect(actingOf(identity, said)).toBe(identity);
});
