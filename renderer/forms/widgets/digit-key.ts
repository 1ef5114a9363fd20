import { toLatinDigits } from '#shared/core/digits.ts';

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** The digit 1-9 of a key, on a keyboard of any script; undefined for any other key and for shortcuts. */
export function digitOf({ key, ctrlKey, altKey, metaKey }: KeyPress): number | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const digit = toLatinDigits(key);
  return /^[1-9]$/.test(digit) ? Number(digit) : undefined;
}
