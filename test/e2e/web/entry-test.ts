import type { Locator, Page } from '@playwright/test';
import type { Tongue } from './shell-test.ts';
import { expect, openFirst, test, tongues } from './shell-test.ts';

export { expect, faultsOf, overhang, test, tongues } from './shell-test.ts';

/** What a surveyor reads on the screens of entry, in both languages. */
export const words = {
  fa: {
    newVisit: 'بازدید تازه',
    today: 'امروز',
    visits: 'بازدیدها',
    settings: 'تنظیمات',
    goOn: /ادامه/,
    open: 'باز کردن',
    finishVisit: /^پایان بازدید/,
    visitFinished: 'بازدید پایان یافت',
    finished: 'پایان‌یافته',
    counts: '۱ قیمت · ۱ تقاضا · ۱ رقیب',
    unit: 'کیلوگرم',
    rice: 'برنج',
    unbranded: 'بدون برند',
    india: 'هند',
    cash: 'نقد',
    perUnit: '۶۵ افغانی / کیلوگرم',
    wholesale: 'عمده‌فروشی یا',
    owner: 'مالک',
    dari: 'دری',
    province: 'هرات',
    herat: 'هرات',
    retailer: 'خرده‌فروش',
    carton: 'کارتن',
    iran: 'ایران',
    quality: 'کیفیت',
    price: 'قیمت',
    delivery: 'تحویل',
    notInList: 'در فهرست نیست',
  },
  en: {
    newVisit: 'New visit',
    today: 'Today',
    visits: 'Visits',
    settings: 'Settings',
    goOn: /Go on/,
    open: 'Open',
    finishVisit: /^Finish the visit/,
    visitFinished: 'The visit is finished',
    finished: 'Finished',
    counts: '1 price · 1 demand record · 1 competitor',
    unit: 'kilogram',
    rice: 'Milled rice',
    unbranded: 'Unbranded',
    india: 'India',
    cash: 'Cash',
    perUnit: '65 Afghani / kilogram',
    wholesale: 'Wholesale',
    owner: 'Owner',
    dari: 'Dari',
    province: 'Hirat',
    herat: 'Herat',
    retailer: 'Retailer',
    carton: 'Carton',
    iran: 'Iran',
    quality: 'Quality',
    price: 'Price',
    delivery: 'Delivery',
    notInList: 'not in the list',
  },
} as const;
export type Words = (typeof words)[keyof typeof words];

/**
 * Tests that share a laptop, because what the one before left on it makes no difference to them: a new one takes seven seconds of a processor, for the first
 * load, the vault and the first sync.
 */
export const testOnOneLaptop = test.extend<object, { readonly onlyPage: Page }>({
  onlyPage: [
    async ({ browser }, give) => {
      const context = await browser.newContext();
      await give(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ onlyPage }, give) => {
    await onlyPage.setViewportSize({ width: 1280, height: 720 });
    await give(onlyPage);
  },
});

/** The question of a field. */
export function question(page: Page, field: string): Locator {
  return page.locator(`[data-field="${field}"]`);
}

/** The first screen of a surveyor of the sample project, with what the round asks of them; on a new laptop they sign in before. */
export async function signIn(page: Page, address: string, tongue: Tongue): Promise<void> {
  if (page.url().startsWith(address)) {
    await page.evaluate(() => (location.hash = '/'));
    if ((await page.locator('html').getAttribute('lang')) !== tongue.lang) {
      await page.keyboard.press('Control+KeyK');
      await page.keyboard.type(tongue.language);
      await page.getByRole('option', { name: tongue.language }).click();
    }
  } else {
    await openFirst(page, address, tongue);
    await page.getByRole('button', { name: tongue.surveyor }).click();
  }
  await page.getByRole('button', { name: tongue.begin }).first().waitFor();
}

/** Begins a visit from the day's first screen. */
export async function beginVisit(page: Page, word: Words): Promise<void> {
  await page.getByRole('button', { name: word.newVisit }).click();
  await question(page, 'interview_mode').waitFor();
}

/** Chooses by typing a part of a name and Enter. */
export async function search(page: Page, field: string, text: string): Promise<void> {
  const input = question(page, field).getByRole('combobox');
  // It may be carried over already: the same text again would open no list.
  await input.fill('');
  await input.fill(text);
  await page.getByRole('option').first().waitFor();
  await input.press('Enter');
}

export async function pick(page: Page, field: string, ...codes: readonly string[]): Promise<void> {
  for (const code of codes) await question(page, field).locator(`input[value="${code}"]`).check();
}

export async function write(page: Page, field: string, text: string): Promise<void> {
  await question(page, field).locator('input, textarea').first().fill(text);
}

/** The header of a visit to a wholesaler in Herat. */
export async function fillHeader(page: Page, word: Words): Promise<void> {
  await pick(page, 'interview_mode', 'in_person');
  await pick(page, 'country', 'AFG');
  await search(page, 'admin1_pcode', word.province);
  await search(page, 'market_id', word.herat);
  await write(page, 'outlet_name', 'انبار شماره ۷');
  await search(page, 'outlet_type', word.wholesale);
  await pick(page, 'market_level', 'wholesale');
  await pick(page, 'consent', 'yes');
  await search(page, 'respondent_role', word.owner);
  await search(page, 'interview_language', word.dari);
  await write(page, 'fx_usd_buy', '۶۶٫۵');
  await write(page, 'fx_usd_sell', '67');
  await pick(page, 'fx_type', 'market');
}

/** Finishes a visit whose header alone was typed: one of a minute is unusual, and the reason is asked. */
export async function finishVisit(page: Page, word: Words): Promise<void> {
  const finish = page.getByRole('button', { name: word.finishVisit });
  await finish.click();
  await question(page, 'ended_at').getByRole('textbox').fill('از روی دفتر وارد شد');
  await finish.click();
  await expect(page.getByText(word.visitFinished)).toBeVisible();
}

/** Opens a new record of the tab with that number. */
export async function newRecord(page: Page, tab: 2 | 3 | 4): Promise<void> {
  await page.keyboard.press(`Alt+Digit${tab}`);
  await page.getByRole(tab === 2 ? 'grid' : 'tabpanel').waitFor();
  await page.keyboard.press('Alt+KeyN');
  await question(page, 'product_id').getByRole('combobox').waitFor();
}

/** Opens the prices of a new visit to a retailer in Herat; the keyboard is in the first cell. */
export async function openGrid(
  page: Page,
  address: string,
  key: keyof typeof words,
): Promise<void> {
  await signIn(page, address, tongues[key]);
  await beginVisit(page, words[key]);
  await fillHeader(page, words[key]);
  await pick(page, 'market_level', 'retail');
  await page.keyboard.press('Alt+Digit2');
  await expect(page.locator('[data-column="product_id"] input')).toBeFocused();
}
