import type { Page } from '@playwright/test';
import { countKeys } from '../../support/keyboard.ts';
import {
  beginVisit,
  expect,
  faultsOf,
  fillHeader,
  overhang,
  signIn,
  test,
  tongues,
  words,
} from './entry-test.ts';
import { sendVisits } from './survey-records.ts';

const texts = {
  fa: { offer: /۳ قلم بازدید پیشین/, last: /آخرین بار در همین فروشگاه.*۸۸/, lastPrice: '۸۸' },
  en: { offer: /3 items of the last visit/, last: /Last time at this outlet.*88/, lastPrice: '88' },
} as const;

test.use({ serverOf: 'last-visit' });
test.beforeAll(async ({ address }) => {
  await sendVisits(address, [
    {
      market: 'herat',
      // As the header of the new visit has it, in other letters.
      outlet: 'انبار شمارهٔ 7',
      prices: [
        { product: 'rice', spec: 'برنج مرغوب، فله', amount: '88' },
        { product: 'sugar', spec: 'شکر سفید، فله', amount: '52' },
        { product: 'wheat_flour', spec: 'آرد گندم، فله', amount: '35' },
      ],
    },
  ]);
});

async function openGrid(page: Page, address: string, key: 'fa' | 'en'): Promise<void> {
  await signIn(page, address, tongues[key]);
  await expect(page.getByText(/چیزی برای فرستادن نمانده|Nothing waits to be sent/)).toBeVisible();
  await beginVisit(page, words[key]);
  await fillHeader(page, words[key]);
  await page.locator('[data-field="market_level"] input[value=retail]').check();
  await page.keyboard.press('Alt+Digit2');
  await page.locator('[data-column="product_id"] input').waitFor();
}

for (const key of ['fa', 'en'] as const) {
  test(`what was asked at an outlet the last time comes as rows by one key, and counts once it has a price (${key})`, async ({
    page,
    address,
  }) => {
    test.slow();
    const text = texts[key];
    await openGrid(page, address, key);
    await expect(page.getByRole('button', { name: text.offer })).toBeVisible();
    const keys = countKeys(page);
    const prices = page.getByRole('tab').nth(1);
    await keys.press('Alt+KeyL');
    const first = page.locator('[data-index="0"]');
    const price = first.locator('[data-column="price_amount"]');
    await expect(price.locator('input')).toBeFocused();
    await expect(price.locator('input')).toHaveAttribute('placeholder', text.lastPrice);
    await expect(page.locator('[data-index="2"]')).toContainText('آرد گندم، فله');
    await expect(page.getByText(text.last)).toBeVisible();
    await expect(page.getByRole('button', { name: text.offer })).toBeHidden();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await expect(prices).toContainText(key === 'fa' ? '۰' : '0');

    // Price, how it was asked, its change, how sure one is: all else is as it was.
    for (const amount of ['۸۹', '53', '٣٦']) {
      await keys.type(amount);
      await keys.press('Enter');
      for (let step = 0; step < 6; step += 1) {
        const column = await page.evaluate(
          () => document.activeElement?.closest<HTMLElement>('[data-column]')?.dataset['column'],
        );
        if (column === 'price_amount' || column === 'product_id') break;
        // A photo is asked of one record in ten; it may be added later.
        if (column === undefined) await keys.press('Control+Enter');
        else await keys.press(column === 'price_change_30d' ? 'Digit3' : 'Digit1');
      }
    }
    console.log(`3 quotations of the last visit (${key}): ${keys.count()} keys`);
    await expect(prices).toContainText(key === 'fa' ? '۳' : '3');
    await expect(first).toContainText(key === 'fa' ? 'پایان‌یافته' : 'Finished');
    expect(keys.count()).toBeLessThan(3 * 12);
  });
}

test('rows of the last visit without a price are no prices: they are taken back in one step, and offered again', async ({
  page,
  address,
}) => {
  await openGrid(page, address, 'fa');
  await page.keyboard.press('Alt+KeyL');
  await expect(page.locator('[data-index="0"]')).toContainText('برنج مرغوب، فله');
  await page.keyboard.press('Control+KeyZ');
  await expect(page.locator('[data-index="0"]')).not.toContainText('برنج مرغوب، فله');
  await page.keyboard.press('Control+KeyY');
  await expect(page.locator('[data-index="0"]')).toContainText('برنج مرغوب، فله');
  await page.keyboard.press('Alt+Digit1');
  await page.locator('[data-field="market_level"]').first().waitFor();
  await page.keyboard.press('Alt+Digit2');
  await page.locator('[data-column="product_id"] input').waitFor();
  await expect(page.locator('[data-index="0"]')).not.toContainText('برنج مرغوب، فله');
  await expect(page.getByRole('button', { name: texts.fa.offer })).toBeVisible();
  await expect(page.getByRole('tab').nth(1)).toContainText('۰');
});
