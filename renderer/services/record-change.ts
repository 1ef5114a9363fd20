import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { RecordView, ReviewStatus } from '#shared/records/record.ts';
import { specialPaths } from '#shared/records/record.ts';
import { warningValues } from '#shared/records/warning.ts';
import type { Role } from '#shared/records/role.ts';
import { reviewSteps } from '#shared/rules/review.ts';
import type { RecordChange } from '../db/stores.ts';
import type { FinishedForm } from '../forms/use-open-form.ts';
import { noteValues, plain } from './part-content.ts';

interface Subject {
  readonly record: RecordId;
  readonly form: Form;
  readonly visit: RecordId | null;
}

/** All that a finished form writes: answers, what was made of warnings, and remarks. */
export function writtenValues({ answers, warnings, ...notes }: FinishedForm): Values {
  return { ...plain(answers), ...warningValues(warnings), ...noteValues(notes) };
}

/** The entry that a newly finished record begins with. */
export function creationOf({ record, form, visit }: Subject, finished: FinishedForm): RecordChange {
  return {
    record,
    kind: form.id,
    form: form.version,
    set: {
      ...writtenValues(finished),
      ...(visit === null ? {} : { [specialPaths.visit]: visit }),
      [specialPaths.reviewStatus]: 'submitted',
    },
  };
}

/** The entry that changes a finished record to what the form holds now: only what differs is written. */
export function changeOf(
  before: RecordView,
  { form }: Pick<Subject, 'form'>,
  finished: FinishedForm,
  step: { readonly why: string; readonly review: ReviewStatus | undefined },
): RecordChange {
  const own = Object.entries(before.answers).filter(([field]) => Object.hasOwn(form.fields, field));
  const old = {
    ...Object.fromEntries(own),
    ...noteValues(before),
    ...warningValues(before.warnings),
  };
  const now = writtenValues(finished);
  return {
    record: before.id,
    kind: before.kind,
    form: form.version,
    set: {
      ...differences(old, now),
      ...(step.review === undefined ? {} : { [specialPaths.reviewStatus]: step.review }),
    },
    why: step.why,
  };
}

/** What becomes of a record's review when its answers are changed by someone: it is handed in again by its owner alone. */
export function reviewAfterChange(
  record: RecordView,
  by: { readonly person: string; readonly role: Role },
): ReviewStatus | undefined {
  const isOwn = record.owner === by.person;
  return isOwn && reviewSteps(by.role, record.review ?? 'none').includes('submitted')
    ? 'submitted'
    : undefined;
}

/** Whether someone may change a record's answers: reviewers always, its owner until it is settled. */
export function mayChange(
  record: RecordView,
  by: { readonly person: string; readonly role: Role },
): boolean {
  return by.role !== 'surveyor' || reviewAfterChange(record, by) !== undefined;
}

type Values = Readonly<Record<string, Json>>;

function differences(before: Values, after: Values): Values {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...paths].flatMap((path) => {
      const [old, now] = [before[path] ?? null, after[path] ?? null];
      return canonicalJson(old) === canonicalJson(now) ? [] : [[path, now] as const];
    }),
  );
}
