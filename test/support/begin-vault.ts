import type { BrowserContext, Page } from 'playwright-core';

const passphrases = new WeakMap<BrowserContext, string>();

/**
 * The first start of a laptop up to the open vault: the language by the name on its button, where it was not chosen, the passphrase that is shown typed again.
 * Answers the passphrase. The cost of a passphrase is the product's own: nothing in it can be told to take less.
 */
export async function beginVault(page: Page, language?: string): Promise<string> {
  if (language !== undefined) await page.getByRole('button', { name: language }).click();
  const passphrase = await page.locator('[data-secret=passphrase]').innerText();
  await page.locator('[data-vault=shown] button[type=submit]').click();
  await page.locator('[data-vault=repeated] input').fill(passphrase);
  await page.locator('[data-vault=repeated] button[type=submit]').click();
  await page.locator('[data-vault=recovery] button[type=submit]').click();
  await page.locator('[data-vault=recovery]').waitFor({ state: 'detached' });
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  passphrases.set(page.context(), passphrase);
  return passphrase;
}

/** Opens the vault on a page that was loaded again; a browser that was started again needs to be told the passphrase. */
export async function openVault(page: Page, passphrase?: string): Promise<void> {
  const known = passphrase ?? passphraseOf(page);
  passphrases.set(page.context(), known);
  await page.locator('[data-vault=unlock] input').fill(known);
  await page.locator('[data-vault=unlock] button[type=submit]').click();
  await page.locator('[data-vault=unlock]').waitFor({ state: 'detached' });
}

/** The passphrase of the vault that was made or opened last in a page's browser. */
export function passphraseOf(page: Page): string {
  const known = passphrases.get(page.context());
  if (known === undefined) throw new Error('no vault was made in this browser');
  return known;
}
