import type { Constraint, RuleName, RuleOf } from '../constraint.ts';
import type { Finding } from '../finding.ts';
import type { Check, CheckedAnswer, Checks } from './check.ts';
import { choiceChecks } from './choice-checks.ts';
import { placeChecks } from './place-checks.ts';
import { priceChecks } from './price-checks.ts';
import { siblingChecks } from './sibling-checks.ts';
import { valueChecks } from './value-checks.ts';

const checks: Checks<RuleName> = {
  ...valueChecks,
  ...choiceChecks,
  ...placeChecks,
  ...priceChecks,
  ...siblingChecks,
};

/** What one constraint finds in an answer; nothing where it does not bind at this stage. */
export function checkConstraint(constraint: Constraint, answer: CheckedAnswer): readonly Finding[] {
  if (constraint.at !== undefined && constraint.at !== answer.context.stage) return [];
  return checkRule(constraint, answer).map((problem) => ({
    ...problem,
    field: answer.name,
    severity: constraint.severity,
  }));
}

function checkRule<K extends RuleName>(rule: RuleOf<K>, answer: CheckedAnswer) {
  // The table is keyed by the rule's own name, which the compiler cannot carry through a union.
  const check = checks[rule.rule] as Check<K>;
  return check(rule, answer);
}
