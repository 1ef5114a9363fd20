import type { Decimal } from '../core/decimal.ts';
import type { PlainDate } from '../core/plain-date.ts';
import type { Answers, GeoPoint } from './answers.ts';
import type { RegisterName } from './choices.ts';
import type { Flag } from './operand.ts';

/** An amount of money, with the code of its currency. */
export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

/**
 * A rate of exchange in local currency per US dollar: its kind (a code of `fx_type`), its day, and where it comes from:
 * the visit itself, the median of its market or country in the round (`count` rates), the register's nearest.
 */
export interface FxRate {
  readonly rate: Decimal;
  readonly kind?: string;
  readonly source: 'visit' | 'market_median' | 'round_median' | 'table' | 'identity';
  readonly dated?: PlainDate;
  readonly count?: number;
}

/**
 * What one customary unit holds in its base unit, and how that is known: weighed in the place (of whose register item
 * `item` is the code, on the day `dated`, at `market` where it was in one), or the unit's own factor in the register.
 */
export interface UnitFactor {
  readonly factor: Decimal;
  readonly source: 'weighed' | 'register';
  readonly dated?: PlainDate;
  readonly item?: string;
  readonly market?: string;
}

/**
 * What is noticed about a record as it stands: by its name, at a field, with the ratio of a figure to the one expected
 * and the answers that would put it right (undefined for one to be emptied), where there are any. `basis`: the nearest
 * prices the expectation rests on: this outlet's, this market's, this round's elsewhere, earlier ones.
 */
export interface Noticed {
  readonly name: string;
  readonly field: string;
  readonly ratio?: string;
  readonly basis?: 'outlet' | 'market' | 'round' | 'history';
  readonly correction?: Answers;
}

/**
 * Figures a record is compared with. Each may be unknown; the check that needs it is then silent. `fxMedian`: the
 * round's median of the buying or selling rate. `fxRate`: a rate where the visit recorded none. `unitFactor`: what a unit
 * was weighed to hold where the visit is, in its base unit. `medianPrice`: per
 * standard unit of the product at that level. `purchaseP99`: standard units a year bought by that type of buyer.
 * `noticed`: likely mistakes of a price, the likeliest first.
 */
export interface References {
  readonly fxMedian?: (currency: string, side: 'buy' | 'sell') => Decimal | undefined;
  readonly fxRate?: (currency: string) => FxRate | undefined;
  readonly unitFactor?: (unit: string) => UnitFactor | undefined;
  readonly medianPrice?: (product: string, level: string, itemSpec: string) => Money | undefined;
  readonly purchaseP99?: (product: string, buyerType: string) => Decimal | undefined;
  readonly noticed?: (row: AnswerContext) => readonly Noticed[];
}

/**
 * What a form's conditions, constraints and calculations look at besides its own answers. `visit`: the answers of the
 * visit the record belongs to. `siblings`: the other records of the same form in that visit. `item`: the answers of a
 * register item. `today`: the day of entry. `insideAdmin1`: whether a place lies in a province, undefined where its
 * border is unknown. `stage`: approval applies the constraints that only an approved record must meet.
 */
export interface FormContext {
  readonly recordId?: string;
  readonly visit?: Answers;
  readonly siblings: readonly Answers[];
  readonly item: (register: RegisterName, code: string) => Answers | undefined;
  readonly today: PlainDate;
  readonly flags: readonly Flag[];
  readonly references: References;
  readonly insideAdmin1: (pcode: string, point: GeoPoint) => boolean | undefined;
  readonly stage?: 'finish' | 'approval';
}

/** A form's context together with its answers. */
export interface AnswerContext extends FormContext {
  readonly answers: Answers;
}
