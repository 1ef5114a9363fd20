import type { Page } from '@playwright/test';
import { createNodeDevice, sampleAccount } from '../../support/node-device.ts';
import { expect, faultsOf, signIn, test, tongues } from './entry-test.ts';

test.use({ serverOf: 'conflict' });

/** Goes on with Tab until something with that name has the keyboard. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const at = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (name.test(at)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test('an author sees where two of their laptops disagree, and settles it by keyboard', async ({
  page,
  address,
}) => {
  const device = await createNodeDevice(address, await sampleAccount(address, 'surveyor'));
  const visit = await device.sendConflict(['1600', '1650']);
  await signIn(page, address, tongues.fa);
  await page.evaluate(() => (location.hash = '/visits'));
  await expect(page.getByText('رکوردهایی با دو پاسخ متفاوت دارد')).toBeVisible();

  await page.evaluate((id) => (location.hash = `/visits/${id}`), visit);
  await page.getByRole('tab').nth(1).waitFor();
  await page.keyboard.press('Alt+Digit2');
  const row = page.locator('[data-index="0"]');
  await expect(row).toContainText('دو پاسخ متفاوت');
  // Its description is longer than its column, and stands in it all the same.
  const below = await row.locator('[data-column="price_amount"]').boundingBox();
  const head = await page.getByRole('columnheader', { name: 'قیمت' }).boundingBox();
  expect([below?.x, below?.width]).toEqual([head?.x, head?.width]);
  const panel = page.getByText('دو نفر بی‌خبر از هم');
  await row.locator('[data-column="price_amount"]').click();
  await expect(panel).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole('link', { name: 'باز کردن در صفحه‌ای جدا' }).press('Enter');
  await expect(page.getByRole('group').getByText('۱٬۶۰۰')).toBeVisible();
  await tabTo(page, /^این بماند و دیگری یادداشت شود$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('پاسخ تعیین شد')).toBeVisible();
  await expect(panel).toBeHidden();
  await expect(page.getByText('دو پاسخ متفاوت')).toHaveCount(0);
  // Where the question went the keyboard did not go with it.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});
