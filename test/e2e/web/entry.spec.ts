import type { Page } from '@playwright/test';
import type { Words } from './entry-test.ts';
import {
  beginVisit,
  expect,
  faultsOf,
  fillHeader,
  newRecord,
  overhang,
  pick,
  question,
  search,
  signIn,
  testOnOneLaptop as test,
  tongues,
  words,
  write,
} from './entry-test.ts';
import { openVault } from '../../support/begin-vault.ts';

/** A quotation typed without touching the mouse: each Enter, or a digit, goes to the next question. */
async function typePriceByKeyboard(page: Page, word: Words): Promise<void> {
  const { keyboard } = page;
  await expect(question(page, 'product_id').getByRole('combobox')).toBeFocused();
  async function choose(text: string): Promise<void> {
    await keyboard.type(text);
    await page.getByRole('option').first().waitFor();
    await keyboard.press('Enter');
  }
  await choose(word.rice);
  await keyboard.type('برنج سفید هندی');
  await keyboard.press('Enter');
  await keyboard.press('1');
  await choose(word.unbranded);
  await choose(word.india);
  // A radio button hears keys, and only Latin ones are sent as keys here; digits of other scripts are tested on the widgets.
  await keyboard.press('2');
  await keyboard.press('Enter');
  await keyboard.press('2');
  await keyboard.type('۳٬۲۵۰');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await choose(word.unit);
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('۵۰');
  await keyboard.press('Enter');
  await choose(word.cash);
  await keyboard.press('3');
  // One record in ten, drawn by its id, is asked for a photo in between.
  if (await question(page, 'shelf_photo').isVisible()) {
    await question(page, 'quote_confidence').getByRole('radio').first().focus();
  }
  await keyboard.press('1');
}

async function fillDemand(page: Page, word: Words): Promise<void> {
  await search(page, 'product_id', word.rice);
  await search(page, 'buyer_type', word.retailer);
  await pick(page, 'currently_trades', 'no');
  await pick(page, 'not_trade_reason', 'capital');
  await pick(page, 'demand_change_12m', 'same');
  await pick(page, 'required_grade', 'standard');
  await pick(page, 'certificates_required', 'none');
  for (const factor of [word.price, word.quality, word.delivery]) {
    await search(page, 'buying_factors', factor);
  }
  await pick(page, 'import_constraints', 'none');
  await pick(page, 'interest_level', 'low');
  await pick(page, 'demand_confidence', 'medium');
}

async function fillCompetitor(page: Page, word: Words): Promise<void> {
  await search(page, 'product_id', word.rice);
  await question(page, 'brand_id').getByRole('combobox').click();
  await page.getByRole('option').first().click();
  await search(page, 'origin_country', word.iran);
  await write(page, 'item_spec', 'برنج ۱۰ کیلویی');
  await pick(page, 'quality_grade', 'standard');
  await pick(page, 'sales_trend', 'stable');
  await search(page, 'packaging_type', word.carton);
  await pick(page, 'packaging_rating', '4');
  await pick(page, 'promotion_types', 'none');
  await pick(page, 'strengths', 'price');
  await pick(page, 'weaknesses', 'packaging');
  await pick(page, 'info_source', 'observed');
  await pick(page, 'competitor_confidence', 'high');
}

for (const key of ['fa', 'en'] as const) {
  const word = words[key];
  const tongue = tongues[key];

  test(`a visit with a price, a demand and a competitor is recorded in ${tongue.language}`, async ({
    page,
    address,
  }) => {
    test.slow();
    await signIn(page, address, tongue);
    await beginVisit(page, word);
    await fillHeader(page, word);

    await newRecord(page, 2);
    await typePriceByKeyboard(page, word);
    await page.keyboard.press('Control+Enter');
    await expect(question(page, 'product_id').getByRole('combobox')).toHaveValue('');
    await expect(page.getByRole('complementary')).toContainText(word.perUnit);
    await expect(question(page, 'origin_country').getByRole('combobox')).toHaveValue(word.india);
    await page.goBack();

    await page.getByRole('tablist').waitFor();
    await newRecord(page, 3);
    await fillDemand(page, word);
    await page.keyboard.press('Control+Shift+Enter');
    await expect(page.getByRole('tabpanel')).toContainText(word.rice);

    await newRecord(page, 4);
    await fillCompetitor(page, word);
    await page.keyboard.press('Control+Shift+Enter');
    await expect(page.getByRole('tabpanel')).toContainText(word.rice);

    await page.keyboard.press('Alt+Digit1');
    await page.getByRole('button', { name: word.finishVisit }).click();
    // A visit typed in a minute is unusual: the reason is asked and kept.
    await question(page, 'ended_at').getByRole('textbox').fill('از روی دفتر وارد شد');
    await page.getByRole('button', { name: word.finishVisit }).click();
    await expect(page.getByText(word.visitFinished)).toBeVisible();
    // What the same person recorded in the other language may have come from the server meanwhile.
    const visits = page.getByRole('listitem').filter({ hasText: word.counts });
    await expect(visits.first()).toBeVisible();
  });
}

test('a draft survives a change of language and a reload in the middle of a row', async ({
  page,
  address,
}) => {
  const { fa, en } = words;
  await signIn(page, address, tongues.fa);
  await beginVisit(page, fa);
  await fillHeader(page, fa);
  await newRecord(page, 2);
  await search(page, 'product_id', fa.rice);
  await write(page, 'item_spec', 'برنج سفید');
  await pick(page, 'availability', 'wide');
  await question(page, 'price_amount').locator('input').pressSequentially('ده هزا');

  await page.getByRole('link', { name: fa.settings }).click();
  await page.getByRole('radio', { name: tongues.en.language }).check();
  await page.getByRole('link', { name: en.today }).click();
  await page.getByRole('link', { name: en.goOn }).click();
  await expect(question(page, 'product_id').getByRole('combobox')).toHaveValue(en.rice);
  await expect(question(page, 'item_spec').getByRole('textbox')).toHaveValue('برنج سفید');
  await expect(question(page, 'price_amount').getByRole('textbox')).toHaveValue('ده هزا');

  await question(page, 'price_amount').getByRole('textbox').pressSequentially('ر');
  await page.waitForTimeout(1000);
  await page.reload();
  await openVault(page);
  await expect(question(page, 'price_amount').getByRole('textbox')).toHaveValue('ده هزار');
  await expect(question(page, 'product_id').getByRole('combobox')).toHaveValue(en.rice);
});

test('a name that is not in the list stays as it was typed, and does not cost the next press', async ({
  page,
  address,
}) => {
  const word = words.fa;
  await signIn(page, address, tongues.fa);
  await beginVisit(page, word);
  await question(page, 'outlet_type').getByRole('combobox').fill('کیوسک');
  await pick(page, 'market_level', 'retail');
  await expect(question(page, 'outlet_type')).toContainText(word.notInList);
  await expect(question(page, 'outlet_type').getByRole('combobox')).toHaveValue('کیوسک');
  await expect(question(page, 'market_level').locator('input[value=retail]')).toBeChecked();
});

test('a photo is made small, keeps its caption, and a file that is none is refused with its name', async ({
  page,
  address,
}) => {
  await signIn(page, address, tongues.fa);
  await beginVisit(page, words.fa);
  const photo = question(page, 'outlet_photo');
  const files = photo.locator('input[type=file][accept]');
  await files.setInputFiles({
    name: 'notes.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('not a picture'),
  });
  await expect(photo).toContainText('notes.jpg');
  const png = await page.screenshot();
  // A header may claim more pixels than any memory holds: 16,000 by 16,000.
  const bomb = Buffer.from(png);
  bomb.writeUInt32BE(16_000, 16);
  bomb.writeUInt32BE(16_000, 20);
  const refused = [
    ['bomb.png', bomb],
    ['half.png', png.subarray(0, png.length - 40)],
    ['drawing.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ] as const;
  for (const [name, buffer] of refused) {
    await files.setInputFiles({ name, mimeType: 'image/jpeg', buffer });
    await expect(photo).toContainText(name);
    await expect(photo.locator('img')).toHaveCount(0);
  }
  // A picture with a page behind it is drawn anew: nothing of the page is kept.
  const polyglot = Buffer.concat([png, Buffer.from('<script>alert(1)</script>')]);
  await files.setInputFiles({ name: 'both.png', mimeType: 'image/png', buffer: polyglot });
  await expect(photo.locator('img')).toBeVisible();
  await photo.getByRole('button', { name: /۱/ }).click();
  await expect(photo.locator('img')).toHaveCount(0);
  await files.setInputFiles({ name: 'shelf.png', mimeType: 'image/png', buffer: png });
  await expect(photo.locator('img')).toBeVisible();
  await photo.getByRole('textbox').fill('قفسهٔ شوینده');
  await expect(photo.locator('img')).toHaveAttribute('alt', 'قفسهٔ شوینده');
});

test('a refused interview closes the three forms', async ({ page, address }) => {
  await signIn(page, address, tongues.fa);
  await beginVisit(page, words.fa);
  await pick(page, 'consent', 'no');
  await page.keyboard.press('Alt+Digit2');
  await expect(page.getByRole('tabpanel')).toContainText('پاسخ‌دهنده با مصاحبه موافق نبود');
  await page.keyboard.press('Alt+KeyN');
  await expect(page.getByRole('tabpanel')).toBeVisible();
});

test('a draft is deleted only when asked, and comes back with one press', async ({
  page,
  address,
}) => {
  await signIn(page, address, tongues.fa);
  await beginVisit(page, words.fa);
  await newRecord(page, 2);
  await search(page, 'product_id', words.fa.rice);
  await page.getByRole('button', { name: 'حذف پیش‌نویس' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'حذف پیش‌نویس' }).click();
  // Rice may be among what the market still needs, above the grid.
  const begun = page.locator('[role=grid] [data-row]').filter({ hasText: words.fa.rice });
  await expect(begun).toHaveCount(0);
  await page.getByRole('button', { name: 'برگردان' }).click();
  await expect(begun).toHaveCount(1);

  // It stands among what was begun, with what it needs, and leads there.
  await page.getByRole('navigation').getByRole('link', { name: words.fa.visits }).click();
  const row = page.getByRole('listitem').filter({ hasText: words.fa.rice });
  await expect(row).toContainText('پاسخ مانده');
  expect(await faultsOf(page)).toEqual([]);
  await row.getByRole('link', { name: 'ادامه' }).click();
  await expect(question(page, 'product_id').getByRole('combobox')).toHaveValue(words.fa.rice);
});

for (const key of ['fa', 'en'] as const) {
  test(`the screens of entry have no fault that axe knows and fit a narrow window (${key})`, async ({
    page,
    address,
  }) => {
    test.slow();
    const word = words[key];
    await signIn(page, address, tongues[key]);
    await page.getByRole('button', { name: word.newVisit }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await beginVisit(page, word);
    await fillHeader(page, word);
    expect(await faultsOf(page)).toEqual([]);
    await newRecord(page, 2);
    await pick(page, 'availability', 'wide');
    await page.keyboard.press('Alt+KeyM');
    await page.keyboard.press('Control+Enter');
    expect(await faultsOf(page)).toEqual([]);
    for (const width of [1366, 1024, 683, 320]) {
      await page.setViewportSize({ width, height: 768 });
      expect(await overhang(page)).toBe(0);
    }
    await page.setViewportSize({ width: 1366, height: 768 });
    await newRecordOfDemand(page);
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('link', { name: word.visits, exact: true }).click();
    await page.getByRole('link', { name: word.open }).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });
}

async function newRecordOfDemand(page: Page): Promise<void> {
  await page.goBack();
  await page.getByRole('tablist').waitFor();
  await newRecord(page, 3);
}
