import { typeIntoGrid } from '../../support/grid-typist.ts';
import { countKeys } from '../../support/keyboard.ts';
import { sheetRows } from '../../support/sheet.ts';
import { expect, openGrid, test, words } from './entry-test.ts';

test('an impossible retail price keeps its row from being finished, says so, and stays as it was typed', async ({
  page,
  address,
}) => {
  await openGrid(page, address, 'fa');
  await typeIntoGrid(page, countKeys(page), sheetRows.slice(0, 1), 'fa');
  const row = page.locator('[data-index="0"]');
  await expect(row).toContainText(words.fa.finished);
  const price = row.locator('[data-column="price_amount"]');
  await price.click();
  await page.keyboard.type('۹۰۰۰۰۰');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await price.click();
  await expect(page.getByText(/در این سطح بازار ممکن نیست/).first()).toBeVisible();
  await expect(row).not.toContainText(words.fa.finished);

  await page.keyboard.press('Alt+Digit1');
  await page.getByRole('tab').nth(1).waitFor();
  await page.keyboard.press('Alt+Digit2');
  await expect(price).toContainText(/۹۰۰[٬,]?۰۰۰/);
});
