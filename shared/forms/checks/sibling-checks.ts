import type { Decimal } from '../../core/decimal.ts';
import { add, compare, isDecimal } from '../../core/decimal.ts';
import { searchKey } from '../../core/search-key.ts';
import type { Answers } from '../answers.ts';
import { isAnswered } from '../answers.ts';
import { numberParam } from '../finding.ts';
import type { CheckedAnswer, Checks } from './check.ts';
import { fine } from './check.ts';
import { decimalOf } from './value-checks.ts';

/** Rules between a record and the other records of its form in the same visit. */
export const siblingChecks: Checks<'unique' | 'same' | 'sum'> = {
  unique: ({ fields }, { context }) => {
    const key = keyOf(context.answers, fields);
    return context.siblings.some((sibling) => keyOf(sibling, fields) === key)
      ? [{ kind: 'unique' }]
      : fine;
  },
  same: ({ fields }, answer) => {
    const other = alike(answer, fields)
      .map((sibling) => sibling[answer.name])
      .find((value) => isAnswered(value) && value !== answer.value);
    const bound = decimalOf(other);
    return bound === undefined ? fine : [{ kind: 'same', params: { bound: numberParam(bound) } }];
  },
  sum: ({ fields, max }, answer) => {
    const own = decimalOf(answer.value);
    if (own === undefined || !isDecimal(max)) return fine;
    const others = alike(answer, fields).flatMap(
      (sibling) => decimalOf(sibling[answer.name]) ?? [],
    );
    const total = others.reduce<Decimal>(add, own);
    return compare(total, max) > 0
      ? [{ kind: 'sum', params: { limit: numberParam(max), total: numberParam(total) } }]
      : fine;
  },
};

function alike({ context }: CheckedAnswer, fields: readonly string[]): readonly Answers[] {
  const key = keyOf(context.answers, fields);
  return context.siblings.filter((sibling) => keyOf(sibling, fields) === key);
}

function keyOf(answers: Answers, fields: readonly string[]): string {
  return fields
    .map((field) => {
      const value = answers[field];
      return typeof value === 'string' || typeof value === 'number' ? searchKey(String(value)) : '';
    })
    .join('\u0000');
}
