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

const invisible = /[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\s]/g;

/**
 * Reads a number in digits of any script. Persian `٫` and the Persian keypad's `/` are the decimal point, `٬` groups;
 * of `.` and `,` the last one is the decimal point where both occur, repeated ones group threes, and a single one
 * before exactly three digits is unclear. Full-width forms fold to plain ones (NFKC).
 */
export function parseAmount(raw: string): ParsedAmount {
  const text = toLatinDigits(raw.normalize('NFKC')).replaceAll(invisible, '').replace(/^[−–]/, '-');
  if (text === '') return { kind: 'empty' };
  const sign = text.startsWith('-') ? '-' : '';
  const body = text.slice(sign.length).replaceAll(/[،’']/g, ',');
  if (!/^[\d.,٫٬/]+$/.test(body) || !/\d/.test(body)) return { kind: 'invalid' };
  return /[٫٬/]/.test(body) ? withPersianMarks(sign, body) : withLatinMarks(sign, body);
}

function withPersianMarks(sign: string, body: string): ParsedAmount {
  const marked = body.replaceAll(/[٫/]/g, '٫');
  const [whole = '', fraction, ...rest] = marked.split('٫');
  if (rest.length > 0 || /[.,٬]/.test(fraction ?? '')) return { kind: 'invalid' };
  const grouped = /[.,٬]/.test(whole);
  if (grouped && !isGrouped(whole)) return { kind: 'invalid' };
  return settle(
    sign,
    `${whole.replaceAll(/[.,٬]/g, '')}${fraction === undefined ? '' : `.${fraction}`}`,
  );
}

function withLatinMarks(sign: string, body: string): ParsedAmount {
  const marks = body.replaceAll(/\d/g, '');
  if (marks === '') return settle(sign, body);
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
  const whole = body.slice(0, last);
  const fraction = body.slice(last + 1);
  const ungrouped = whole.replaceAll(/[.,]/g, '');
  if (new Set(marks).size === 2) {
    const lastIsAlone = body.split(body.charAt(last)).length === 2;
    return lastIsAlone && isGrouped(whole)
      ? settle(sign, `${ungrouped}.${fraction}`)
      : { kind: 'invalid' };
  }
  if (marks.length > 1) {
    return isGrouped(body) ? settle(sign, body.replaceAll(/[.,]/g, '')) : { kind: 'invalid' };
  }
  const asDecimal = toDecimal(`${sign}${whole}.${fraction}`);
  const asGrouped = toDecimal(`${sign}${whole}${fraction}`);
  if (asDecimal === undefined || asGrouped === undefined) return { kind: 'invalid' };
  return isGrouped(body)
    ? { kind: 'unclear', asDecimal, asGrouped }
    : { kind: 'amount', value: asDecimal };
}

function isGrouped(text: string): boolean {
  return (
    /^[1-9]\d{0,2}(?:[.,٬]\d{3})+$/.test(text) && new Set(text.replaceAll(/\d/g, '')).size === 1
  );
}

function settle(sign: string, text: string): ParsedAmount {
  const value = toDecimal(`${sign}${text}`);
  return value === undefined ? { kind: 'invalid' } : { kind: 'amount', value };
}
