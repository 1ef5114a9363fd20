import { expect, test } from 'vitest';
import type { PersonId } from '#shared/core/ids.ts';
import { byTeam } from '../../../../../renderer/features/settings/by-team.ts';

test('people stand by their teams in the order of the names, last those in none', () => {
  const people = [
    ['s1', undefined],
    ['s2', 'پنجم'],
    ['s3', null],
    ['s4', 'آبان'],
    ['s5', 'پنجم'],
  ].map(([person, team]) => ({
    person: person as PersonId,
    role: 'surveyor' as const,
    isActive: true,
    ...(team !== undefined && { team }),
  }));
  const groups = byTeam(people, 'fa');
  expect(groups.map(({ team, members }) => [team, members.map(({ person }) => person)])).toEqual([
    ['آبان', ['s4']],
    ['پنجم', ['s2', 's5']],
    [null, ['s1', 's3']],
  ]);
});
