import type { PersonId, RecordId } from '../core/ids.ts';
import type { Json } from '../core/json.ts';
import type { Stamp } from '../core/stamp.ts';
import type { Path } from './entry.ts';
import type { RecordState } from './fold.ts';
import { isConflict } from './fold.ts';
import type { Warning } from './warning.ts';
import { readWarnings } from './warning.ts';

/** Where a record stands in review (codelist `review_status`, without the draft, which is not a record yet). */
export const reviewStatuses = ['submitted', 'returned', 'approved', 'rejected'] as const;
/** A step of review. */
export type ReviewStatus = (typeof reviewStatuses)[number];

/** A record as screens, rules and exports read it: the shown value of each path, derived from its state. */
export interface RecordView {
  readonly id: RecordId;
  readonly kind: string;
  readonly form: number;
  /** Answers by field, cleared ones absent; special paths are not among them. */
  readonly answers: Readonly<Record<Path, Json>>;
  /** The visit this record belongs to; undefined for visits and registers. */
  readonly visit: RecordId | undefined;
  readonly review: ReviewStatus | undefined;
  /** Set while a supervisor has marked the record for a second look. */
  readonly flagged: boolean;
  readonly deleted: boolean;
  /** Why a warned answer was kept, by field. */
  readonly reasons: Readonly<Record<Path, string>>;
  /** What was noticed while it was typed, and what became of it. */
  readonly warnings: readonly Warning[];
  /** Remarks on questions, by field. */
  readonly remarks: Readonly<Record<Path, string>>;
  /** Paths with two or more different heads, waiting for a person. */
  readonly conflicts: readonly Path[];
  /** Who first wrote it: the record is theirs. */
  readonly owner: PersonId;
  readonly createdAt: Stamp;
  readonly changedAt: Stamp;
  readonly changedBy: PersonId;
}

/** Paths that every record has beside the fields of its form. */
export const specialPaths = {
  visit: 'visit',
  reviewStatus: 'review_status',
  reviewFlag: 'review_flag',
  deleted: 'deleted',
} as const;

const specials: ReadonlySet<string> = new Set(Object.values(specialPaths));

/** The path of the reason for keeping a warned answer of `field`. */
export function reasonPath(field: string): Path {
  return `@reason/${field}`;
}

/** The path of the remark on the question of `field`. */
export function remarkPath(field: string): Path {
  return `@remark/${field}`;
}

/** The record that a comment is about; undefined for all other records. */
export function subjectOf({ kind, paths }: RecordState): RecordId | undefined {
  const about = kind === 'comment' ? paths['on_record']?.heads[0]?.value : undefined;
  return typeof about === 'string' ? (about as RecordId) : undefined;
}

/** Where a record stands in review; undefined for one that is not reviewed. */
export function reviewOf(state: RecordState): ReviewStatus | undefined {
  const value = state.paths[specialPaths.reviewStatus]?.heads[0]?.value;
  return reviewStatuses.find((status) => status === value);
}

/** Reads a record's state as a view; shown values are the heads with the greatest stamps. */
export function viewRecord(state: RecordState): RecordView {
  const shown = Object.entries(state.paths).flatMap(([path, { heads }]) => {
    const value = heads[0]?.value;
    return value === undefined || value === null ? [] : [[path, value] as const];
  });
  const values = Object.fromEntries(shown);
  const visit = values[specialPaths.visit];
  return {
    id: state.record,
    kind: state.kind,
    form: state.form,
    answers: Object.fromEntries(
      shown.filter(([path]) => !specials.has(path) && !path.startsWith('@')),
    ),
    visit: typeof visit === 'string' ? (visit as RecordId) : undefined,
    review: reviewOf(state),
    flagged: values[specialPaths.reviewFlag] === true,
    deleted: values[specialPaths.deleted] === true,
    reasons: withPrefix(shown, '@reason/'),
    warnings: readWarnings(values),
    remarks: withPrefix(shown, '@remark/'),
    conflicts: Object.keys(state.paths).filter((path) => {
      const pathState = state.paths[path];
      return pathState !== undefined && isConflict(pathState);
    }),
    owner: state.created.author,
    createdAt: state.created.stamp,
    changedAt: state.changed.stamp,
    changedBy: state.changed.author,
  };
}

function withPrefix(
  shown: readonly (readonly [Path, Json])[],
  prefix: string,
): Record<Path, string> {
  return Object.fromEntries(
    shown.flatMap(([path, value]) =>
      path.startsWith(prefix) && typeof value === 'string'
        ? [[path.slice(prefix.length), value] as const]
        : [],
    ),
  );
}
