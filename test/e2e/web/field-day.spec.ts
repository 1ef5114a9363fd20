import { expect, test } from '@playwright/test';
import { ensureBrowser } from '../../../build/ensure-browser.ts';
import { dayPlan } from '../../demo/day-plan.ts';
import { fieldDay } from '../../demo/field-day.ts';

test('a day in the bazaar reaches the supervisor and the export, whatever breaks on the way', async () => {
  // Thirty-four records typed key by key, two kills of the laptop and one of the server; npm run demo types seventy-six.
  test.setTimeout(480_000);
  const plan = dayPlan(1);
  const planned = plan.reduce(
    (sum, { prices, demands, competitors }) =>
      sum + 1 + prices.length + demands.length + competitors.length,
    0,
  );
  const counts = await fieldDay('test-results/field-day', await ensureBrowser(), plan);
  expect(planned).toBeGreaterThan(30);
  expect(counts).toEqual({
    typed: planned,
    afterKill: planned,
    onServer: planned,
    approved: planned,
    exported: planned,
  });
});
