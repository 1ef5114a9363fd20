import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { dayPlan } from '../../demo/day-plan.ts';
import { beginVisit, fillRecords, goTo, openNewRecord } from '../../demo/fill-records.ts';
import { enterAs, outboxFigures } from '../../demo/laptop.ts';
import { expect, test as shellTest } from './shell-test.ts';

/** A browser that is closed and opened again on the same profile. */
interface Profile {
  readonly open: (address: string) => Promise<Page>;
  readonly close: () => Promise<void>;
  /** The folder in which this browser keeps its IndexedDB. */
  readonly indexFolder: () => string;
}

const test = shellTest.extend<{ profile: Profile }>({
  profile: async ({ launchOptions }, give) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-'));
    let context: BrowserContext | undefined;
    await give({
      open: async (address) => {
        context = await chromium.launchPersistentContext(folder, launchOptions);
        const page = context.pages()[0] ?? (await context.newPage());
        await page.goto(address);
        return page;
      },
      close: async () => context?.close(),
      indexFolder: () => path.join(folder, 'Default', 'IndexedDB'),
    });
    await context?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** A visit with one finished price and a half-typed second one; answers the half-typed one's address. */
async function recordSome(page: Page): Promise<string> {
  const [, plan] = dayPlan(1);
  const { header, prices } = plan ?? { header: {}, prices: [] };
  const visit = await beginVisit(page, { ...header, outlet_name: 'دکان نبش بازار' });
  await openNewRecord(page, visit, 'price');
  await fillRecords(page, 'price', prices.slice(0, 1), async () => {}, 'next');
  await page.locator('[data-field="item_spec"]').getByRole('textbox').fill('نیمه‌نوشته');
  const address = new URL(page.url()).hash.slice(1);
  await page.getByText('همهٔ تغییرها روی این لپ‌تاپ ذخیره شد').first().waitFor();
  await page.waitForTimeout(1000);
  return address;
}

async function expectAllThere(page: Page, address: string): Promise<void> {
  await page.getByRole('navigation').waitFor();
  expect(await outboxFigures(page)).toEqual([1, 1, 0]);
  await expect(page.getByText('دکان نبش بازار').first()).toBeVisible();
  await goTo(page, address);
  const spec = page.locator('[data-field="item_spec"]').getByRole('textbox');
  await expect(spec).toHaveValue('نیمه‌نوشته');
}

// Each test starts a browser twice and types a visit.
test.slow();

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'فارسی' }).click();
  await enterAs(page, 'کارشناس میدانی ۱');
}

test('everything is found again when the folder of the IndexedDB was deleted under a stopped app', async ({
  address,
  profile,
}) => {
  const page = await profile.open(address);
  await signIn(page);
  await page.context().route('**/sync/**', (route) => route.abort());
  const draft = await recordSome(page);
  await profile.close();
  expect(readdirSync(profile.indexFolder())).not.toEqual([]);
  rmSync(profile.indexFolder(), { recursive: true });
  const again = await profile.open(address);
  await again.context().route('**/sync/**', (route) => route.abort());
  await expectAllThere(again, draft);
});

test('everything is found again when the files of the IndexedDB are garbage', async ({
  address,
  profile,
}) => {
  const page = await profile.open(address);
  await signIn(page);
  await page.context().route('**/sync/**', (route) => route.abort());
  const draft = await recordSome(page);
  await profile.close();
  for (const entry of readdirSync(profile.indexFolder(), {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isFile()) writeFileSync(path.join(entry.parentPath, entry.name), 'garbage');
  }
  const again = await profile.open(address);
  await again.context().route('**/sync/**', (route) => route.abort());
  await expectAllThere(again, draft);
});

test('an IndexedDB that is deleted while the app runs is made anew, and saving goes on meanwhile', async ({
  address,
  profile,
}) => {
  const page = await profile.open(address);
  await signIn(page);
  await page.context().route('**/sync/**', (route) => route.abort());
  const draft = await recordSome(page);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.deleteDatabase('bazarnegar-index').addEventListener('success', resolve);
      }),
  );
  await page.locator('[data-field="item_spec"]').getByRole('textbox').fill('پس از گم‌شدن');
  await expect(async () => {
    expect(await outboxFigures(page)).toEqual([1, 1, 0]);
  }).toPass();
  await goTo(page, draft);
  const spec = page.locator('[data-field="item_spec"]').getByRole('textbox');
  await expect(spec).toHaveValue('پس از گم‌شدن');
});
