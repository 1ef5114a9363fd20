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

const slips = {
  fa: { zero: 'گویا یک صفر کم یا زیاد است.', change: /قیمت: ۸۴/ },
  en: { zero: 'A zero looks lost, or one too many.', change: /Price: 84/ },
} as const;

/** Rice by the kilogram at a shop in Herat, where earlier prices are known: 840 where 84 was meant. */
async function typeSlip(page: Page, word: Words): Promise<void> {
  await beginVisit(page, word);
  await fillHeader(page, word);
  await pick(page, 'market_level', 'retail');
  await newRecord(page, 2);
  await search(page, 'product_id', word.rice);
  await write(page, 'item_spec', 'برنج مرغوب، فله');
  await pick(page, 'availability', 'wide');
  await write(page, 'price_amount', '۸۴۰');
  await search(page, 'sale_unit', word.unit);
  await question(page, 'quote_basis').locator('input').first().focus();
}

for (const key of ['fa', 'en'] as const) {
  const word = words[key];
  const slip = slips[key];
  const tongue = tongues[key];

  test(`a lost zero is offered and put right by one key in ${tongue.language}`, async ({
    page,
    address,
  }) => {
    test.slow();
    await signIn(page, address, tongue);
    await typeSlip(page, word);
    const amount = question(page, 'price_amount');
    await expect(amount).toContainText(slip.zero);
    await expect(amount.getByRole('button', { name: slip.change })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await page.keyboard.press('F8');
    await expect(amount.getByRole('textbox').first()).toHaveValue(/^(84|۸۴)$/);
    await expect(amount).not.toContainText(slip.zero);
  });
}

const rates = {
  fa: {
    write: 'ثبت نرخ',
    per: /^ثبت/,
    waits: 'نرخ ثبت شد',
    used: 'میانهٔ آنچه در این بازار نوشته شده',
    hundred: 'گویا قیمت یا نرخ صدتایی است.',
  },
  en: {
    write: 'Write a rate down',
    per: /^Write it down/,
    waits: 'The rate is written down',
    used: 'middle of what was written down in this market',
    hundred: 'It looks like a price or rate per hundred.',
  },
} as const;

for (const key of ['fa', 'en'] as const) {
  const word = words[key];
  const tongue = tongues[key];
  const rate = rates[key];

  test(`a rate is written down by keyboard and used by the market's prices in ${tongue.language}`, async ({
    page,
    address,
  }) => {
    test.slow();
    await signIn(page, address, tongue);
    await beginVisit(page, word);
    await fillHeader(page, word);
    await write(page, 'fx_usd_buy', '');
    await write(page, 'fx_usd_sell', '');
    await newRecord(page, 2);
    await page.keyboard.press('Alt+KeyR');
    await page.getByRole('button', { name: rate.write }).press('Enter');
    await question(page, 'currency').getByRole('combobox').waitFor();
    // Place, currency, kind and day are offered as those of the visit.
    await expect(question(page, 'market').getByRole('combobox')).toHaveValue(word.herat);
    await write(page, 'sell', '۶۶۰۰');
    await write(page, 'source', 'صرافی میدان');
    await expect(question(page, 'sell')).toContainText(rate.hundred);
    await page.keyboard.press('F8');
    await expect(question(page, 'sell').getByRole('textbox').first()).toHaveValue(/^(66|۶۶)$/);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText(rate.waits)).toBeVisible();
    await page.goBack();
    await search(page, 'product_id', word.rice);
    await write(page, 'item_spec', 'برنج مرغوب، فله');
    await pick(page, 'availability', 'wide');
    await write(page, 'price_amount', '84');
    await search(page, 'sale_unit', word.unit);
    await expect(page.getByRole('complementary')).toContainText(rate.used);
  });
}
