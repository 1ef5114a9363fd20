import type { Page } from '@playwright/test';
import { expect, faultsOf, openFirst, overhang, test, tongues } from './shell-test.ts';

const texts = {
  fa: {
    secretariat: /دبیرخانه/,
    names: 'نام‌ها',
    product: 'کالاها',
    rice: 'برنج',
    others: 'نام‌های دیگر، هر خط یکی',
    same: '«شكر» از پیش نام «شکر» است.',
    kept: 'نام‌ها ثبت شد',
  },
  en: {
    secretariat: /secretariat/i,
    names: 'Names',
    product: 'Products',
    rice: 'Milled rice',
    others: 'Other names, one a line',
    same: '“\u2068شكر\u2069” is a name of “White sugar” already.',
    kept: 'The names are kept',
  },
} as const;

/** Opens the names as one of the sample project, by keyboard. */
async function openNames(page: Page, address: string, key: 'fa' | 'en', who: string | RegExp) {
  await openFirst(page, address, tongues[key]);
  await page.getByRole('button', { name: who }).first().click();
  await page.getByText(/چیزی برای فرستادن نمانده|Nothing waits to be sent/).waitFor();
  await page.getByRole('link', { name: texts[key].names, exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: texts[key].names })).toBeVisible();
}

/** Chooses an item; while the first sync brings the lists, what is marked in one may go with the next page. */
async function choose(page: Page, typed: string): Promise<void> {
  const field = page.getByRole('combobox');
  await expect(async () => {
    await field.fill('');
    await field.fill(typed);
    await page.getByRole('option').first().waitFor({ timeout: 2000 });
    await field.press('Enter');
    await expect(page.locator('textarea')).toBeVisible({
      timeout: 1000,
    });
  }).toPass();
}

test.use({ serverOf: 'other-names' });

for (const key of ['fa', 'en'] as const) {
  test(`a word of the bazaar is added to a product, and every search finds it by that (${key})`, async ({
    page,
    address,
  }) => {
    const text = texts[key];
    const word = { fa: 'تمن عنبر', en: 'تمن مشخاب' }[key];
    await openNames(page, address, key, text.secretariat);
    await choose(page, text.rice);
    const others = page.getByLabel(text.others);
    await others.fill('شكر');
    await expect(page.getByText(text.same)).toBeVisible();
    await others.fill(word);
    await expect(page.getByText(text.same)).toBeHidden();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await others.press('Control+Enter');
    await expect(page.getByText(text.kept)).toBeVisible();
    await choose(page, word);
    await expect(page.getByRole('heading', { level: 2, name: text.rice })).toBeVisible();
    await expect(others).toHaveValue(new RegExp(word));
  });
}

test('a surveyor reads what a product is also called, and may not change it', async ({
  page,
  address,
}) => {
  await openNames(page, address, 'fa', tongues.fa.surveyor);
  await choose(page, texts.fa.rice);
  await expect(page.getByLabel(texts.fa.others)).not.toBeEditable();
});
