/** Units with a fixed name; the text shown for each is in the labels. */
export const fixedUnits = [
  'deg_wgs84',
  'm',
  'day',
  'month',
  'year',
  'count',
  'percent',
  'local_currency',
  'usd',
] as const;
/** A unit with a fixed name. */
export type FixedUnit = (typeof fixedUnits)[number];

/**
 * One term of a unit: a fixed name, the code another field holds (a currency, a unit, a period), or the standard unit
 * of the product chosen in a field.
 */
export type UnitTerm =
  | { readonly name: FixedUnit }
  | { readonly code: { readonly field: string } }
  | { readonly standard_of: { readonly field: string } };

/** The unit a number is in: a term, or a term per a term. */
export interface Unit {
  readonly in: UnitTerm;
  readonly per?: UnitTerm;
}
