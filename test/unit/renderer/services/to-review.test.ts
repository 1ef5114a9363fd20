import { expect, test } from 'vitest';
import type { PersonId } from '#shared/core/ids.ts';
import type { RecordView } from '#shared/records/record.ts';
import { countToReview, listToReview } from '../../../../renderer/services/to-review.ts';

const person = 'v1' as PersonId;
const submitted = ['v1', 's1', 's9'].map((owner) => {
  return { owner: owner as PersonId, review: 'submitted' } as RecordView;
});
const records = {
  listByReview: async () => submitted,
  countByReview: async () => submitted.length,
};

test.each([
  ['of everybody where they are in no team', undefined, ['v1', 's1', 's9']],
  ['of their team', new Set(['v1', 's1'] as PersonId[]), ['v1', 's1']],
] as const)('to a supervisor stands what waits %s', async (_, team, owners) => {
  const by = { person, role: 'supervisor', team } as const;
  const listed = await listToReview(records, by);
  expect(listed.map(({ owner }) => owner)).toEqual(owners);
  expect(await countToReview(records, by)).toBe(owners.length);
});
