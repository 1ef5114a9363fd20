/** The digit sets a person may choose to see: Latin, Persian (U+06F0) or Arabic-Indic (U+0660). */
export const digitSets = ['latn', 'arabext', 'arab'] as const;
/** A digit set, by its CLDR name. */
export type DigitSet = (typeof digitSets)[number];

const zeroOf: Readonly<Record<DigitSet, number>> = { latn: 0x30, arabext: 0x6f0, arab: 0x660 };

/** Persian and Arabic-Indic digits as 0-9; everything else as it was. */
export function toLatinDigits(text: string): string {
  return text.replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    String((digit.codePointAt(0) ?? 0) & 0xf),
  );
}

/** The digits 0-9 of a text in another digit set. */
export function toDigitSet(text: string, digits: DigitSet): string {
  if (digits === 'latn') return text;
  return text.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(zeroOf[digits] + Number(digit)));
}
