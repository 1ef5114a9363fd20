import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { toLatinDigits } from '#shared/core/digits.ts';
import { goTo } from './fill-records.ts';
import { enterAs } from './laptop.ts';
import { beginVault } from '../support/begin-vault.ts';

/** A supervisor who installs nothing: the page the server serves, in a browser profile of its own. */
export interface SupervisorDesk {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** Opens the server's page in Chromium and signs in as the supervisor of the sample project. */
export async function openSupervisorDesk(
  profile: string,
  browser: string,
  address: string,
): Promise<SupervisorDesk> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browser,
    args: ['--no-sandbox'],
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
  });
  // A save dialog of the system cannot be answered here; without it the app falls back to a download.
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(60_000);
  await page.goto(address);
  await beginVault(page, 'فارسی');
  await enterAs(page, 'سرپرست');
  return { context, page };
}

/** How many records wait for review, as the review queue says. */
export async function waitingForReview(page: Page): Promise<number> {
  const main = page.getByRole('main');
  const none = main.getByText('چیزی در انتظار بازبینی نیست');
  const note = main.getByText(/^[۰-۹]+ رکورد ·/).first();
  await none.or(note).first().waitFor();
  if (await none.isVisible()) return 0;
  return Number(toLatinDigits(await note.innerText()).match(/\d+/)?.[0]);
}

/** Returns the first record of the queue with a message. */
export async function returnFirst(page: Page, message: string): Promise<void> {
  await goTo(page, '/review');
  const before = await waitingForReview(page);
  await page.getByRole('button', { name: 'برگشت با پیام' }).waitFor();
  await page.keyboard.press('KeyR');
  await page.getByLabel('چه چیزی باید اصلاح شود؟').fill(message);
  await page.getByRole('dialog').getByRole('button', { name: 'برگرداندن' }).click();
  await hasFallen(page, before);
}

/** Approves every record of the queue, one key each. */
export async function approveAll(page: Page): Promise<void> {
  await goTo(page, '/review');
  for (;;) {
    const before = await waitingForReview(page);
    if (before === 0) return;
    await page.getByRole('button', { name: 'تأیید', exact: false }).first().waitFor();
    await page.keyboard.press('KeyA');
    await hasFallen(page, before);
  }
}

async function hasFallen(page: Page, before: number): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if ((await waitingForReview(page)) < before) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`the review queue stays at ${before} records`);
}

/** Exports what is approved into `file`. */
export async function exportApproved(page: Page, file: string): Promise<void> {
  await goTo(page, '/export');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'ذخیرهٔ بسته' }).click();
  await (await download).saveAs(file);
  await page.getByText('رکورد ذخیره شد').first().waitFor();
}
