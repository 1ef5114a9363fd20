import type { Decimal } from '../../core/decimal.ts';
import { compare, isDecimal } from '../../core/decimal.ts';
import { toLatinDigits } from '../../core/digits.ts';
import { instantMs, isInstant } from '../../core/instant.ts';
import { isPlainDate } from '../../core/plain-date.ts';
import type { AnswerValue } from '../answers.ts';
import type { Comparison } from '../constraint.ts';
import type { FindingKind, Problem } from '../finding.ts';
import { numberParam } from '../finding.ts';
import { resolveOperand } from '../resolve-operand.ts';
import type { Checks } from './check.ts';
import { fine } from './check.ts';

/** Rules on one value: its length, its bounds, its form, how it compares with another value. */
export const valueChecks: Checks<
  'length' | 'range' | 'phone' | 'record_id' | 'compare' | 'duration'
> = {
  length: ({ min, max }, { value }) => {
    const length = typeof value === 'string' ? value.trim().length : 0;
    if (min !== undefined && length < min) return problem('too_short', min);
    return max !== undefined && length > max ? problem('too_long', max) : fine;
  },
  range: (rule, { value }) => {
    const number = decimalOf(value);
    if (number === undefined) return fine;
    return [
      ...beyond(rule.above, 'more_than', (limit) => compare(number, limit) > 0),
      ...beyond(rule.min, 'at_least', (limit) => compare(number, limit) >= 0),
      ...beyond(rule.below, 'less_than', (limit) => compare(number, limit) < 0),
      ...beyond(rule.max, 'at_most', (limit) => compare(number, limit) <= 0),
    ];
  },
  phone: (_rule, { value }) =>
    typeof value === 'string' && /^\+?[0-9]{7,15}$/.test(foldPhone(value))
      ? fine
      : [{ kind: 'phone' }],
  record_id: (_rule, { value, context }) => {
    const own = context.recordId === undefined || value === context.recordId;
    const uuid =
      typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
    return own && uuid ? fine : [{ kind: 'record_id' }];
  },
  compare: (rule, { value, context }) => {
    const other = resolveOperand(rule.to, context);
    const order = other === undefined ? undefined : orderOf(textOf(value), other);
    if (order === undefined || other === undefined || holds(rule.is, order.sign)) return fine;
    const bound = order.moments ? ({ type: 'date', value: other } as const) : numberParam(other);
    const kind = (order.moments ? momentKinds : numberKinds)[rule.is];
    return [{ kind, params: { other: { type: 'operand', value: rule.to }, bound } }];
  },
  duration: ({ field, min, max }, { value, context }) => {
    const from = textOf(context.answers[field]);
    const to = textOf(value);
    if (!isInstant(from) || !isInstant(to)) return fine;
    const minutes = (instantMs(to) - instantMs(from)) / 60_000;
    if (minutes >= 0 && minutes < min) return problem('visit_short', min);
    return minutes > max ? problem('visit_long', max) : fine;
  },
};

/** A phone number as it is dialled: digits of any script folded, spaces, dashes, dots and brackets dropped. */
function foldPhone(text: string): string {
  return toLatinDigits(text.normalize('NFKC')).replaceAll(
    /[\s\u200b-\u200f\u202a-\u202e().-]/g,
    '',
  );
}

/** The exact number an answer holds; undefined for any other answer. */
export function decimalOf(value: AnswerValue | undefined): Decimal | undefined {
  const text = textOf(value);
  return isDecimal(text) ? text : undefined;
}

const numberKinds: Readonly<Record<Comparison, FindingKind>> = {
  '>': 'compare_more',
  '>=': 'compare_at_least',
  '<': 'compare_less',
  '<=': 'compare_at_most',
};

const momentKinds: Readonly<Record<Comparison, FindingKind>> = {
  '>': 'compare_after',
  '>=': 'compare_not_before',
  '<': 'compare_before',
  '<=': 'compare_not_after',
};

function problem(kind: FindingKind, limit: number): readonly Problem[] {
  return [{ kind, params: { limit: numberParam(limit) } }];
}

function beyond(
  limit: string | undefined,
  kind: FindingKind,
  isMet: (limit: Decimal) => boolean,
): readonly Problem[] {
  if (limit === undefined || !isDecimal(limit) || isMet(limit)) return fine;
  return [{ kind, params: { limit: numberParam(limit) } }];
}

function orderOf(a: string, b: string): { sign: number; moments: boolean } | undefined {
  if (isDecimal(a) && isDecimal(b)) return { sign: compare(a, b), moments: false };
  if (isPlainDate(a) && isPlainDate(b)) return { sign: a < b ? -1 : Number(a > b), moments: true };
  if (isInstant(a) && isInstant(b)) {
    return { sign: Math.sign(instantMs(a) - instantMs(b)), moments: true };
  }
  return undefined;
}

function holds(is: Comparison, sign: number): boolean {
  switch (is) {
    case '>':
      return sign > 0;
    case '>=':
      return sign >= 0;
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
  }
}

function textOf(value: AnswerValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
