import type { RecordId } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import { canonicalJson } from '#shared/core/json.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { RecordView, ReviewStatus } from '#shared/records/record.ts';
import { specialPaths } from '#shared/records/record.ts';
import { warningValues } from '#shared/records/warning.ts';
import type { Writer } from '#shared/rules/check-write.ts';
import { whoseIs } from '#shared/rules/check-write.ts';
import { reviewSteps } from '#shared/rules/review.ts';
import type { SurveyAction } from '#shared/rules/survey-rights.ts';
import { surveyRights } from '#shared/rules/survey-rights.ts';
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
  by: Pick<Writer, 'person' | 'role'>,
): ReviewStatus | undefined {
  const isOwn = record.owner === by.person;
  return isOwn && reviewSteps(by.role, record.review ?? 'none').includes('submitted')
    ? 'submitted'
    : undefined;
}

/** What the authorisation matrix lets someone do to a record as it is. */
export function rightsOn(record: RecordView, by: Writer): readonly SurveyAction[] {
  return surveyRights[by.role][whoseIs(by, record.owner)][record.review ?? 'none'];
}

/** Whether a record is somebody's whom they do not reach: it came before they were put into their team, and is read only. */
export function isOfOthers(record: RecordView | undefined, by: Writer): boolean {
  return record !== undefined && whoseIs(by, record.owner) === 'other';
}

/** Whether someone may change a record's answers: its reviewers always, its owner until it is settled. */
export function mayChange(record: RecordView, by: Writer): boolean {
  return rightsOn(record, by).includes('change');
}

/** Whether someone decides on a record: one of another team waits for others. */
export function mayReview(record: RecordView, by: Writer): boolean {
  return rightsOn(record, by).includes('approve');
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
