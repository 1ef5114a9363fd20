const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const valueOf: ReadonlyMap<string, number> = new Map(
  DIGITS.split('').map((digit, at) => [digit, at]),
);

/** Hex digits, a multiple of three of them, as base64url (RFC 4648): two characters for three of them. */
export function packBits(hex: string): string {
  let text = '';
  for (let at = 0; at < hex.length; at += 3) {
    const bits = Number.parseInt(hex.slice(at, at + 3), 16);
    text += `${DIGITS.charAt(bits >> 6)}${DIGITS.charAt(bits & 63)}`;
  }
  return text;
}

/** The hex digits of text that `packBits` made of a multiple of three of them; undefined for other text. */
export function readBits(text: string): string | undefined {
  let hex = '';
  for (let at = 0; at < text.length; at += 2) {
    const high = valueOf.get(text.charAt(at));
    const low = valueOf.get(text.charAt(at + 1));
    if (high === undefined || low === undefined) return undefined;
    hex += (high * 64 + low).toString(16).padStart(3, '0');
  }
  return hex;
}

/**
 * Numbers below `size` (at most 4,096) as text, as many to a character as fit: gzip then pays less than a bit for
 * each number of a column that hardly changes.
 */
export function packNumbers(numbers: readonly number[], size: number): string {
  const each = perDigit(size);
  let text = '';
  if (each === 0) {
    for (const number of numbers) {
      text += `${DIGITS.charAt(Math.floor(number / 64))}${DIGITS.charAt(number % 64)}`;
    }
    return text;
  }
  for (let at = 0; at < numbers.length; at += each) {
    let digit = 0;
    for (let step = each - 1; step >= 0; step -= 1)
      digit = digit * size + (numbers[at + step] ?? 0);
    text += DIGITS.charAt(digit);
  }
  return text;
}

/** Reads `count` numbers below `size` that `packNumbers` wrote; undefined for any other text. */
export function readNumbers(
  text: unknown,
  size: number,
  count: number,
): readonly number[] | undefined {
  if (typeof text !== 'string') return undefined;
  const each = perDigit(size);
  const length = each === 0 ? count * 2 : Math.ceil(count / each);
  if (text.length !== length) return undefined;
  const numbers: number[] = [];
  for (let at = 0; at < text.length; at += each === 0 ? 2 : 1) {
    let digit = valueOf.get(text.charAt(at)) ?? -1;
    if (digit < 0) return undefined;
    if (each === 0) {
      numbers.push(digit * 64 + (valueOf.get(text.charAt(at + 1)) ?? size));
      continue;
    }
    for (let step = 0; step < each && numbers.length < count; step += 1) {
      numbers.push(digit % size);
      digit = Math.floor(digit / size);
    }
    if (digit !== 0) return undefined;
  }
  return numbers.every((number) => number < size) ? numbers : undefined;
}

/** How many numbers below `size` one digit holds; 0 where one number takes two digits. */
function perDigit(size: number): number {
  if (size > DIGITS.length) return 0;
  let each = 1;
  while (size ** (each + 1) <= DIGITS.length && each < 6) each += 1;
  return each;
}
