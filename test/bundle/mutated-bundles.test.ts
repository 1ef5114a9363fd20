import { expect, test } from 'vitest';
import { mutateBundles } from '../support/mutate-bundles.ts';

// The full count: npm run test:soak:bundle -- 100000
test('of 600 mutated bundles none is taken for what it is not, and each refusal has a name', async () => {
  const report = await mutateBundles(600, 1);
  expect(report).toMatchObject({ tried: 600, wronglyTaken: 0, untyped: [], slow: 0 });
  const refusals = Object.values(report.refused).reduce((sum, count) => sum + count, 0);
  expect(refusals + report.taken).toBe(600);
  expect(refusals).toBeGreaterThan(500);
});
