import type { FailureOf } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { ReviewStatus } from '../records/record.ts';
import { reviewStatuses } from '../records/record.ts';
import type { Role } from '../records/role.ts';
import type { ReviewPlace, Whose } from './survey-rights.ts';
import { stepTo, surveyRights } from './survey-rights.ts';

/** The steps of review a role may take from a place; of one's own records where it is not said whose. */
export function reviewSteps(
  role: Role,
  from: ReviewPlace,
  whose: Whose = 'own',
): readonly ReviewStatus[] {
  const rights = surveyRights[role][whose][from];
  return reviewStatuses.filter((status) => rights.includes(stepTo[status]));
}

/** Whether a role may move a record from one place of review to another; fails with `record/review-step`. */
export function checkReviewStep(
  role: Role,
  record: string,
  from: ReviewPlace,
  to: ReviewStatus,
  whose: Whose = 'own',
): Result<null, FailureOf<'record/review-step'>> {
  return reviewSteps(role, from, whose).includes(to)
    ? ok(null)
    : err({ kind: 'record/review-step', record, from, to });
}
