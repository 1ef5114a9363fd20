import type { Page } from 'playwright-core';
import { goTo } from './fill-records.ts';

/** Opens the returned record from the page “Today”, corrects it, says why, and finishes it. */
export async function correctReturned(
  page: Page,
  onOpen: (page: Page) => Promise<unknown>,
): Promise<void> {
  await goTo(page, '/');
  await page.getByText('لطفاً مشخصات کالا را دقیق‌تر بنویسید.').first().waitFor();
  await page.getByRole('link', { name: 'باز کردن و اصلاح' }).first().click();
  await onOpen(page);
  // One of these is in each of the four forms.
  const words = page
    .locator('[data-field="item_spec"], [data-field="outlet_name"], [data-field="preferred_pack"]')
    .first();
  await words.waitFor();
  await words.locator('input, textarea').first().pressSequentially(' (دقیق)');
  const before = page.url();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'به خواست سرپرست' }).click();
  // The finished form leads away by itself; whoever went elsewhere before would be called back.
  await page.waitForURL((url) => url.href !== before);
}
