import { expect, test } from '@playwright/test';
import { ensureBrowser } from '../../../build/ensure-browser.ts';
import { dayPlan } from '../../demo/day-plan.ts';
import { fieldDay } from '../../demo/field-day.ts';

test('a day in the bazaar reaches the supervisor and the export, whatever breaks on the way', async () => {
  test.skip(true, 'not seen to its end yet: up to the review it passes; see npm run demo');
  // Some seventy records typed key by key, two kills of the laptop and one of the server.
  test.setTimeout(480_000);
  const planned = dayPlan().reduce(
    (sum, { prices, demands, competitors }) =>
      sum + 1 + prices.length + demands.length + competitors.length,
    0,
  );
  const counts = await fieldDay('test-results/field-day', await ensureBrowser());
  expect(planned).toBeGreaterThan(70);
  expect(counts).toEqual({
    typed: planned,
    afterKill: planned,
    onServer: planned,
    approved: planned,
    exported: planned,
  });
});
