import type { Failure } from '#shared/core/failure.ts';
import { recordIdSchema } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Form } from '#shared/forms/define-form.ts';
import { formVersion } from '#shared/forms/definitions/catalogue.ts';
import { answerProblem } from '#shared/forms/form-schema.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordView } from '#shared/records/record.ts';
import { specialPaths } from '#shared/records/record.ts';

const MAX_REMARK = 2000;

/**
 * Whether an entry's answers fit the version of the form they were entered under: known fields, values of their
 * shape, and on creation every question that is always asked. What depends on registers, other records or the day
 * was checked where the author had them before their eyes; here they may have moved on.
 */
export function checkAnswers(entry: Entry, before: RecordView | undefined): Failure | undefined {
  const { set, kind } = entry;
  const form = formVersion(kind, entry.form);
  if (form === undefined) return { kind: 'record/unknown-form', form: kind, version: entry.form };
  // Every entry that a laptop sends passes here: the answers are looked at as they came, because copying them costs half of it.
  for (const path of Object.keys(set)) {
    const value = set[path] ?? null;
    const check = specialChecks[path] ?? (path.startsWith('@') ? isRemark : undefined);
    const problem = check ? specialProblem(check, value) : answerProblem(form, path, value);
    if (problem !== undefined) return badAnswer(entry, path, problem);
  }
  if (before !== undefined || set[specialPaths.deleted] === true) return undefined;
  const missing = alwaysAsked(form).find((name) => (set[name] ?? null) === null);
  return missing === undefined ? undefined : badAnswer(entry, missing, 'required');
}

type Check = (value: Json) => boolean;

function specialProblem(check: Check, value: Json): 'bad_value' | undefined {
  return value === null || check(value) ? undefined : 'bad_value';
}

const specialChecks: Readonly<Record<string, Check>> = {
  [specialPaths.visit]: (value) => recordIdSchema.safeParse(value).success,
  [specialPaths.reviewStatus]: (value) => typeof value === 'string',
  [specialPaths.reviewFlag]: (value) => typeof value === 'boolean',
  [specialPaths.deleted]: (value) => typeof value === 'boolean',
};

function isRemark(value: Json): boolean {
  return typeof value === 'string' && value.length <= MAX_REMARK;
}

const askedBy = new WeakMap<Form, readonly string[]>();

/** The questions of a form that nothing but their answer leaves out; looked for once, not for every entry. */
function alwaysAsked(form: Form): readonly string[] {
  const known = askedBy.get(form);
  if (known) return known;
  const asked = Object.entries(form.fields).flatMap(([name, field]) => {
    const isAsked = field.required && field.shown === undefined && field.review !== true;
    return isAsked && field.kind !== 'calculate' ? [name] : [];
  });
  askedBy.set(form, asked);
  return asked;
}

function badAnswer(entry: Entry, field: string, problem: string): Failure {
  return { kind: 'record/bad-answer', record: entry.record, field, problem };
}
