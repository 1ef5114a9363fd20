import { Decimal as DecimalJs } from 'decimal.js';
import { z } from 'zod';

/** An exact number as text: Latin digits, `.` as decimal point, no exponent, no needless zeros. At most 34 digits. */
export type Decimal = string & { readonly __brand: 'Decimal' };

// decimal128's precision: sums of large rial amounts and long quotients stay exact to 34 digits.
const Exact = DecimalJs.clone({ precision: 34, toExpNeg: -100, toExpPos: 100 });
const canonical = /^-?(?:0|[1-9]\d{0,33})(?:\.\d{0,33}[1-9])?$/;

/** True for a text that is a decimal in canonical form. */
export function isDecimal(text: string): text is Decimal {
  return canonical.test(text) && text !== '-0';
}

/** Parses a canonical decimal; any other text fails. */
export const decimalSchema = z.string().refine(isDecimal) as unknown as z.ZodType<Decimal>;

/** Brings plain digits with an optional sign and point (`007.50`, `.5`) to canonical form; undefined if it is no number. */
export function toDecimal(text: string): Decimal | undefined {
  if (!/^-?(?:\d+\.?\d*|\.\d+)$/.test(text)) return undefined;
  const value = new Exact(text).toFixed();
  const settled = value === '-0' ? '0' : value;
  return isDecimal(settled) ? settled : undefined;
}

/** The sum a + b. */
export function add(a: Decimal, b: Decimal): Decimal {
  return new Exact(a).plus(b).toFixed() as Decimal;
}

/** The difference a - b. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return new Exact(a).minus(b).toFixed() as Decimal;
}

/** The product a x b, rounded half-up to 34 digits. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return new Exact(a).times(b).toFixed() as Decimal;
}

/** The quotient a / b, rounded half-up to 34 digits; undefined where b is zero. */
export function divide(a: Decimal, b: Decimal): Decimal | undefined {
  return new Exact(b).isZero() ? undefined : (new Exact(a).div(b).toFixed() as Decimal);
}

/** Below zero, zero or above zero as a is less than, equal to or greater than b. */
export function compare(a: Decimal, b: Decimal): number {
  return new Exact(a).comparedTo(b);
}

/** Rounded half-up to `places` digits after the point, without trailing zeros. */
export function round(value: Decimal, places: number): Decimal {
  return new Exact(new Exact(value).toFixed(places)).toFixed() as Decimal;
}

/** The nearest IEEE double: for charts, file cells and statistics, never for storage. */
export function toNumber(value: Decimal): number {
  return new Exact(value).toNumber();
}
