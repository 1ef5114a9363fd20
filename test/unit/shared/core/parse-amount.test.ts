import { expect, test } from 'vitest';
import { parseAmount } from '#shared/core/parse-amount.ts';

test.each([
  ['۱۲۳۴۵۶', '123456'],
  ['١٢٣٤٥٦', '123456'],
  ['۱۲3٤', '1234'],
  ['۱۲۳٬۴۵۶', '123456'],
  ['۱۲۳،۴۵۶،۰۰۰', '123456000'],
  ['۱٬۲۵۰٫۵', '1250.5'],
  ['۱۲٫۵۰۰', '12.5'],
  ['۱۲/۵', '12.5'],
  ['۱٬۲۵۰/۵۰۰', '1250.5'],
  ['۱/۲۵۰/۰۰۰', '1250000'],
  ['۱/۲۵۰٫۵', '1250.5'],
  ['12.5', '12.5'],
  ['1,250.75', '1250.75'],
  ['1.250,75', '1250.75'],
  ['1,250,000', '1250000'],
  ['1,00,000', '100000'],
  ['12,34,567.5', '1234567.5'],
  ['1 250 000', '1250000'],
  ['1\u00A0250,5', '1250.5'],
  [' ۱۲ ٬ ۵۰۰ ', '12500'],
  ['- 7', '-7'],
  ['−۷٫۵', '-7.5'],
  ['\u200F۱۵۰۰\u200E', '1500'],
])('%s is %s', (raw, value) => {
  expect(parseAmount(raw)).toEqual({ kind: 'amount', value });
});

test.each([
  ['1.500', '1.5', '1500'],
  ['1,500', '1.5', '1500'],
  ['۱۵،۰۰۰', '15', '15000'],
  ['۲۵/۰۰۰', '25', '25000'],
  ['-۱۲/۵۰۰', '-12.5', '-12500'],
])('%s is asked about: %s, or %s', (raw, asDecimal, asGrouped) => {
  expect(parseAmount(raw)).toEqual({ kind: 'unclear', asDecimal, asGrouped });
});

test.each([
  '12 5',
  '1 2500',
  '1,00,00',
  '1.25.00',
  '۱/۲۵/۰۰',
  '1٫5٫2',
  '1,250.5.5',
  'abc',
  '12kg',
  '--5',
  '/',
])('%s is no number', (raw) => {
  expect(parseAmount(raw)).toEqual({ kind: 'invalid' });
});

test('what is empty but for marks that are not seen is empty', () => {
  expect(parseAmount(' \u200F\u00A0')).toEqual({ kind: 'empty' });
});
