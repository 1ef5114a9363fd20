import { z } from 'zod';
import type { Result } from '../core/result.ts';
import { err, ok } from '../core/result.ts';
import type { Answers } from './answers.ts';
import { checkRecord, shapeOf } from './check-record.ts';
import type { FormContext } from './context.ts';
import type { Form, FormDraft, FormValues } from './define-form.ts';
import { formVersion } from './definitions/catalogue.ts';
import type { FindingKind } from './finding.ts';
import { valueSchema } from './value-schema.ts';

/**
 * Parses the answers of a finished record: every shown required field answered ("don't know" and "refused" count),
 * no hidden field with a value, no unknown field, every constraint that stops met. An issue's path is the field and its
 * message the kind of finding. Warnings pass.
 */
export function finishedSchema<T extends Form>(
  form: T,
  context: FormContext,
): z.ZodType<FormValues<T>> {
  const schema = z.record(z.string(), z.unknown()).superRefine((answers, issues) => {
    for (const finding of checkRecord(form, answers as Answers, context)) {
      if (finding.severity === 'warn') continue;
      issues.addIssue({ code: 'custom', path: [finding.field], message: finding.kind });
    }
  });
  // checkRecord holds each answer against the same fields FormValues is computed from.
  return schema as unknown as z.ZodType<FormValues<T>>;
}

/** Parses the answers of a draft: any of the form's fields, each with a value of its shape; nothing is required. */
export function draftSchema<T extends Form>(form: T): z.ZodType<FormDraft<T>> {
  const shape = Object.entries(form.fields).map(
    ([name, field]) => [name, valueSchema(field).optional()] as const,
  );
  // The shape is built from the same fields FormDraft is computed from.
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<FormDraft<T>>;
}

/** Why answers from outside are refused: no such form or version, or a field with a value it cannot hold. */
export type AnswersProblem =
  | { readonly kind: 'unknown_form'; readonly form: string; readonly version: number }
  | { readonly kind: 'bad_answer'; readonly field: string; readonly problem: FindingKind };

/**
 * Checks answers that came from outside against the version of the form they were entered under, as far as that needs
 * no register and no other record: known fields, each with a value of its shape. `null` clears a field and is left out.
 */
export function parseAnswers(
  formId: string,
  version: number,
  values: Readonly<Record<string, unknown>>,
): Result<Answers, AnswersProblem> {
  const form = formVersion(formId, version);
  if (form === undefined) return err({ kind: 'unknown_form', form: formId, version });
  const answers: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(form.fields, name) ? form.fields[name] : undefined;
    if (field === undefined)
      return err({ kind: 'bad_answer', field: name, problem: 'unknown_field' });
    if (value === null) continue;
    const problem = shapeOf(field, value);
    if (problem !== undefined) return err({ kind: 'bad_answer', field: name, problem });
    answers[name] = value;
  }
  return ok(answers as Answers);
}
