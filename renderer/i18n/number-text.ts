import { isolatedLeftToRight } from '#shared/core/bidi.ts';
import type { Decimal } from '#shared/core/decimal.ts';
import { isDecimal, round, toDecimal } from '#shared/core/decimal.ts';
import type { DigitSet } from '#shared/core/digits.ts';
import { toDigitSet } from '#shared/core/digits.ts';

// Arabic thousands separator and decimal separator: what Persian and Arabic print, distinct from the comma of a sentence.
const separators: Readonly<Record<DigitSet, { readonly group: string; readonly point: string }>> = {
  latn: { group: ',', point: '.' },
  arabext: { group: '٬', point: '٫' },
  arab: { group: '٬', point: '٫' },
};

/**
 * A number for reading, its digits in groups of three. Works on the text of the number, so that no digit of a long amount is lost;
 * `places` rounds half-up. A text that is no number stays as it is.
 */
export function numberText(
  value: Decimal | number | string,
  digits: DigitSet,
  places?: number,
): string {
  const decimal = typeof value === 'number' ? decimalOf(value) : value;
  if (decimal === undefined || !isDecimal(decimal)) return toDigitSet(String(value), digits);
  const [whole = '', fraction] = (places === undefined ? decimal : round(decimal, places)).split(
    '.',
  );
  const { group, point } = separators[digits];
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
  const text = toDigitSet(
    fraction === undefined ? grouped : `${grouped}${point}${fraction}`,
    digits,
  );
  // A minus sign would move to the other end of the number in right-to-left text.
  return text.startsWith('-') ? isolatedLeftToRight(text) : text;
}

// Counts and statistics are doubles; more than six places of them mean nothing to a reader.
function decimalOf(value: number): Decimal | undefined {
  if (!Number.isFinite(value)) return undefined;
  return toDecimal(Number.isInteger(value) ? BigInt(value).toString() : value.toFixed(6));
}
