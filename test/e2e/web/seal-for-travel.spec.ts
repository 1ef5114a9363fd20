import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { makeAgeKeys } from '#shared/bundle/age.ts';
import { dayPlan } from '../../demo/day-plan.ts';
import { beginVisit, fillVisit, goTo } from '../../demo/fill-records.ts';
import { outboxFigures } from '../../demo/laptop.ts';
import { press } from '../../demo/stick.ts';
import { beginVault, openVault, passphraseOf } from '../../support/begin-vault.ts';
import { beginVisit as beginByButton, question, signIn, words, write } from './entry-test.ts';
import { expect, faultsOf, test, tongues } from './shell-test.ts';
import { plugInStick, readStick, takeFromStick } from './stick-test.ts';

const shots = path.resolve(import.meta.dirname, '../../../test-results/seal');
const unlock = '[data-vault=unlock]';

test.use({ serverOf: 'sealing' });

/** The page as it looks by night and by day. */
async function picture(page: Page, name: string): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset['theme'] = chosen;
    }, theme);
    await page.screenshot({ path: path.join(shots, `${name}-${theme}.png`) });
  }
}

/** What of vaults is left on the laptop: their folders and their indexes. */
function leftOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of (await root.getDirectoryHandle('vaults')).keys()) names.push(name);
    const indexes = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return [...names, ...indexes.filter((name) => name.startsWith('bazarnegar-index-'))];
  });
}

/** Opens the screen by the palette, with the keyboard alone, and asks what is to be carried. */
async function openSealing(page: Page): Promise<void> {
  await page.keyboard.press('Control+KeyK');
  await page.getByRole('dialog').getByRole('combobox').fill('مهر و موم');
  await page.getByRole('option', { name: 'مهر و موم برای سفر' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'ببینید چه باید برده شود' }).press('Enter');
}

async function confirm(page: Page): Promise<void> {
  const field = page.locator('[data-vault=seal] input');
  await field.fill('بله');
  await expect(page.getByRole('button', { name: 'کلیدها را نابود کن' })).toBeDisabled();
  await field.fill('مهر');
  await field.press('Enter');
  await page.getByRole('heading', { name: 'این لپ‌تاپ مهر و موم است' }).waitFor();
}

/** A supervisor's laptop, known to the server: bundles made from now on are for it as well. */
async function startSupervisor(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(address);
  await beginVault(page, tongues.fa.language);
  await page.getByRole('button', { name: 'سرپرست' }).click();
  await page.getByText('آنلاین', { exact: true }).waitFor();
  return page;
}

/** Takes a bundle in and hands it on to the server. */
async function takeIn(page: Page, bundle: Buffer): Promise<void> {
  await takeFromStick(page, bundle);
  await press(page, 'فرستادن اکنون');
  await page.getByText('سرور برای همهٔ آن رسید داده است').waitFor();
  await page.context().close();
}

test('sealed before a border nothing opens any more, and the stick brings everything to the server', async ({
  page,
  browser,
  address,
}) => {
  test.setTimeout(240_000);
  const supervisor = await startSupervisor(browser, address);
  await plugInStick(page);
  await signIn(page, address, tongues.fa);
  await page.getByText('آنلاین', { exact: true }).waitFor();
  const [before = 0] = await outboxFigures(page);
  // The way to the server is gone for what is typed from now on.
  await page.context().route('**/sync/push', (route) => route.abort());
  const [plan] = dayPlan(1);
  if (!plan) throw new Error('a day has a visit');
  const visit = await beginVisit(page, plan.header);
  const short = { ...plan, prices: plan.prices.slice(0, 1), demands: [], competitors: [] };
  await fillVisit(page, visit, short, async () => undefined);
  const [typed, waiting] = await outboxFigures(page);
  expect(typed).toBe(before + 2);
  expect(waiting).toBeGreaterThanOrEqual(2);

  await openSealing(page);
  await page.getByText('آنچه روی فلش می‌رود').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await picture(page, 'planned');
  await page.getByRole('button', { name: 'جایش را برگزینید' }).press('Enter');
  await page.getByText('بی‌خطا بازخوانی شد').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await picture(page, 'written');
  expect(await leftOn(page)).not.toEqual([]);
  await confirm(page);
  await expect(page.getByRole('main')).toContainText('خوانده می‌شود: ۰');
  expect(await faultsOf(page)).toEqual([]);
  await picture(page, 'sealed');
  expect(await leftOn(page)).toEqual([]);
  await page.reload();
  await page.getByRole('heading', { name: 'این لپ‌تاپ مهر و موم است' }).waitFor();
  await expect(page.locator(unlock)).toHaveCount(0);

  await takeIn(supervisor, await readStick(page));
  await page.context().unroute('**/sync/push');
  await page.getByRole('button', { name: 'گاوصندوق تازه' }).click();
  await beginVault(page);
  await page.getByRole('button', { name: tongues.fa.surveyor }).click();
  await page.getByText('آنلاین', { exact: true }).waitFor();
  await expect.poll(() => outboxFigures(page)).toEqual([before + 2, 0, before + 2]);
});

test('with recovery keys a draft stays in the sealed vault: the passphrase opens nothing, a recovery key everything', async ({
  page,
  address,
}) => {
  const people = await Promise.all([makeAgeKeys(), makeAgeKeys()]);
  await signIn(page, address, tongues.fa);
  await goTo(page, '/vault');
  await page.getByRole('button', { name: 'کد و کلیدهای بازیابی دیگر' }).click();
  const recipients = people.map(({ recipient }) => recipient).join('\n');
  await page.locator('[data-vault=recovery] textarea').fill(recipients);
  await page.locator('[data-vault=recovery] button[type=submit]').click();
  await page.getByText('دیگر چیزی را باز نمی‌کند').waitFor();
  await goTo(page, '/');
  await beginByButton(page, words.fa);
  await write(page, 'outlet_name', 'دکان نبش بازار');
  const { hash } = new URL(page.url());
  await openSealing(page);
  await expect(page.getByText('پیش‌نویس: ۱')).toBeVisible();
  await picture(page, 'kept');
  await confirm(page);
  await picture(page, 'sealed-kept');
  await page.getByRole('button', { name: 'بازکردن با کلید بازیابی' }).click();
  await page.getByRole('button', { name: 'عبارت عبور' }).click();
  await page.locator(`${unlock} input`).fill(passphraseOf(page));
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'هیچ گاوصندوقی' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'بازکردن با کلید بازیابی' }).click();
  await openVault(page, people[1]?.identity);
  await page.getByRole('navigation').first().waitFor();
  await goTo(page, hash.slice(1));
  await expect(question(page, 'outlet_name').locator('input')).toHaveValue('دکان نبش بازار');
  await goTo(page, '/vault');
  await expect(page.getByText('برای سفر مهر و موم شده بود')).toBeVisible();
});
