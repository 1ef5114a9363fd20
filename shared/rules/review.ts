import type { FailureOf } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { ReviewStatus } from '../records/record.ts';
import type { Role } from '../records/role.ts';

/** Where a record is before a step of review: `none` before it was ever finished. */
export type ReviewPlace = ReviewStatus | 'none';

const steps: Readonly<Record<Role, Readonly<Record<ReviewPlace, readonly ReviewStatus[]>>>> = {
  surveyor: {
    none: ['submitted'],
    submitted: ['submitted'],
    returned: ['submitted'],
    approved: [],
    rejected: [],
  },
  supervisor: {
    none: ['submitted'],
    submitted: ['submitted', 'approved', 'returned', 'rejected'],
    returned: ['submitted', 'approved', 'rejected'],
    approved: ['returned'],
    rejected: ['returned'],
  },
  secretariat: {
    none: ['submitted'],
    submitted: ['submitted', 'approved', 'returned', 'rejected'],
    returned: ['submitted', 'approved', 'rejected'],
    approved: ['returned', 'rejected'],
    rejected: ['returned', 'approved'],
  },
};

/** The steps of review a role may take from a place. */
export function reviewSteps(role: Role, from: ReviewPlace): readonly ReviewStatus[] {
  return steps[role][from];
}

/** Whether a role may move a record from one place of review to another; fails with `record/review-step`. */
export function checkReviewStep(
  role: Role,
  record: string,
  from: ReviewPlace,
  to: ReviewStatus,
): Result<null, FailureOf<'record/review-step'>> {
  return steps[role][from].includes(to)
    ? ok(null)
    : err({ kind: 'record/review-step', record, from, to });
}
