import type { ReviewStatus } from '../records/record.ts';
import type { Role } from '../records/role.ts';

/** Where a record is before a step of review: `none` before it was ever finished. */
export type ReviewPlace = ReviewStatus | 'none';

/**
 * What can be done to a record that was filled in at an outlet: the steps of review, the flag for a second look, taking it out, and
 * changing its answers with a reason or (`change-unsaid`) without one.
 */
export const surveyActions = [
  'submit',
  'approve',
  'return',
  'reject',
  'flag',
  'change',
  'change-unsaid',
  'delete',
] as const;
/** One of them. */
export type SurveyAction = (typeof surveyActions)[number];

/**
 * Whose a record is to the one who acts: their own, of a person of their team, or of another person of the project. To those whose role spans the
 * project everybody is of the team.
 */
export const whoseRecords = ['own', 'team', 'other'] as const;
/** One of them. */
export type Whose = (typeof whoseRecords)[number];

type Rights = Readonly<Record<Whose, Readonly<Record<ReviewPlace, readonly SurveyAction[]>>>>;

const nothing: Rights['own'] = {
  none: [],
  submitted: [],
  returned: [],
  approved: [],
  rejected: [],
};
const open = ['submit', 'change', 'change-unsaid', 'delete'] as const;
const mend = ['flag', 'change', 'delete'] as const;
const own = [...mend, 'change-unsaid'] as const;

/** What the secretariat does to everybody's. */
const reviewed: Rights['own'] = {
  none: ['submit', ...mend],
  submitted: ['submit', 'approve', 'return', 'reject', ...mend],
  returned: ['submit', 'approve', 'reject', ...mend],
  approved: ['return', 'reject', ...mend],
  rejected: ['return', 'approve', ...mend],
};

/**
 * The authorisation matrix of survey records: role x team (whose) x place of review. What it does not name is refused, on the laptop, by the server
 * and in a bundle alike, there on both sides; the tests of all of them are made from it.
 */
export const surveyRights: Readonly<Record<Role, Rights>> = {
  surveyor: {
    own: {
      none: open,
      submitted: open,
      returned: open,
      // A change to a settled record would change what was settled: a reviewer must return it first.
      approved: [],
      rejected: [],
    },
    team: nothing,
    other: nothing,
  },
  supervisor: {
    own: {
      none: ['submit', ...own],
      submitted: ['submit', 'approve', 'return', 'reject', ...own],
      returned: ['submit', 'approve', 'reject', ...own],
      approved: ['return', ...own],
      rejected: ['return', ...own],
    },
    team: {
      none: ['submit', ...mend],
      submitted: ['submit', 'approve', 'return', 'reject', ...mend],
      returned: ['submit', 'approve', 'reject', ...mend],
      approved: ['return', ...mend],
      rejected: ['return', ...mend],
    },
    other: nothing,
  },
  secretariat: {
    own: {
      none: ['submit', ...own],
      submitted: ['submit', 'approve', 'return', 'reject', ...own],
      returned: ['submit', 'approve', 'reject', ...own],
      approved: ['return', 'reject', ...own],
      rejected: ['return', 'approve', ...own],
    },
    team: reviewed,
    other: reviewed,
  },
};

/** The action that moves a record to a place of review. */
export const stepTo = {
  submitted: 'submit',
  approved: 'approve',
  returned: 'return',
  rejected: 'reject',
} as const satisfies Readonly<Record<ReviewStatus, SurveyAction>>;
