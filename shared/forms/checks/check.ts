import type { AnswerValue } from '../answers.ts';
import type { RuleName, RuleOf } from '../constraint.ts';
import type { AnswerContext } from '../context.ts';
import type { Field } from '../field.ts';
import type { Problem } from '../finding.ts';

/** The answer under check: it is given, and neither "don't know" nor "refused". */
export interface CheckedAnswer {
  readonly name: string;
  readonly field: Field;
  readonly value: AnswerValue;
  readonly context: AnswerContext;
}

/** One rule's evaluator. It is silent where what it compares with is unknown. */
export type Check<K extends RuleName> = (
  rule: RuleOf<K>,
  answer: CheckedAnswer,
) => readonly Problem[];

/** Evaluators of some rules; together the tables must cover every rule. */
export type Checks<K extends RuleName> = { readonly [R in K]: Check<R> };

/** No problem. */
export const fine: readonly Problem[] = [];
