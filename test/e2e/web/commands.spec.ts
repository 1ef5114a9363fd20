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

const texts = {
  fa: {
    palette: 'جستجو و فرمان‌ها',
    sheet: 'میان‌برهای صفحه‌کلید',
    outbox: 'فرستادنی‌ها',
    dark: 'تیره',
    market: 'هرات',
    sounding: 'herat',
    visit: 'بازدید',
    product: 'milled rice',
    productGroup: 'کالا',
  },
  en: {
    palette: 'Search and commands',
    sheet: 'Shortcuts',
    outbox: 'Outbox',
    dark: 'dark',
    market: 'Herat',
    sounding: 'هرات',
    visit: 'visit',
    product: 'برنج',
    productGroup: 'product',
  },
} as const;

for (const key of ['fa', 'en'] as const) {
  test(`the palette leads by keyboard to screens, markets and visits, and changes the look (${key})`, async ({
    page,
    address,
  }) => {
    const text = texts[key];
    const { keyboard } = page;
    await signIn(page, address, tongues[key]);
    const palette = page.getByRole('dialog', { name: text.palette });

    await keyboard.press('Control+KeyK');
    await expect(palette.getByRole('combobox')).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.type(text.outbox);
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: text.outbox })).toBeVisible();
    await expect(palette).toBeHidden();

    await keyboard.press('Control+KeyK');
    await keyboard.type(text.dark);
    await keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

    await keyboard.press('Control+KeyK');
    await keyboard.type(text.sounding);
    await expect(
      palette.getByRole('option').filter({ hasText: text.market }).first(),
    ).toBeVisible();
    await keyboard.press('Escape');
    await expect(palette).toBeHidden();

    // A product is found by its name in the other script, and leads to its prices.
    await keyboard.press('Control+KeyK');
    await keyboard.type(text.product);
    await expect(palette.getByRole('option').first()).toContainText(text.productGroup);
    await keyboard.press('Enter');
    await expect(page).toHaveURL(/\?form=price&product=rice#\/records/);

    // A visit that was begun is found by its market.
    await page.getByRole('link', { name: words[key].today }).click();
    await beginVisit(page, words[key]);
    await fillHeader(page, words[key]);
    await page.getByRole('link', { name: words[key].visits, exact: true }).click();
    await keyboard.press('Control+KeyK');
    await keyboard.type('انبار شماره');
    await expect(palette.getByRole('option').first()).toContainText(text.visit);
    await keyboard.press('Enter');
    await expect(question(page, 'outlet_name')).toBeVisible();
  });

  test(`the sheet of shortcuts tells the keys of the screen it is opened on (${key})`, async ({
    page,
    address,
  }) => {
    const text = texts[key];
    await signIn(page, address, tongues[key]);
    await beginVisit(page, words[key]);
    await question(page, 'outlet_name').getByRole('textbox').focus();
    await page.keyboard.press('F1');
    const sheet = page.getByRole('dialog', { name: text.sheet });
    await expect(sheet).toContainText('Shift');
    await expect(sheet).toContainText('F4');
    expect(await faultsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 683, height: 768 });
    expect(await overhang(page)).toBe(0);
    await page.keyboard.press('Escape');
    await expect(question(page, 'outlet_name').getByRole('textbox')).toBeFocused();
  });

  test(`one key shows the screen in the other language and back, in the middle of a word (${key})`, async ({
    page,
    address,
  }) => {
    await signIn(page, address, tongues[key]);
    await beginVisit(page, words[key]);
    const outlet = question(page, 'outlet_name').getByRole('textbox');
    await outlet.focus();
    await page.keyboard.type('دکان ');
    const root = page.locator('html');
    const before = (await root.getAttribute('lang')) ?? '';
    await page.keyboard.press('F9');
    await expect(root).not.toHaveAttribute('lang', before);
    await page.keyboard.type('احمد');
    await expect(outlet).toBeFocused();
    await expect(outlet).toHaveValue('دکان احمد');
    await page.keyboard.press('F9');
    await expect(root).toHaveAttribute('lang', before);
    await expect(outlet).toHaveValue('دکان احمد');
  });
}
