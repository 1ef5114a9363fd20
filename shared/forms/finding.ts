import type { Severity } from './constraint.ts';
import type { Operand } from './operand.ts';

/** What can be wrong, or unusual, with an answer. Each has its text in `labels/finding-texts.ts`. */
export const findingKinds = [
  'required',
  'not_applicable',
  'bad_value',
  'unknown_choice',
  'unknown_item',
  'unknown_field',
  'repeated_choice',
  'too_short',
  'too_long',
  'more_than',
  'at_least',
  'less_than',
  'at_most',
  'phone',
  'record_id',
  'too_few',
  'too_many',
  'alone',
  'disjoint',
  'compare_more',
  'compare_at_least',
  'compare_less',
  'compare_at_most',
  'compare_after',
  'compare_not_before',
  'compare_before',
  'compare_not_after',
  'must_be',
  'not',
  'item_matches',
  'convertible',
  'inside_admin1',
  'near_market',
  'visit_short',
  'visit_long',
  'near_round_rate',
  'rate_per_100',
  'spread',
  'product_limits',
  'near_median',
  'usual_quantity',
  'unique',
  'same',
  'sum',
  'captions',
] as const;
/** A kind of finding. */
export type FindingKind = (typeof findingKinds)[number];

/**
 * A value in the text of a finding, typed so that each language writes it its own way: a decimal, a day or moment, a
 * field of the record's own form, what an operand stands for, or codes of the field the finding is on.
 */
export type FindingParam =
  | { readonly type: 'number'; readonly value: string }
  | { readonly type: 'date'; readonly value: string }
  | { readonly type: 'field'; readonly value: string }
  | { readonly type: 'operand'; readonly value: Operand }
  | { readonly type: 'codes'; readonly value: readonly string[] };

/** Values by the name of their place in the text. */
export type FindingParams = Readonly<Record<string, FindingParam>>;

/** What a rule found: a kind and the values of its text. */
export interface Problem {
  readonly kind: FindingKind;
  readonly params?: FindingParams;
}

/** A problem with the answer of a field, and whether it stops the record or asks for a reason. */
export interface Finding extends Problem {
  readonly field: string;
  readonly severity: Severity;
}

/** A decimal in a finding's text. */
export function numberParam(value: string | number): FindingParam {
  return { type: 'number', value: String(value) };
}
