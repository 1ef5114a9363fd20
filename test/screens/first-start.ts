import { globSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '#shared/core/language.ts';
import { languageNames } from '../../renderer/i18n/language-names.ts';
import { beginVault, openVault } from '../support/begin-vault.ts';
import { launch } from '../support/host-double/launch.ts';

/** Takes the screen that is open, in each look that there is before one can be chosen. */
type Take = (page: Page, screen: string) => Promise<void>;

/** What a newcomer to the browser sees up to the work, and comes back to; begins at the server's address. */
export async function takeFirstStart(page: Page, language: Language, take: Take): Promise<void> {
  await take(page, 'first-language');
  await page.getByRole('button', { name: languageNames[language] }).click();
  const passphrase = await page.locator('[data-secret=passphrase]').innerText();
  await take(page, 'first-passphrase');
  await page.locator('[data-vault=shown] button[type=submit]').click();
  await page.locator('[data-vault=repeated] input').fill('x');
  await page.locator('[data-vault=repeated] button[type=submit]').click();
  await take(page, 'first-passphrase-again');
  await page.locator('[data-vault=repeated] input').fill(passphrase);
  await page.locator('[data-vault=repeated] button[type=submit]').click();
  await page.locator('[data-vault=recovery]').waitFor();
  await take(page, 'first-recovery');
  await page.locator('[data-vault=recovery] button[type=submit]').click();
  await page.locator('input[type=password]').waitFor();
  await take(page, 'sign-in');
  // The ways in besides a password stand last.
  await page.locator('main button').last().click();
  await page.locator('input[inputmode=numeric]').fill('12345678901234567890');
  await take(page, 'enrol');
  await page.reload();
  await page.locator('[data-vault=unlock] input').fill('x');
  await page.locator('[data-vault=unlock] button[type=submit]').click();
  await page.getByRole('alert').waitFor();
  await take(page, 'unlock');
}

/** What the desktop app alone shows before the work: the server, a copy, and that work is missing. */
export async function takeDesktopStart(root: string, language: Language, take: Take) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-'));
  const args = [root, `--user-data-dir=${folder}`];
  try {
    const first = await launch({ args });
    const page = await first.firstWindow();
    const passphrase = await beginVault(page, languageNames[language]);
    await page.locator('input[inputmode=url]').waitFor();
    await take(page, 'desktop-server');
    await page.locator('main button').last().click();
    await take(page, 'desktop-copy');
    await first.close();
    for (const name of globSync('work/vaults/*/journal.bzj', { cwd: folder })) {
      rmSync(path.join(folder, name));
    }
    const again = await launch({ args });
    const asked = await again.firstWindow();
    await openVault(asked, passphrase);
    await take(asked, 'desktop-missing-work');
    await again.close();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
