import type { Decimal } from './decimal.ts';
import { toDecimal } from './decimal.ts';
import { toLatinDigits } from './digits.ts';

/**
 * What a typed or pasted number means. `unclear`: the text has two honest readings (`1.500` is one and a half, or
 * fifteen hundred): both are given and a person must choose. `invalid`: no number; the text is kept by the caller.
 */
export type ParsedAmount =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly value: Decimal }
  | { readonly kind: 'unclear'; readonly asDecimal: Decimal; readonly asGrouped: Decimal }
  | { readonly kind: 'invalid' };

const invisible = /[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/**
 * Reads a number in digits of any script. Persian `٫` is the decimal point, `٬` and spaces group threes; of `.` and `,`
 * the last one is the decimal point where both occur, repeated ones group threes (or as in 1,00,000, the lakh of the
 * Afghan east), and a single one before exactly three digits is unclear. So is `/`, the decimal point of the Persian
 * keypad and the group mark of Iranian handwriting. Full-width forms fold to plain ones (NFKC).
 */
export function parseAmount(raw: string): ParsedAmount {
  const text = toLatinDigits(raw.normalize('NFKC'))
    .replaceAll(invisible, '')
    .trim()
    .replaceAll(/\s*([^\d\s])\s*/g, '$1')
    .replace(/^[−–]/, '-');
  if (text === '') return { kind: 'empty' };
  const sign = text.startsWith('-') ? '-' : '';
  const body = text.slice(sign.length).replaceAll(/[،’']/g, ',');
  if (!/^[\d.,٫٬/\s]+$/.test(body) || !/\d/.test(body)) return { kind: 'invalid' };
  if (/\s/.test(body)) return withSpaces(sign, body);
  if (/^[\d/]+$/.test(body)) return withOneMark(sign, body, '/');
  return /[٫٬/]/.test(body) ? withPersianMarks(sign, body) : withLatinMarks(sign, body);
}

function withSpaces(sign: string, body: string): ParsedAmount {
  const parts = /^([1-9]\d{0,2}(?:\s\d{3})+)(?:[.,٫/](\d+))?$/.exec(body);
  const [, whole, fraction] = parts ?? [];
  return whole === undefined
    ? { kind: 'invalid' }
    : settle(sign, withFraction(whole.replaceAll(/\s/g, ''), fraction));
}

function withPersianMarks(sign: string, body: string): ParsedAmount {
  const point = body.includes('٫') ? '٫' : '/';
  const [whole = '', fraction, ...rest] = body.split(point);
  if (rest.length > 0 || /[.,٬/]/.test(fraction ?? '')) return { kind: 'invalid' };
  if (/[.,٬/]/.test(whole) && !isGrouped(whole)) return { kind: 'invalid' };
  return settle(sign, withFraction(whole.replaceAll(/[.,٬/]/g, ''), fraction));
}

function withFraction(whole: string, fraction: string | undefined): string {
  return fraction === undefined ? whole : `${whole}.${fraction}`;
}

function withLatinMarks(sign: string, body: string): ParsedAmount {
  const marks = new Set(body.replaceAll(/\d/g, ''));
  if (marks.size < 2) return withOneMark(sign, body, body.includes(',') ? ',' : '.');
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  const whole = body.slice(0, last);
  const lastIsAlone = body.split(body.charAt(last)).length === 2;
  return lastIsAlone && isGrouped(whole)
    ? settle(sign, withFraction(whole.replaceAll(/[.,]/g, ''), body.slice(last + 1)))
    : { kind: 'invalid' };
}

function withOneMark(sign: string, body: string, mark: '.' | ',' | '/'): ParsedAmount {
  const [whole = '', fraction, ...rest] = body.split(mark);
  const ungrouped = body.replaceAll(mark, '');
  if (fraction === undefined) return settle(sign, whole);
  if (rest.length > 0) return isGrouped(body) ? settle(sign, ungrouped) : { kind: 'invalid' };
  const asDecimal = toDecimal(`${sign}${whole}.${fraction}`);
  const asGrouped = toDecimal(`${sign}${ungrouped}`);
  if (asDecimal === undefined || asGrouped === undefined) return { kind: 'invalid' };
  return isGrouped(body)
    ? { kind: 'unclear', asDecimal, asGrouped }
    : { kind: 'amount', value: asDecimal };
}

function isGrouped(text: string): boolean {
  const byThrees = /^[1-9]\d{0,2}(?:[.,٬/]\d{3})+$/.test(text);
  const byLakhs = /^[1-9]\d?(?:,\d{2})+,\d{3}$/.test(text);
  return byLakhs || (byThrees && new Set(text.replaceAll(/\d/g, '')).size === 1);
}

function settle(sign: string, text: string): ParsedAmount {
  const value = toDecimal(`${sign}${text}`);
  return value === undefined ? { kind: 'invalid' } : { kind: 'amount', value };
}
