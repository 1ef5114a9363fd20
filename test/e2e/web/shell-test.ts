import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { test as base } from '@playwright/test';
import { startSampleServer } from '../../support/sample-server.ts';
import { beginVault } from '../../support/begin-vault.ts';

interface PerWorker {
  /** The address of a built server with the sample project. */
  readonly address: string;
  /** Names the server: files that count what is on it have one of their own. */
  readonly serverOf: string;
}

/** Tests of the product as a web page, each in a browser profile of its own. */
export const test = base.extend<object, PerWorker>({
  serverOf: ['everyone', { scope: 'worker', option: true }],
  address: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads what a fixture needs from the pattern
    async ({}, give) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-'));
      const server = await startSampleServer(folder);
      await give(`${server.url}/`);
      await server.end('SIGTERM');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect } from '@playwright/test';

/** Both languages, with the words the tests look for. */
export const tongues = {
  fa: {
    lang: 'fa',
    language: 'فارسی',
    dir: 'rtl',
    signIn: 'ورود',
    account: 'نام حساب',
    password: 'گذرواژه',
    surveyor: 'کارشناس میدانی ۱',
    settings: 'تنظیمات',
    sample: 'پروژهٔ نمونه',
    saved: 'ذخیره',
    begin: 'آغاز بازدید',
  },
  en: {
    lang: 'en',
    language: 'English',
    dir: 'ltr',
    signIn: 'Sign in',
    account: 'Account name',
    password: 'Password',
    surveyor: 'Surveyor 1',
    settings: 'Settings',
    sample: 'Sample project',
    saved: 'saved',
    begin: 'Begin the visit',
  },
} as const;
export type Tongue = (typeof tongues)[keyof typeof tongues];

/** Opens the page for the first time and chooses a language. */
export async function openFirst(page: Page, address: string, tongue: Tongue): Promise<void> {
  await page.goto(address);
  await beginVault(page, tongue.language);
  await page.getByRole('heading', { name: tongue.signIn }).waitFor();
}

/** The way of a newcomer to the settings of the sample project. */
export async function openSettings(page: Page, address: string, tongue: Tongue): Promise<void> {
  await openFirst(page, address, tongue);
  await page.getByRole('button', { name: tongue.surveyor }).click();
  await page.getByRole('link', { name: tongue.settings }).click();
  await page.getByRole('heading', { name: tongue.settings }).waitFor();
}

/** What axe finds wrong on the page, by rule and place. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
  );
}

/** How many px the page is wider than its window. */
export async function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
