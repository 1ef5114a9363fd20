import type { Page } from '@playwright/test';
import {
  beginVisit,
  expect,
  faultsOf,
  fillHeader,
  overhang,
  question,
  signIn,
  testOnOneLaptop as test,
  tongues,
  words,
} from './entry-test.ts';

// Both write to one server: each language has a unit of its own.
const texts = {
  fa: {
    unit: 'سیر کابل',
    from: '۱ سیر کابل = ۷٫۰۶۶ کیلوگرم، از فهرست پایه',
    weighed: '۱ سیر کابل = ۷٫۵ کیلوگرم، وزن‌شده در هرات',
    dialog: 'وزن کنید: سیر کابل',
    perUnit: '۵۶',
    written: /اندازه ثبت شد/,
    measures: 'اندازه‌های محلی',
    change: 'تغییر',
    why: 'دوباره وزن شد',
    changed: '۷ کیلوگرم',
  },
  en: {
    unit: 'man (Herat)',
    from: '1 man (Herat) = 4 kilogram, from the register',
    weighed: '1 man (Herat) = 7.5 kilogram, weighed in Herat',
    dialog: 'Weigh it: man (Herat)',
    perUnit: '56',
    written: /The measure is written down/,
    measures: 'Local measures',
    change: 'Change',
    why: 'weighed again',
    changed: '7 kilogram',
  },
} as const;

/** A row of rice by a customary unit at a shop in Herat, as far as its unit and price. */
async function typeRow(page: Page, key: 'fa' | 'en'): Promise<void> {
  const { keyboard } = page;
  await keyboard.type(words[key].rice);
  await keyboard.press('Enter');
  await keyboard.type('برنج مرغوب، فله');
  await keyboard.press('Enter');
  await keyboard.press('Digit1');
  await page.locator('[data-index="0"] [data-column="price_amount"]').click();
  await keyboard.type('۴۲۰');
  await page.locator('[data-index="0"] [data-column="sale_unit"]').click();
  await keyboard.type(texts[key].unit);
  await page.getByRole('option').first().waitFor();
  await keyboard.press('Enter');
}

for (const key of ['fa', 'en'] as const) {
  test(`a unit is weighed by one key from its row, and its price rests on that from then on (${key})`, async ({
    page,
    address,
  }) => {
    const text = texts[key];
    const { keyboard } = page;
    await signIn(page, address, tongues[key]);
    await beginVisit(page, words[key]);
    await fillHeader(page, words[key]);
    await page.locator('[data-field="market_level"] input[value=retail]').check();
    await keyboard.press('Alt+Digit2');
    await page.locator('[data-column="product_id"] input').waitFor();
    await typeRow(page, key);
    await expect(page.getByText(text.from)).toBeVisible();

    await keyboard.press('Alt+KeyW');
    const dialog = page.getByRole('dialog', { name: text.dialog });
    await expect(question(page, 'factor').getByRole('textbox')).toBeFocused();
    await expect(question(page, 'market').getByRole('combobox')).toHaveValue(words[key].herat);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await keyboard.type('۷/۵');
    // What was begun stays when the panel is closed.
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await keyboard.press('Alt+KeyW');
    await expect(question(page, 'factor').getByRole('textbox')).toBeFocused();
    await expect(question(page, 'factor').getByRole('textbox')).toHaveValue(/^(7\.5|۷[/٫]۵)$/);
    await keyboard.press('Control+Enter');
    await expect(page.getByText(text.written)).toBeVisible();
    await expect(page.getByText(text.weighed)).toBeVisible();
    await expect(page.locator('[data-index="0"]')).toContainText(text.perUnit);
    await expect(page.getByRole('gridcell').locator('input').first()).toBeFocused();

    await page.evaluate(() => {
      location.hash = '#/measures';
    });
    await expect(page.getByRole('heading', { level: 1, name: text.measures })).toBeVisible();
    await expect(page.getByRole('table')).toContainText(text.unit);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    const row = page.getByRole('row', { name: text.unit });
    await row.getByRole('button', { name: text.change, exact: true }).press('Enter');
    await question(page, 'factor').getByRole('textbox').fill('7');
    await keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByRole('textbox').fill(text.why);
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(row.getByRole('cell', { name: text.changed, exact: true })).toBeVisible();
  });
}
