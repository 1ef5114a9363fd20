import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beginVault, openVault } from '../support/begin-vault.ts';
import { startSampleServer } from '../support/sample-server.ts';
import type { PlannedVisit } from './day-plan.ts';
import { beginVisit, fillVisit, goTo } from './fill-records.ts';
import type { Laptop } from './laptop.ts';
import { enterAs, openLaptop, outboxFigures, sendAll } from './laptop.ts';
import { openNetworkGate } from './network-gate.ts';
import { recordsOnServer } from './server-count.ts';
import { answerWith, press, putOnStick, takeFromStick } from './stick.ts';

/** Records counted at each station of the way by stick; all are equal when nothing was lost and nothing doubled. */
export interface UsbCounts {
  readonly typed: number;
  readonly onServer: number;
  readonly safe: number;
}

/**
 * A field day with sticks alone: two surveyors' laptops that never see a network begin with a code and a starter, their work goes by stick
 * through a supervisor's laptop to the server, and the receipts come back. Leaves pictures and what lay on the stick in `folder`.
 */
export async function usbDay(folder: string, plan: readonly PlannedVisit[]): Promise<UsbCounts> {
  rmSync(folder, { recursive: true, force: true });
  const stick = path.join(folder, 'stick');
  mkdirSync(stick, { recursive: true });
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-usb-day-'));
  const server = await startSampleServer(path.join(scratch, 'server'));
  const gate = await openNetworkGate(server.port);
  const laptops: Laptop[] = [];
  async function open(name: string): Promise<Laptop> {
    const laptop = await openLaptop(path.join(scratch, name));
    laptops.push(laptop);
    return laptop;
  }
  function picture(page: Page, name: string): Promise<unknown> {
    return page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
  try {
    const office = await open('supervisor');
    await beginVault(office.page, 'فارسی');
    await office.page.getByLabel('نشانی سرور').fill(gate.address);
    await office.page.keyboard.press('Enter');
    await enterAs(office.page, 'سرپرست');
    const names = ['surveyor1', 'surveyor2'] as const;
    const codes = [];
    for (const name of names)
      codes.push(await handOut(office, name, path.join(stick, `${name}.bzs`)));
    await picture(office.page, '1-codes');
    gate.shut();

    let typed = 0;
    const passphrases: string[] = [];
    for (const [at, name] of names.entries()) {
      const { app, page } = await open(name);
      passphrases.push(await beginVault(page, 'فارسی'));
      await begin({ app, page }, codes[at] ?? '', path.join(stick, `${name}.bzs`));
      const visit = plan[at];
      if (!visit) throw new Error('each surveyor has a visit');
      const address = await beginVisit(page, visit.header);
      // Prices alone: what other forms hold goes the same way.
      const prices = { ...visit, demands: [], competitors: [] };
      await fillVisit(page, address, prices, async () => {
        typed += 1;
      });
      await putOnStick(app, page, path.join(stick, `${name}.bzb`));
      await picture(page, `2-${name}-on-stick`);
      await app.close();
    }
    if ((await recordsOnServer(server.url)).length > 0) throw new Error('no network was there');

    for (const name of names) {
      await takeFromStick(office.app, office.page, path.join(stick, `${name}.bzb`));
    }
    gate.open();
    await sendAll(office.page);
    await office.page.getByText('سرور برای همهٔ آن رسید داده است').first().waitFor();
    await picture(office.page, '3-carried');
    const receipts = path.join(stick, 'back.bzr');
    await answerWith(office.app, receipts);
    await press(office.page, 'گذاشتن رسیدهایشان روی فلش');
    for (let tries = 0; !existsSync(receipts) && tries < 100; tries++) {
      await office.page.waitForTimeout(100);
    }
    const onServer = (await recordsOnServer(server.url)).length;
    gate.shut();

    let safe = 0;
    for (const [at, name] of names.entries()) {
      const { app, page } = await open(name);
      await openVault(page, passphrases[at]);
      await page.getByRole('navigation').first().waitFor();
      await goTo(page, '/outbox');
      await answerWith(app, receipts);
      await press(page, 'بارکردن رسید از فلش');
      await page.getByText('رسیدها بار شد').waitFor();
      await page.getByText('پاک‌شدنی', { exact: true }).waitFor();
      const [, , confirmed = 0] = await outboxFigures(page);
      safe += confirmed;
      await picture(page, `4-${name}-safe`);
    }
    return { typed, onServer, safe };
  } catch (error) {
    const last = laptops.at(-1);
    if (last) await picture(last.page, 'failed').catch(() => undefined);
    throw error;
  } finally {
    for (const { app } of laptops) await app.kill().catch(() => undefined);
    await gate.close();
    await server.end('SIGKILL');
    console.log(`on the stick: ${readdirSync(stick).join(', ')}`);
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The supervisor makes a code for a laptop without a network, and puts its starter on the stick. */
async function handOut({ app, page }: Laptop, person: string, file: string): Promise<string> {
  await goTo(page, '/settings');
  const row = page.getByRole('listitem').filter({ hasText: person });
  await row.getByRole('button', { name: 'کد برای یک لپ‌تاپ' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'شبکه ندارد' }).click();
  await dialog.getByText('این کد را بخوانید').waitFor();
  const code = (await dialog.locator('p').nth(1).innerText()).replaceAll(/\s/g, '');
  await answerWith(app, file);
  await dialog.getByRole('button', { name: 'پروندهٔ آغاز را روی فلش' }).click();
  await dialog.getByText('پروندهٔ آغاز روی فلش است.').waitFor();
  await dialog.getByRole('button', { name: 'تمام' }).click();
  return code;
}

/** A new laptop begins with the code and the starter. */
async function begin({ app, page }: Laptop, code: string, file: string): Promise<void> {
  await page.getByRole('button', { name: 'برای این لپ‌تاپ کد دارم' }).click();
  await page.getByLabel('کد', { exact: true }).fill(code);
  await answerWith(app, file);
  await page.getByRole('button', { name: 'بدون شبکه' }).click();
  await page.getByRole('navigation').first().waitFor();
}
