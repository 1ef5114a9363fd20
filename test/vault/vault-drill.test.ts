import { expect, test } from 'vitest';
import { drillVault } from './vault-drill.ts';

test('a vault copied to another machine gives nothing without a secret, and everything to each recovery key', async () => {
  const whole = { acts: 500, isEqual: true };
  expect(await drillVault()).toEqual({
    bytes: expect.any(Number),
    acts: 500,
    readable: 0,
    openedWrongly: 0,
    recovered: [whole, whole],
  });
});
