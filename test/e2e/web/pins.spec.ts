import { typeIntoGrid } from '../../support/grid-typist.ts';
import { countKeys } from '../../support/keyboard.ts';
import { sheetRows } from '../../support/sheet.ts';
import { expect, openGrid, test, words } from './entry-test.ts';

test('Alt+P pins an answer for the grid and the form of a price alike', async ({
  page,
  address,
}) => {
  await openGrid(page, address, 'fa');
  await typeIntoGrid(page, countKeys(page), sheetRows.slice(0, 1), 'fa');
  await expect(page.locator('[data-index="0"]')).toContainText(words.fa.finished);
  const pin = page
    .getByRole('columnheader', { name: 'کیفیت' })
    .getByRole('button', { includeHidden: true });
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
  await page.locator('[data-index="0"] [data-column="quality_grade"]').click();
  await page.keyboard.press('Alt+KeyP');
  await expect(pin).toHaveAttribute('aria-pressed', 'true');

  // A new price on the form takes it over.
  const visit = /\/visits\/([^/?]+)/.exec(page.url())?.[1] ?? '';
  const form = `/visits/${visit}/price/${crypto.randomUUID()}`;
  await page.evaluate((to) => (location.hash = to), form);
  const quality = page.locator('[data-field="quality_grade"]');
  await expect(quality.locator('input:checked')).toHaveCount(1);
  await quality.locator('input:checked').focus();
  await page.keyboard.press('Alt+KeyP');
  await expect(page.getByText(/دیگر در ردیف بعد نمی‌ماند/)).toBeVisible();
  await page.evaluate((id) => (location.hash = `/visits/${id}`), visit);
  await page.getByRole('tab').nth(1).waitFor();
  await page.keyboard.press('Alt+Digit2');
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
});
