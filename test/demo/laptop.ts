import type { Page } from 'playwright-core';
import type { HostApp } from '../support/host-double/launch.ts';
import { launch } from '../support/host-double/launch.ts';
import { goTo } from './fill-records.ts';

/** A surveyor's laptop: the desktop app on its own folder of user data. */
export interface Laptop {
  readonly app: HostApp;
  readonly page: Page;
}

/** Starts the built desktop app on `userData`. */
export async function openLaptop(userData: string): Promise<Laptop> {
  const app = await launch({ args: [process.cwd(), `--user-data-dir=${userData}`] });
  const page = await app.firstWindow();
  page.setDefaultTimeout(30_000);
  return { app, page };
}

/** First start: the language, the server, and in as a surveyor of the sample project. */
export async function enterAsSurveyor(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: 'فارسی' }).click();
  await page.getByLabel('نشانی سرور').fill(address);
  await page.keyboard.press('Enter');
  await enterAs(page, 'کارشناس');
}

/** Signs in with a sample account, by the role its button names. */
export async function enterAs(page: Page, role: string): Promise<void> {
  await page
    .getByRole('button', { name: new RegExp(role) })
    .first()
    .click();
  await page.getByRole('navigation').first().waitFor();
}

/** Waits until the registers of the project have arrived. */
export async function waitForRegisters(page: Page): Promise<void> {
  await goTo(page, '/outbox');
  await page.getByText('همه‌چیز به سرور رسیده').first().waitFor({ timeout: 60_000 });
}
