import { mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { enterAs } from '../../demo/laptop.ts';
import type { HostApp } from '../../support/host-double/launch.ts';
import { startSampleServer } from '../../support/sample-server.ts';
import { expect, root, test } from './desktop-test.ts';
import { beginVault, openVault } from '../../support/begin-vault.ts';

/** The person answers every question for a folder with this one. */
async function answerWith(app: HostApp, folder: string): Promise<void> {
  await app.evaluate(({ dialog }, place) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [place] });
  }, folder);
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, hash);
}

test('work copied to a stick is checked there, and opened on another laptop with what was being typed', async ({
  open,
  userData,
}) => {
  test.slow();
  const stick = path.join(userData, 'stick');
  mkdirSync(stick);
  const server = await startSampleServer(path.join(userData, 'server'));
  const env = { BAZARNEGAR_SERVER: server.url };
  try {
    const lost = await open(root, { env, userData: path.join(userData, 'lost') });
    const page = await lost.firstWindow();
    const passphrase = await beginVault(page, 'فارسی');
    await enterAs(page, 'کارشناس میدانی ۱');
    await page.getByRole('button', { name: 'بازدید تازه' }).first().click();
    await page.locator('[data-field="outlet_name"] input').fill('دکان نبش بازار');
    const typed = new URL(page.url()).hash;
    await page.waitForTimeout(1500);

    await goTo(page, '/settings');
    await answerWith(lost, stick);
    await page.getByRole('button', { name: 'برگزیدن فلش یا پوشه' }).click();
    await expect(page.getByText(stick)).toBeVisible();
    await page.getByRole('button', { name: 'بررسی رونوشت' }).click();
    await expect(page.getByText('رونوشت کامل است')).toBeVisible();

    renameSync(stick, `${stick} pulled out`);
    await page.getByRole('button', { name: 'همین حالا رونوشت بگیر' }).click();
    await expect(page.getByText('پوشهٔ رونوشت دوم در دسترس نیست').first()).toBeVisible();
    await lost.kill();
    renameSync(`${stick} pulled out`, stick);

    const found = await open(root, { env, userData: path.join(userData, 'found') });
    const again = await found.firstWindow();
    await answerWith(found, stick);
    await beginVault(again, 'فارسی');
    await again.getByRole('button', { name: 'بازکردن از روی رونوشت لپ‌تاپ دیگر' }).click();
    await again.getByRole('button', { name: 'برگزیدن پوشهٔ رونوشت' }).click();
    await again.locator('[data-vault=copy] input').fill(passphrase);
    await again.locator('[data-vault=copy] button[type=submit]').click();
    await expect(again.getByText('کار حساب')).toBeVisible();
    await again.getByRole('button', { name: 'روی همین لپ‌تاپ باز کن' }).click();
    await openVault(again);
    await again.getByRole('navigation').waitFor();
    await goTo(again, typed);
    await expect(again.locator('[data-field="outlet_name"] input')).toHaveValue('دکان نبش بازار');
  } finally {
    await server.end('SIGKILL');
  }
});
