import { expect, test } from 'vitest';
import { findRateMistake } from '#shared/analysis/mistakes/rate-mistakes.ts';
import type { Decimal } from '#shared/core/decimal.ts';

test.each([
  ['151000', 'per_hundred', '1510'],
  ['151', 'per_hundred', '1510'],
  ['1.51', 'thousands', '1510'],
  ['15100', 'zero', '1510'],
] as const)('a rate of %s where others say 1500 is a slip of the kind %s', (typed, name, rate) => {
  expect(findRateMistake(typed as Decimal, '1500' as Decimal)).toEqual({ name, correction: rate });
});

test.each(['1500', '1310', '1800', '3000'])('a rate of %s is none', (typed) => {
  expect(findRateMistake(typed as Decimal, '1500' as Decimal)).toBeUndefined();
});
