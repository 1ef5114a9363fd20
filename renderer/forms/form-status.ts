import type { Answers } from '#shared/forms/answers.ts';
import { checkRecord } from '#shared/forms/check-record.ts';
import type { AnswerContext, FormContext, Noticed } from '#shared/forms/context.ts';
import type { Form } from '#shared/forms/define-form.ts';
import type { Finding } from '#shared/forms/finding.ts';
import { shownFields } from '#shared/forms/hidden-answers.ts';
import { settleAnswers } from '#shared/forms/settle-answers.ts';
import type { FormContent } from './form-content.ts';
import { flagged } from './settle-content.ts';

/** What a form's content amounts to: the record it would make, the questions that are shown, and what is found about them. */
export interface FormStatus {
  readonly record: Answers;
  readonly shown: ReadonlySet<string>;
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly context: AnswerContext;
  /** Likely mistakes, the likeliest first. */
  readonly noticed: readonly Noticed[];
}

export function readStatus(form: Form, { answers }: FormContent, given: FormContext): FormStatus {
  const context = flagged(form, answers, given);
  const record = settleAnswers(form, answers, context);
  const findings = new Map<string, readonly Finding[]>();
  for (const finding of checkRecord(form, record, context)) {
    findings.set(finding.field, [...(findings.get(finding.field) ?? []), finding]);
  }
  const shown = new Set(shownFields(form, record, context));
  const whole = { ...context, answers: record };
  const noticed = context.references.noticed?.(whole) ?? [];
  return { record, shown, findings, context: whole, noticed };
}

/** Why a form cannot be finished: what was found, a text that is no answer, a reason or a second typing that is missing. */
export type Issue =
  | { readonly kind: 'finding'; readonly field: string; readonly finding: Finding }
  | { readonly kind: 'unreadable' | 'no-reason' | 'not-retyped'; readonly field: string };

/** Everything that stands in the way of finishing, in the order of the form's fields. */
export function issuesOf(
  form: Form,
  content: FormContent,
  status: FormStatus,
  retyped: Readonly<Record<string, string>>,
): readonly Issue[] {
  return Object.keys(form.fields).flatMap((field): readonly Issue[] => {
    if (content.raw[field] !== undefined) return [{ kind: 'unreadable', field }];
    const findings = status.findings.get(field) ?? [];
    const stops = findings.filter((finding) => finding.severity === 'stop');
    if (stops.length > 0) {
      return stops.map((finding) => ({ kind: 'finding', field, finding }));
    }
    const warning = findings[0];
    if (warning === undefined) return [];
    if (isRetyped(form, warning)) {
      return retyped[field] === content.answers[field] ? [] : [{ kind: 'not-retyped', field }];
    }
    return (content.reasons[field] ?? '').trim() === '' ? [{ kind: 'no-reason', field }] : [];
  });
}

/** Whether a warning is answered by typing the value again; its reason has a question of its own. */
export function isRetyped(form: Form, finding: Finding): boolean {
  return (form.fields[finding.field]?.constraints ?? []).some(
    (constraint) => constraint.rule === finding.kind && 'retype' in constraint && constraint.retype,
  );
}

/** The reasons that belong to the record: those of answers that are warned of now. */
export function keptReasons(
  content: FormContent,
  status: FormStatus,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(content.reasons).filter(
      ([field, reason]) => status.findings.has(field) && reason.trim() !== '',
    ),
  );
}

/** The remarks that were not emptied again. */
export function keptRemarks({ remarks = {} }: FormContent): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(remarks).filter(([, text]) => text.trim() !== ''));
}
