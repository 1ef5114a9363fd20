import type { Page } from '@playwright/test';
import { expect, faultsOf, openFirst, test, tongues } from './shell-test.ts';
import { sendVisits } from './survey-records.ts';
import { openVault } from '../../support/begin-vault.ts';

const sugar = { product: 'sugar', spec: 'شکر سفید، فله' };
const rice = { product: 'rice', spec: 'برنج مرغوب، فله' };

test.use({ serverOf: 'review' });
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ address }) => {
  await sendVisits(address, [
    {
      market: 'herat',
      outlet: 'فروشگاه نمونهٔ یک',
      prices: [
        { ...rice, amount: '88' },
        { ...sugar, amount: '520', reason: 'فروشنده فاکتور نشان داد' },
        { ...sugar, amount: '52' },
      ],
    },
    { market: 'kabul', outlet: 'فروشگاه نمونهٔ دو', prices: [{ ...sugar, amount: '51' }] },
  ]);
});

async function openReview(page: Page, address: string, waiting: string): Promise<void> {
  await openFirst(page, address, tongues.fa);
  await page.getByRole('button', { name: 'سرپرست' }).click();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /صف بازبینی/ })
    .click();
  // The first screen comes with the first page of the sync; what is to be tried needs all of it.
  await countIs(page, waiting);
}
function countIs(page: Page, count: string) {
  return expect(page.getByText(new RegExp(`${count} رکورد ·`))).toBeVisible();
}

/** Decides, and waits until the server has it: the next test signs in on a new laptop and sees what the server has. */
async function send(page: Page, decide: () => Promise<void>): Promise<void> {
  const taken = page.waitForResponse(
    (response) => response.url().endsWith('/sync/push') && response.ok(),
  );
  await decide();
  await taken;
  await expect(page.getByText('چیزی برای فرستادن نمانده')).toBeVisible();
}

test('the riskiest record comes first, with what makes it unusual and why it was kept', async ({
  page,
  address,
}) => {
  await openReview(page, address, '۶');
  const record = page.getByRole('article');
  await expect(record.getByRole('heading', { level: 2 })).toContainText('شکر سفید');
  await expect(record).toContainText('برابر میانهٔ بازار');
  await expect(record).toContainText('فروشنده فاکتور نشان داد');
  await expect(record).toContainText('گویا یک صفر کم یا زیاد است');
  expect(await faultsOf(page)).toEqual([]);
});

test('keys act by their place, so that they work under a Persian keyboard', async ({
  page,
  address,
}) => {
  await openReview(page, address, '۶');
  const title = page.getByRole('article').getByRole('heading', { level: 2 });
  const first = await title.innerText();
  await page.dispatchEvent('body', 'keydown', { code: 'KeyJ', key: 'ت', bubbles: true });
  await expect(title).not.toHaveText(first);
  await page.dispatchEvent('body', 'keydown', { code: 'KeyK', key: 'ن', bubbles: true });
  await expect(title).toHaveText(first);
});

test('a record is returned with a message and a comment on a question; not without a word', async ({
  page,
  address,
}) => {
  await openReview(page, address, '۶');
  // Which is the riskiest is known once the earlier prices have come; the one that is being read stays till then.
  await page
    .getByRole('listitem')
    .filter({ hasText: '۵۲۰ افغانی' })
    .getByRole('button', { name: /باز کردن/ })
    .first()
    .click();
  await expect(page.getByRole('article')).toContainText('فروشنده فاکتور نشان داد');
  await page.keyboard.press('KeyR');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'برگرداندن' }).click();
  await expect(dialog).toContainText('بنویسید چه چیزی باید اصلاح شود');
  await dialog.getByLabel('چه چیزی باید اصلاح شود؟').fill('دوباره بپرسید');
  await dialog.getByLabel('دربارهٔ این پرسش چه باید کرد؟').fill('قیمت ده کیسه است؟');
  await send(page, async () => {
    await dialog.getByRole('button', { name: 'برگرداندن' }).click();
    await countIs(page, '۵');
  });
  await page.getByRole('link', { name: 'رکوردها' }).click();
  await page.getByRole('row').filter({ hasText: 'برگشت برای اصلاح' }).getByRole('button').click();
  await expect(page.getByRole('dialog')).toContainText('برگرداند');
  await expect(page.getByRole('dialog')).toContainText('قیمت ده کیسه است؟');
});

test('its surveyor finds the cell that was commented on, by a key and by ear', async ({
  page,
  address,
}) => {
  await openFirst(page, address, tongues.fa);
  await page.getByRole('button', { name: tongues.fa.surveyor }).click();
  await page.getByRole('link', { name: 'بازدیدها' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'فروشگاه نمونهٔ یک' })
    .getByRole('link')
    .click();
  await page.locator('[data-field="round_id"]').waitFor();
  // A key that is pressed before the page hears it is pressed again.
  await expect(async () => {
    await page.keyboard.press('Alt+Digit2');
    await expect(page.getByRole('grid')).toBeVisible({ timeout: 2000 });
  }).toPass();
  await expect(page.getByRole('gridcell', { name: '۵۲۰' }).first()).toBeVisible();
  const commented = page.getByRole('gridcell', { name: /دارای نظر/ });
  await expect(commented).toHaveCount(1);
  await page.keyboard.press('Alt+KeyJ');
  await expect(page.locator('[data-column="price_amount"] input')).toBeFocused();
  await expect(page.locator('[data-row] [data-active]')).toHaveAttribute(
    'data-column',
    'price_amount',
  );
  await expect(page.getByRole('status').getByText('قیمت ده کیسه است؟')).toBeAttached();
  expect(await faultsOf(page)).toEqual([]);
});

test('records of a visit without warnings are approved together, without a network, and sent when it is back', async ({
  page,
  address,
  context,
}) => {
  await openReview(page, address, '۵');
  await page.getByRole('button', { name: /شکر سفید، فله.*کابل/ }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: /تأیید ۲ رکورد بی‌هشدار/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /تأیید ۲ رکورد/ })
    .click();
  await countIs(page, '۳');
  await send(page, () => context.setOffline(false));
});

test('a rejection asks why; a flag can be undone', async ({ page, address }) => {
  await openReview(page, address, '۳');
  const title = page.getByRole('article').getByRole('heading', { level: 2 });
  // The flag puts the last record first; its reader stays with it.
  await page.keyboard.press('KeyJ');
  await page.keyboard.press('KeyJ');
  const last = await title.innerText();
  await page.keyboard.press('KeyF');
  const flags = page.getByRole('main').getByText('نشان‌شده', { exact: true });
  await expect(flags).toHaveCount(1);
  await expect(title).toHaveText(last);
  await page.getByRole('button', { name: 'برگردان' }).click();
  await expect(flags).toHaveCount(0);
  await expect(title).toHaveText(last);
  // Nor does it leave one who came by the queue's own order, when that order changes.
  await send(page, async () => {
    await page.keyboard.press('KeyF');
    await expect(flags).toHaveCount(1);
  });
  await page.goto(address);
  await openVault(page);
  await page
    .getByRole('link', { name: /صف بازبینی/ })
    .first()
    .click();
  await expect(title).toHaveText(last);
  await page.keyboard.press('KeyF');
  await expect(flags).toHaveCount(0);
  await expect(title).toHaveText(last);
  await page.keyboard.press('KeyX');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'رد کردن' }).click();
  await expect(dialog).toContainText('بنویسید چرا رد می‌شود');
  await dialog.getByLabel('چرا؟').fill('رکورد تمرینی است');
  await send(page, async () => {
    await dialog.getByRole('button', { name: 'رد کردن' }).click();
    await countIs(page, '۲');
  });
});

test('one key each approves what is left, and the queue says that it is empty', async ({
  page,
  address,
}) => {
  await openReview(page, address, '۲');
  await page.keyboard.press('KeyA');
  await countIs(page, '۱');
  await page.keyboard.press('KeyA');
  await expect(page.getByText('چیزی در انتظار بازبینی نیست')).toBeVisible();
});
