import type { Answers } from './answers.ts';
import type { RegisterChoices } from './choices.ts';
import { checkConstraint } from './checks/check-constraint.ts';
import type { AnswerContext } from './context.ts';
import type { Field } from './field.ts';

/**
 * Whether an item of a register may be offered in a field: it passes the field's filter, and choosing it would break
 * none of the constraints that tie it to other answers (province of the country, market of the province, unit of the
 * product). Items that only warn are offered.
 */
export function isChoosable(
  name: string,
  field: Field & { readonly choices: RegisterChoices },
  code: string,
  item: Answers,
  context: AnswerContext,
): boolean {
  if (!passesFilter(field.choices, code, item)) return false;
  const answer = { name, field, value: code, context };
  return (field.constraints ?? []).every(
    (constraint) =>
      constraint.severity === 'warn' ||
      (constraint.rule !== 'item_matches' && constraint.rule !== 'convertible') ||
      checkConstraint(constraint, answer).length === 0,
  );
}

/** Whether an item passes the fixed filter of its choices: provinces only, base units only. */
export function passesFilter({ where }: RegisterChoices, code: string, item: Answers): boolean {
  if (where === undefined) return true;
  return item[where.property] === ('equals' in where ? where.equals : code);
}
