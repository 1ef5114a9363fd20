import { z } from 'zod';
import type { Answers } from './answers.ts';
import { checkRecord, shapeOf } from './check-record.ts';
import type { FormContext } from './context.ts';
import type { Form, FormDraft, FormValues } from './define-form.ts';
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

/**
 * What is wrong with one answer that came from outside, as far as that can be told without registers and other records: no such
 * field, or a value that is not of its shape. Undefined where nothing is; `null` clears a field.
 */
export function answerProblem(form: Form, name: string, value: unknown): FindingKind | undefined {
  const field = Object.hasOwn(form.fields, name) ? form.fields[name] : undefined;
  if (field === undefined) return 'unknown_field';
  return value === null ? undefined : shapeOf(field, value);
}
