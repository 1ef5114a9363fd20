import type { Page } from 'playwright-core';
import { toLatinDigits } from '#shared/core/digits.ts';
import type { HostApp } from '../support/host-double/launch.ts';
import { launch } from '../support/host-double/launch.ts';
import { goTo } from './fill-records.ts';
import { beginVault } from '../support/begin-vault.ts';

/** A surveyor's laptop: the desktop app on its own folder of user data. */
export interface Laptop {
  readonly app: HostApp;
  readonly page: Page;
}

/** Starts the built desktop app on `userData`. */
export async function openLaptop(userData: string): Promise<Laptop> {
  const app = await launch({ args: [process.cwd(), `--user-data-dir=${userData}`] });
  const page = await app.firstWindow();
  page.setDefaultTimeout(60_000);
  return { app, page };
}

/** First start: the language, the server, and in as a surveyor of the sample project; waits for the registers. */
export async function enterAsSurveyor(page: Page, address: string): Promise<void> {
  await beginVault(page, 'فارسی');
  await page.getByLabel('نشانی سرور').fill(address);
  await page.keyboard.press('Enter');
  await enterAs(page, 'کارشناس میدانی ۱');
}

/** Signs in with a sample account, by the role on its button, and waits until the project has arrived. */
export async function enterAs(page: Page, role: string): Promise<void> {
  await page.getByRole('button', { name: role }).click();
  await page.getByText('آخرین تأیید سرور').waitFor();
  await waitForQuiet(page);
}

/** Waits until a sync has ended: the status line stays at “online” for two seconds. */
async function waitForQuiet(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 4;) {
    await page.waitForTimeout(500);
    quiet = (await page.getByText('آنلاین', { exact: true }).isVisible()) ? quiet + 1 : 0;
  }
}

/** The three figures of the outbox: records on this laptop, on the way, confirmed by the server. */
export async function outboxFigures(page: Page): Promise<readonly number[]> {
  await goTo(page, '/outbox');
  const figures = page.getByRole('main').locator('dl dd:nth-of-type(1)');
  await figures.nth(2).waitFor();
  const texts = await figures.allInnerTexts();
  return texts.map((text) => Number(toLatinDigits(text).replaceAll(/\D/g, '')));
}

/** Sends now, as often as it takes, until nothing waits on this laptop any more. */
export async function sendAll(page: Page): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    const [, onTheWay] = await outboxFigures(page);
    const isUpToDate = await page.getByText('آنلاین', { exact: true }).isVisible();
    if (onTheWay === 0 && tries > 0 && isUpToDate) return;
    await page
      .getByRole('button', { name: 'فرستادن اکنون' })
      .click({ timeout: 2000 })
      .catch(() => undefined);
    await page.waitForTimeout(1000);
  }
  throw new Error('the laptop could not send its work');
}
