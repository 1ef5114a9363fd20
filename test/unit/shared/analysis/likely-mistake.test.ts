import { expect, test } from 'vitest';
import { likelyMistake } from '#shared/analysis/likely-mistake.ts';
import type { Decimal } from '#shared/core/decimal.ts';

test.each([
  ['10.1', 'ten'],
  ['0.0985', 'ten'],
  ['1040', 'thousand'],
  ['0.00101', 'thousand'],
  ['100', 'hundred'],
  ['12.2', 'dozen'],
  ['7.1', 'seer'],
  ['10.7', 'ten'],
  ['11.5', 'dozen'],
] as const)('a price %s times its reference looks like the slip "%s"', (ratio, mistake) => {
  expect(likelyMistake(ratio as Decimal)).toBe(mistake);
});

test.each(['1', '2.5', '5', '30', '0'])(
  'a price %s times its reference looks like no known slip',
  (ratio) => {
    expect(likelyMistake(ratio as Decimal)).toBeUndefined();
  },
);
