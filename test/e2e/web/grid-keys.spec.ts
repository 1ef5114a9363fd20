import type { Page } from '@playwright/test';
import { typeIntoGrid } from '../../support/grid-typist.ts';
import { countKeys } from '../../support/keyboard.ts';
import { sheetRows } from '../../support/sheet.ts';
import { expect, openGrid, testOnOneLaptop as test, words, write } from './entry-test.ts';

async function openWithOnePrice(page: Page, address: string): Promise<void> {
  await openGrid(page, address, 'fa');
  await typeIntoGrid(page, countKeys(page), sheetRows.slice(0, 1), 'fa');
  await expect(page.locator('[data-index="0"]')).toContainText(words.fa.finished);
}

function price(page: Page) {
  return page.locator('[data-index="0"] [data-column="price_amount"]');
}

test('Alt+C writes a remark on a cell, F1 shows the keys, Alt+R leads to the rates and back', async ({
  page,
  address,
}) => {
  await openWithOnePrice(page, address);
  await price(page).click();
  await page.keyboard.press('F1');
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('یادداشت دربارهٔ پرسش خانه');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);

  await price(page).click();
  await page.keyboard.press('Alt+KeyC');
  const remark = page.locator('[data-remark=price_amount] input:focus');
  await expect(remark).toHaveCount(1);
  await page.keyboard.type('پس از چانه‌زنی');
  await page.keyboard.press('Enter');
  await expect(remark).toHaveCount(0);

  const grid = page.url();
  await price(page).click();
  await page.keyboard.press('Alt+KeyR');
  await expect(page).toHaveURL(/#\/rates/);
  await page.goBack();
  await expect(page).toHaveURL(grid);
  await page.getByRole('grid').waitFor();
  await price(page).click();
  await page.keyboard.press('Alt+KeyC');
  await expect(remark).toHaveValue('پس از چانه‌زنی');
});

test('a rate that is changed later tells which prices rest on another, and changes them only when told to', async ({
  page,
  address,
}) => {
  await openWithOnePrice(page, address);
  await page.keyboard.press('Alt+Digit1');
  await page.locator('[data-field="fx_usd_sell"]').waitFor();
  await write(page, 'fx_usd_buy', '۸۸');
  await write(page, 'fx_usd_sell', '۹۰');
  await page.keyboard.press('Alt+Digit2');
  await expect(page.getByText(/نرخ ارز این بازدید عوض شد\. ۱ قیمت/)).toBeVisible();
  await page.getByRole('button', { name: 'دیدن آنها' }).click();
  await expect(page).toHaveURL(/#\/rates/);
  const kept = page.getByRole('region', { name: 'قیمت‌هایی که با نرخ دیگری ثبت شده‌اند' });
  await expect(kept).toContainText('۸۹');
  // Once, and not again for the same change.
  await page.goBack();
  await page.getByRole('grid').waitFor();
  await expect(page.getByText(/نرخ ارز این بازدید عوض شد/)).toHaveCount(0);
});
