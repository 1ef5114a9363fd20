import type { Failure } from '#shared/core/failure.ts';
import { recordIdSchema } from '#shared/core/ids.ts';
import type { Json } from '#shared/core/json.ts';
import type { Form } from '#shared/forms/define-form.ts';
import { formVersion } from '#shared/forms/definitions/catalogue.ts';
import { parseAnswers } from '#shared/forms/form-schema.ts';
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
  const fields: Record<string, Json> = {};
  for (const [path, value] of Object.entries(entry.set)) {
    const check = specialChecks[path] ?? (path.startsWith('@') ? isRemark : undefined);
    if (check === undefined) fields[path] = value;
    else if (value !== null && !check(value)) return badAnswer(entry, path, 'bad_value');
  }
  const parsed = parseAnswers(entry.kind, entry.form, fields);
  if (!parsed.ok) {
    return parsed.error.kind === 'unknown_form'
      ? { kind: 'record/unknown-form', form: entry.kind, version: entry.form }
      : badAnswer(entry, parsed.error.field, parsed.error.problem);
  }
  const isMade = before === undefined && entry.set[specialPaths.deleted] !== true;
  const form = isMade ? formVersion(entry.kind, entry.form) : undefined;
  const missing = form && alwaysAsked(form).find((name) => !Object.hasOwn(parsed.value, name));
  return missing === undefined ? undefined : badAnswer(entry, missing, 'required');
}

const specialChecks: Readonly<Record<string, (value: Json) => boolean>> = {
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
