import type { RegisterName } from './choices.ts';

/** A flag a check raises on a record while it is answered. */
export const flagNames = ['outlier'] as const;
/** A flag by name. */
export type Flag = (typeof flagNames)[number];

/**
 * A value that a condition, a constraint or a default looks up: another answer of the form, an answer of the visit the
 * record belongs to, a property of the register item chosen in a field, the day of entry, a fixed value, one picked by
 * the code of an answer, a quotient of two answers, or a quantity of a period brought to a year.
 */
export type Operand =
  | { readonly of: 'answer'; readonly field: string }
  | { readonly of: 'visit'; readonly answer: string }
  | ItemOperand
  | { readonly of: 'today' }
  | { readonly of: 'fixed'; readonly value: string }
  | {
      readonly of: 'by_code';
      readonly field: string;
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly of: 'quotient'; readonly fields: readonly [string, string] }
  | { readonly of: 'per_year'; readonly fields: readonly [quantity: string, period: string] };

/** A property of the item of `register` whose code is the answer of `field`. */
export interface ItemOperand {
  readonly of: 'item';
  readonly register: RegisterName;
  readonly field: string;
  readonly property: string;
}
