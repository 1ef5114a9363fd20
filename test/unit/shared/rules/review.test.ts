import { expect, test } from 'vitest';
import { reviewStatuses } from '#shared/records/record.ts';
import { roles } from '#shared/records/role.ts';
import { checkReviewStep, reviewSteps } from '#shared/rules/review.ts';
import type { ReviewPlace } from '#shared/rules/survey-rights.ts';

const places: readonly ReviewPlace[] = ['none', ...reviewStatuses];

test('a surveyor can only submit, and only what is not settled', () => {
  for (const place of places) {
    const steps = ['approved', 'rejected'].includes(place) ? [] : ['submitted'];
    expect([place, reviewSteps('surveyor', place)]).toEqual([place, steps]);
  }
});

test('nobody approves what was never finished', () => {
  for (const role of roles) expect(reviewSteps(role, 'none')).toEqual(['submitted']);
});

test('a supervisor takes an approval back only by returning the record', () => {
  expect(reviewSteps('supervisor', 'approved')).toEqual(['returned']);
  expect(reviewSteps('supervisor', 'rejected')).toEqual(['returned']);
});

test('the secretariat, second level of review, may reject what a supervisor approved and approve what one rejected', () => {
  expect(reviewSteps('secretariat', 'approved')).toContain('rejected');
  expect(reviewSteps('secretariat', 'rejected')).toContain('approved');
});

test('a step that is not possible is refused with where the record is and where it was to go', () => {
  expect(checkReviewStep('surveyor', 'r', 'approved', 'submitted')).toEqual({
    ok: false,
    error: { kind: 'record/review-step', record: 'r', from: 'approved', to: 'submitted' },
  });
  expect(checkReviewStep('supervisor', 'r', 'submitted', 'approved').ok).toBe(true);
});
