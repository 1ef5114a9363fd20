import type { AnswerValue, PhotoRef } from '../answers.ts';
import { isShown } from '../condition.ts';
import { numberParam } from '../finding.ts';
import { resolveOperand } from '../resolve-operand.ts';
import type { Checks } from './check.ts';
import { fine } from './check.ts';

/** Rules on which and how many choices, register items or photos an answer has. */
export const choiceChecks: Checks<
  'count' | 'alone' | 'disjoint' | 'must_be' | 'not' | 'item_matches' | 'captions'
> = {
  count: ({ min, max }, { value }) => {
    const count = Array.isArray(value) ? value.length : 0;
    if (min !== undefined && count < min) {
      return [{ kind: 'too_few', params: { limit: numberParam(min) } }];
    }
    return max !== undefined && count > max
      ? [{ kind: 'too_many', params: { limit: numberParam(max) } }]
      : fine;
  },
  alone: ({ codes }, { value }) => {
    const chosen = codesOf(value);
    const exclusive = chosen.filter((code) => codes.includes(code));
    return exclusive.length > 0 && chosen.length > 1
      ? [{ kind: 'alone', params: { codes: { type: 'codes', value: exclusive } } }]
      : fine;
  },
  disjoint: ({ field, except }, { value, context }) => {
    const others = codesOf(context.answers[field]);
    const shared = codesOf(value).filter((code) => others.includes(code) && !except.includes(code));
    return shared.length > 0
      ? [
          {
            kind: 'disjoint',
            params: {
              codes: { type: 'codes', value: shared },
              other: { type: 'field', value: field },
            },
          },
        ]
      : fine;
  },
  must_be: (rule, { value, context }) =>
    isShown(rule.if, context) && codesOf(value).some((code) => !rule.codes.includes(code))
      ? [{ kind: 'must_be', params: { codes: { type: 'codes', value: rule.codes } } }]
      : fine,
  not: ({ codes }, { value }) => {
    const chosen = codesOf(value).filter((code) => codes.includes(code));
    return chosen.length > 0
      ? [{ kind: 'not', params: { codes: { type: 'codes', value: chosen } } }]
      : fine;
  },
  item_matches: ({ property, to }, { field, value, context }) => {
    const expected = resolveOperand(to, context);
    if (expected === undefined || field.kind !== 'select_one' || !('register' in field.choices)) {
      return fine;
    }
    const { register } = field.choices;
    const items = codesOf(value).map((code) => context.item(register, code));
    return items.every((item) => item === undefined || item[property] === expected)
      ? fine
      : [{ kind: 'item_matches', params: { other: { type: 'operand', value: to } } }];
  },
  captions: (_rule, { value }) =>
    photosOf(value).every((photo) => (photo.caption ?? '').trim() !== '')
      ? fine
      : [{ kind: 'captions' }],
};

/** The codes of an answer with one or several choices. */
export function codesOf(value: AnswerValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];
}

function photosOf(value: AnswerValue): readonly PhotoRef[] {
  return Array.isArray(value) ? value.filter((photo) => typeof photo === 'object') : [];
}
