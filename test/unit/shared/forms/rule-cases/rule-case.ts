import type { Answers } from '#shared/forms/answers.ts';
import type { RuleName } from '#shared/forms/constraint.ts';
import type { FormContext } from '#shared/forms/context.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import type { FindingKind } from '#shared/forms/finding.ts';

/** Answers that break a rule of one field, answers that keep it, and what is found. */
export interface RuleCase {
  readonly form: SurveyFormId;
  readonly field: string;
  readonly broken: Answers;
  readonly kept: Answers;
  readonly kind: FindingKind;
  readonly severity: 'stop' | 'warn';
  readonly context?: Partial<FormContext>;
}

/** Cases of some rules; together the tables must have every rule. */
export type RuleCases<K extends RuleName> = { readonly [R in K]: readonly RuleCase[] };

/** It keeps a record from being finished. */
export const stop = { severity: 'stop' } as const;
/** It asks for a reason. */
export const warn = { severity: 'warn' } as const;
