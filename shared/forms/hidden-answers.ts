import type { Answers } from './answers.ts';
import { isShown } from './condition.ts';
import type { FormContext } from './context.ts';
import type { Form } from './define-form.ts';

/** Names of the fields that are shown, in the order of the form. */
export function shownFields(form: Form, answers: Answers, context: FormContext): readonly string[] {
  const whole = { ...context, answers };
  return Object.entries(form.fields)
    .filter(([, field]) => isShown(field.shown, whole))
    .map(([name]) => name);
}

/**
 * The answers without those of hidden fields. Dropping one may hide others, so it goes on until nothing changes; each
 * pass drops at least one answer, so it ends.
 */
export function dropHidden(form: Form, answers: Answers, context: FormContext): Answers {
  const shown = new Set(shownFields(form, answers, context));
  const entries = Object.entries(answers);
  const kept = entries.filter(([name]) => shown.has(name) || !Object.hasOwn(form.fields, name));
  return kept.length === entries.length
    ? answers
    : dropHidden(form, Object.fromEntries(kept), context);
}

/** Whether records of a form may be added to a visit: without consent only the visit itself is kept. */
export function isOpenFor(form: Form, visit: Answers, context: FormContext): boolean {
  return form.closed === undefined || !isShown(form.closed, { ...context, visit, answers: {} });
}
