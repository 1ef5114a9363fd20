import type { Page } from '@playwright/test';
import type { Words } from './entry-test.ts';
import {
  beginVisit,
  expect,
  faultsOf,
  fillHeader,
  newRecord,
  pick,
  question,
  search,
  signIn,
  testOnOneLaptop as test,
  tongues,
  words,
} from './entry-test.ts';

const texts = {
  fa: {
    added: 'افزوده شد',
    like: 'چیزی به این نام نیست؛ نام‌های نزدیک:',
    ask: 'آیا یکی از این‌هاست؟',
    thisOne: 'همین است',
    nearly: 'با نامی نزدیک به این',
    same: 'با همین نام',
  },
  en: {
    added: 'was added',
    like: 'names like it',
    ask: 'Is it one of these?',
    thisOne: 'It is this one',
    nearly: 'nearly so',
    same: 'under this name',
  },
} as const;

async function openPrice(page: Page, word: Words): Promise<void> {
  await beginVisit(page, word);
  await fillHeader(page, word);
  await newRecord(page, 2);
  await search(page, 'product_id', word.rice);
  await pick(page, 'availability', 'wide');
}

for (const key of ['fa', 'en'] as const) {
  test(`a brand that is not in the list is added from its question, and then found by how it sounds (${key})`, async ({
    page,
    address,
  }) => {
    const text = texts[key];
    const word = words[key];
    // A name of its own for each language and try: both are typed on one server.
    const [brand, sounding] = key === 'fa' ? ['زرماهین', 'zarmahin'] : ['Kolbadin', 'کلبادین'];
    await signIn(page, address, tongues[key]);
    await openPrice(page, word);
    const input = question(page, 'brand_id').getByRole('combobox');
    const { keyboard } = page;

    await input.focus();
    await keyboard.type(brand);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(page.getByText(text.added)).toBeVisible();
    await expect(input).toHaveValue(brand);
    await expect(question(page, 'origin_country').getByRole('combobox')).toBeFocused();

    // In another script it is offered, and Enter alone takes nothing.
    await input.focus();
    await keyboard.type(sounding);
    await expect(page.getByText(text.like)).toBeVisible();
    await expect(page.getByRole('option', { name: brand })).toBeVisible();
    await keyboard.press('Enter');
    await expect(input).toHaveValue(sounding);

    // Adding it all the same asks first.
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: text.ask });
    await expect(dialog).toContainText(brand);
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: text.thisOne }).first().press('Enter');
    await expect(input).toHaveValue(brand);
    await expect(question(page, 'origin_country').getByRole('combobox')).toBeFocused();
  });

  test(`another answer chosen by keyboard takes the place of the first (${key})`, async ({
    page,
    address,
  }) => {
    const word = words[key];
    await signIn(page, address, tongues[key]);
    await openPrice(page, word);
    const origin = question(page, 'origin_country').getByRole('combobox');
    for (const country of [word.india, word.iran]) {
      await origin.focus();
      await page.keyboard.type(country.slice(0, 3));
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await expect(origin).toHaveValue(country);
      await expect(origin).not.toBeFocused();
    }
  });

  test(`an outlet that was recorded in the same market before is warned of, in any spelling (${key})`, async ({
    page,
    address,
  }) => {
    const text = texts[key];
    await signIn(page, address, tongues[key]);
    await beginVisit(page, words[key]);
    await fillHeader(page, words[key]);
    const outlet = question(page, 'outlet_name');
    // The register has it as «خواربارفروشی نمونه، هرات».
    await outlet.getByRole('textbox').fill('خوارو بار فروشي نمونه هرات');
    await expect(outlet).toContainText(text.nearly);
    await outlet.getByRole('button', { name: 'خواربارفروشی' }).press('Enter');
    await expect(outlet.getByRole('textbox')).toHaveValue('خواربارفروشی نمونه، هرات');
    await expect(outlet).not.toContainText(text.nearly);
  });
}
