import type { Decimal } from '../../core/decimal.ts';
import type { Answers } from '../../forms/answers.ts';

/** Slips that put a price off by a factor known beforehand (domain notes 1.6 and 3, habits of units and currencies). */
export const mistakeNames = [
  /** Tomans under the name of rials or the other way round: 10 times. */
  'toman_rial',
  /** Thousands left out, as they are in speech, or written twice: 1,000 times. */
  'thousands',
  /** A zero too many or too few, or a point in the wrong place: 10 times. */
  'zero',
  /** A rate or price of a hundred taken for that of one: a rate per 100 USD, 100-dollar notes. */
  'per_hundred',
  /** A customary measure of the place taken for the standard unit, or another place's measure of that name: seer, man. */
  'seer_man',
  /** Twelve for one. */
  'dozen',
  /** A thousandth of the unit: grams for kilograms, millilitres for litres, kilograms for tonnes. */
  'gram_kilogram',
  /** The price of a whole bag, tin, carton for that of its content, the other way round, or another size of it. */
  'bag_size',
  /** Said in one currency, noted in another. */
  'other_currency',
  /** The price of one unit noted for several. */
  'quantity',
] as const;
/** The name of a mistake. */
export type MistakeName = (typeof mistakeNames)[number];

/**
 * A mistake the row admits of: the price per standard unit it was typed as is `factor` times the one meant. `correction`:
 * the answers that put it right, undefined for one to be emptied. `weight`: how often it happens to such a row, 1 being
 * a habit of the place and 0.01 something rare.
 */
export interface PossibleMistake {
  readonly name: MistakeName;
  readonly factor: number;
  readonly correction: Answers;
  readonly weight: number;
}

/** What prices of an item are expected to be: the middle, and how far apart they lie (standard deviation of ln price). */
export interface PriceExpectation {
  /** Per standard unit. */
  readonly amount: Decimal;
  /** An ISO 4217 code. */
  readonly currency: string;
  readonly spread: number;
  /** How many figures it is of, and the narrowest circle they come from. */
  readonly count: number;
  readonly basis: 'outlet' | 'market' | 'round' | 'history';
}

/** What is noticed about a price, the likeliest first. */
export interface PriceFinding {
  /** A mistake by its name; `unusual`: far from what is expected, and like no known mistake. */
  readonly name: MistakeName | 'unusual';
  /** The price typed by the price expected, both per standard unit; undefined where only a habit speaks against it. */
  readonly ratio?: number;
  /** The nearest prices the expectation rests on; with `ratio`. */
  readonly basis?: PriceExpectation['basis'];
  /** Answers to put in place of those typed; absent for `unusual`. */
  readonly correction?: Answers;
  /** How likely it is against a right price and all other mistakes, 0 to 1. */
  readonly certainty: number;
}
