import type { Condition } from './condition.ts';
import type { Flag, Operand } from './operand.ts';

/** `stop`: the record cannot be finished. `warn`: it can, with a reason that is kept beside the answer. */
export type Severity = 'stop' | 'warn';

/** How two values are compared: decimals as numbers, days and instants as moments. */
export type Comparison = '>' | '>=' | '<' | '<=';

/** The rules a constraint can apply, each with its own data. Decimal bounds are decimal strings. */
export type Rule =
  /** Characters of a text, white space at its ends not counted. */
  | { readonly rule: 'length'; readonly min?: number; readonly max?: number }
  /** A number within bounds; `above` and `below` are exclusive. */
  | {
      readonly rule: 'range';
      readonly above?: string;
      readonly min?: string;
      readonly max?: string;
      readonly below?: string;
    }
  /** `phone`: `+` and 7 to 15 digits after digits of any script are folded and separators dropped (ITU-T E.164). */
  | { readonly rule: 'phone' }
  /** The identity of the record itself: a UUID made on the device, never changed. */
  | { readonly rule: 'record_id' }
  /** How many choices, ranks or photos. */
  | { readonly rule: 'count'; readonly min?: number; readonly max?: number }
  /** Codes that exclude all other choices. */
  | { readonly rule: 'alone'; readonly codes: readonly string[] }
  /** No choice that the other field has as well, but for the codes of `except`. */
  | { readonly rule: 'disjoint'; readonly field: string; readonly except: readonly string[] }
  | { readonly rule: 'compare'; readonly is: Comparison; readonly to: Operand }
  /** Where the condition holds, only these codes are possible. */
  | { readonly rule: 'must_be'; readonly if: Condition; readonly codes: readonly string[] }
  /** Codes that are not possible (at approval: not possible any more). */
  | { readonly rule: 'not'; readonly codes: readonly string[] }
  /** The chosen register item has a property equal to the operand. */
  | { readonly rule: 'item_matches'; readonly property: string; readonly to: Operand }
  /** The chosen unit converts to the standard unit of the product in `field`, or its net content is asked. */
  | { readonly rule: 'convertible'; readonly field: string }
  /** The place lies inside the province whose P-code `field` holds. */
  | { readonly rule: 'inside_admin1'; readonly field: string }
  /** The place is within `km` (great circle) of the market chosen in `field`. */
  | { readonly rule: 'near_market'; readonly field: string; readonly km: number }
  /** Minutes passed since the moment in `field`. */
  | {
      readonly rule: 'duration';
      readonly field: string;
      readonly min: number;
      readonly max: number;
    }
  /** Within +-`percent` of the round's median rate; near 100 times it, a rate "per 100 USD" is suggested. */
  | { readonly rule: 'near_round_rate'; readonly side: 'buy' | 'sell'; readonly percent: string }
  /** At most `percent` above the value of `field`. */
  | { readonly rule: 'spread'; readonly field: string; readonly percent: string }
  /** Inside the hard limits the product register gives per standard unit at the level of trade, in US dollars. */
  | { readonly rule: 'product_limits' }
  /**
   * The price's ratio to the market median of the same product and level lies within `min`..`max`; otherwise `flag` is
   * raised. `retype`: the person types the price a second time. `price` says which fields make the price.
   */
  | {
      readonly rule: 'near_median';
      readonly price: 'quotation' | 'target';
      readonly min: string;
      readonly max: string;
      readonly flag?: Flag;
      readonly retype?: true;
    }
  /** The yearly quantity is not above the 99th percentile of this type of buyer. */
  | { readonly rule: 'usual_quantity'; readonly field: string }
  /** No other record of this form in the visit has the same answers in these fields (texts compared by search key). */
  | { readonly rule: 'unique'; readonly fields: readonly string[] }
  /** All records of this form in the visit that agree in `fields` have this answer in common. */
  | { readonly rule: 'same'; readonly fields: readonly string[] }
  /** Over the records of this form in the visit that agree in `fields`, the answers sum to at most `max`. */
  | { readonly rule: 'sum'; readonly fields: readonly string[]; readonly max: string }
  /** Every photo has a caption. */
  | { readonly rule: 'captions' };

/** The name of a rule. */
export type RuleName = Rule['rule'];
/** The rule named `K` with its data. */
export type RuleOf<K extends RuleName> = Extract<Rule, { readonly rule: K }>;

/** A rule with what follows from breaking it; `at: 'approval'`: it binds only a record that is to be approved. */
export type Constraint = Rule & { readonly severity: Severity; readonly at?: 'approval' };
