import type { Page } from 'playwright-core';
import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';
import { createNodeDevice, sampleAccount } from '../support/node-device.ts';
import { enterProduct } from '../support/product-page.ts';
import { openVault } from '../support/begin-vault.ts';

const ROWS = 500;
const KEYS = 120;
const SHARE = 0.95;

export const bench: Bench = {
  name: 'grid.keystroke',
  compares:
    'from a key in a grid of 500 rows to its frame, p95 / the same in a bare input on an empty page',
  unit: 'ms',
  run: () =>
    onStage('product', async ({ address, newPage }) => {
      const device = await createNodeDevice(address, await sampleAccount(address, 'surveyor'));
      const visit = await device.sendVisit(ROWS);
      const page = await newPage();
      await enterProduct(page, address, 'surveyor');
      await page.goto(`${address}?tab=price#/visits/${visit}`);
      await openVault(page);
      const product = page.locator('[data-column="product_id"] input');
      await product.waitFor();
      await product.fill('rice');
      await page.keyboard.press('Enter');
      const bare = await newPage();
      await bare.setContent('<!doctype html><title>bare</title><input>');
      const samples: { readonly grid: number[]; readonly bare: number[] } = { grid: [], bare: [] };
      // By turns, so that whatever else the machine does falls on both.
      for (let round = 0; round < 4; round += 1) {
        await page.bringToFront();
        samples.grid.push(
          ...(await measureKeys(page, '[role=grid] [data-column="item_spec"] input')),
        );
        await bare.bringToFront();
        samples.bare.push(...(await measureKeys(bare, 'input')));
      }
      return { value: percentile(samples.grid), baseline: percentile(samples.bare) };
    }),
};

/** Types into a field; milliseconds from each key to the frame that shows it, the page's own work of the key included. */
async function measureKeys(page: Page, selector: string): Promise<readonly number[]> {
  const field = page.locator(selector);
  await field.focus();
  await field.evaluate((input) => {
    const times: number[] = [];
    Object.assign(globalThis, { keyTimes: times });
    input.addEventListener('keydown', (event) => {
      requestAnimationFrame(() => {
        // After the frame is drawn.
        const channel = new MessageChannel();
        channel.port1.addEventListener(
          'message',
          () => times.push(performance.now() - event.timeStamp),
          { once: true },
        );
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
  });
  for (let key = 0; key < KEYS / 4; key += 1) {
    await page.keyboard.press('KeyA');
    // As fast as a person types who types fast.
    await page.waitForTimeout(90);
  }
  return page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes);
}

function percentile(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * SHARE) - 1] ?? Number.NaN;
}
