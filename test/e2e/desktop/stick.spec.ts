import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { dayPlan } from '../../demo/day-plan.ts';
import { beginVisit, fillVisit, goTo } from '../../demo/fill-records.ts';
import { enterAs, outboxFigures } from '../../demo/laptop.ts';
import { openNetworkGate } from '../../demo/network-gate.ts';
import { answerWith, press } from '../../demo/stick.ts';
import { startSampleServer } from '../../support/sample-server.ts';
import { expect, root, test } from './desktop-test.ts';
import { beginVault } from '../../support/begin-vault.ts';

test('work of a laptop without a network goes by stick through a supervisor’s laptop, and its receipts come back', async ({
  open,
  userData,
}) => {
  test.setTimeout(480_000);
  const stick = path.join(userData, 'stick');
  mkdirSync(stick);
  const [bundle, receipts] = [path.join(stick, 'work.bzb'), path.join(stick, 'back.bzr')];
  const server = await startSampleServer(path.join(userData, 'server'));
  const gate = await openNetworkGate(server.port);
  async function picture(page: Page, name: string): Promise<void> {
    for (const theme of ['light', 'dark', 'sun']) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset['theme'] = chosen;
      }, theme);
      const file = path.join(root, 'test-results', 'stick', `${name}-${theme}.png`);
      await page.screenshot({ path: file });
    }
  }
  async function start(name: string, role: string, address: string) {
    const env = { BAZARNEGAR_SERVER: address };
    const app = await open(root, { env, userData: path.join(userData, name) });
    const page = await app.firstWindow();
    await beginVault(page, 'فارسی');
    await enterAs(page, role);
    return { app, page };
  }
  try {
    const supervisor = await start('supervisor', 'سرپرست', server.url);
    const surveyor = await start('surveyor', 'کارشناس میدانی ۱', gate.address);
    const [before = 0] = await outboxFigures(surveyor.page);
    gate.shut();

    const [plan] = dayPlan(1);
    if (!plan) throw new Error('a day has a visit');
    const visit = await beginVisit(surveyor.page, plan.header);
    const short = { ...plan, prices: plan.prices.slice(0, 1), demands: [], competitors: [] };
    await fillVisit(surveyor.page, visit, short, async () => undefined);
    const [typed = 0, waiting = 0] = await outboxFigures(surveyor.page);
    expect(typed).toBe(before + 2);
    expect(waiting).toBeGreaterThanOrEqual(2);

    await answerWith(surveyor.app, bundle);
    await press(surveyor.page, 'گذاشتن کار من روی فلش');
    await expect(surveyor.page.getByText('آنچه روی فلش می‌رود')).toBeVisible();
    await picture(surveyor.page, 'planned');
    await press(surveyor.page, 'جایش را برگزینید');
    await expect(surveyor.page.getByText('بی‌خطا بازخوانی شد')).toBeVisible();
    await picture(surveyor.page, 'written');
    await press(surveyor.page, 'بستن');

    await answerWith(supervisor.app, bundle);
    await goTo(supervisor.page, '/outbox');
    await press(supervisor.page, 'گرفتن بسته');
    await expect(supervisor.page.getByText('کامل است و امضایش درست است')).toBeVisible();
    await picture(supervisor.page, 'looked');
    await press(supervisor.page, 'گرفتن بسته');
    await expect(supervisor.page.getByText('بسته گرفته شد')).toBeVisible();
    await press(supervisor.page, 'بستن');
    await press(supervisor.page, 'فرستادن اکنون');
    await expect(supervisor.page.getByText('سرور برای همهٔ آن رسید داده است')).toBeVisible({
      timeout: 60_000,
    });
    await picture(supervisor.page, 'carried');
    await answerWith(supervisor.app, receipts);
    await press(supervisor.page, 'گذاشتن رسیدهایشان روی فلش');
    await expect.poll(() => existsSync(receipts)).toBe(true);

    await answerWith(surveyor.app, receipts);
    await press(surveyor.page, 'بارکردن رسید از فلش');
    await expect(surveyor.page.getByText('رسیدها بار شد')).toBeVisible();
    await expect(surveyor.page.getByText('پاک‌شدنی', { exact: true })).toBeVisible();
    await picture(surveyor.page, 'receipts');
    expect(await outboxFigures(surveyor.page)).toEqual([before + 2, 0, before + 2]);
  } finally {
    await gate.close();
    await server.end('SIGKILL');
  }
});
