import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { LaunchOptions, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { dayPlan } from '../../demo/day-plan.ts';
import { beginVisit, fillRecords, goTo, openNewRecord } from '../../demo/fill-records.ts';
import { enterAs, outboxFigures } from '../../demo/laptop.ts';
import { expect, test as shellTest } from './shell-test.ts';
import { beginVault, openVault } from '../../support/begin-vault.ts';

/** A browser that is closed and opened again on the same profile. */
interface Profile {
  readonly open: () => Promise<Page>;
  readonly close: () => Promise<void>;
  /** The folder in which this browser keeps its IndexedDB. */
  readonly indexFolder: () => string;
}

interface PerWorker {
  /** A profile in which a visit was typed: its folder, and the address of the record that is half typed. */
  readonly typed: { readonly folder: string; readonly draft: string; readonly passphrase: string };
}

/** A browser on a folder; the server is out of reach but for signing in. */
async function openProfile(
  folder: string,
  launchOptions: LaunchOptions,
  address: string,
): Promise<Page> {
  const context = await chromium.launchPersistentContext(folder, launchOptions);
  await context.route('**/sync/**', (route) => route.abort());
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  return page;
}

const test = shellTest.extend<{ profile: Profile }, PerWorker>({
  typed: [
    async ({ launchOptions, address }, give) => {
      const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-'));
      const page = await openProfile(folder, launchOptions, address);
      const passphrase = await beginVault(page, 'فارسی');
      await page.context().unroute('**/sync/**');
      await enterAs(page, 'کارشناس میدانی ۱');
      await page.context().route('**/sync/**', (route) => route.abort());
      const draft = await recordSome(page);
      await page.context().close();
      await give({ folder, draft, passphrase });
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  profile: async ({ launchOptions, address, typed }, give) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-'));
    cpSync(typed.folder, folder, { recursive: true });
    let page: Page | undefined;
    await give({
      open: async () => {
        page = await openProfile(folder, launchOptions, address);
        await openVault(page, typed.passphrase);
        return page;
      },
      close: async () => page?.context().close(),
      indexFolder: () => path.join(folder, 'Default', 'IndexedDB'),
    });
    await page?.context().close();
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
  // The line that says it is saved may speak of an earlier save, and nobody but the app can read what is: 0.8 s is its longest wait.
  await page.waitForTimeout(2000);
  return new URL(page.url()).hash.slice(1);
}

async function expectAllThere(page: Page, address: string): Promise<void> {
  await page.getByRole('navigation').waitFor();
  expect(await outboxFigures(page)).toEqual([1, 1, 0]);
  await expect(page.getByText('دکان نبش بازار').first()).toBeVisible();
  await goTo(page, address);
  const spec = page.locator('[data-field="item_spec"]').getByRole('textbox');
  await expect(spec).toHaveValue('نیمه‌نوشته');
}

// Each test starts a browser, and the first of a worker types a visit before.
test.slow();
// What other files recorded on a common server would be counted here.
test.use({ serverOf: 'journal-index' });

test('everything is found again when the folder of the IndexedDB was deleted under a stopped app', async ({
  typed,
  profile,
}) => {
  expect(readdirSync(profile.indexFolder())).not.toEqual([]);
  rmSync(profile.indexFolder(), { recursive: true });
  await expectAllThere(await profile.open(), typed.draft);
});

test('everything is found again when the files of the IndexedDB are garbage', async ({
  typed,
  profile,
}) => {
  for (const entry of readdirSync(profile.indexFolder(), {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isFile()) writeFileSync(path.join(entry.parentPath, entry.name), 'garbage');
  }
  await expectAllThere(await profile.open(), typed.draft);
});

test('an IndexedDB that is deleted while the app runs is made anew, and saving goes on meanwhile', async ({
  typed,
  profile,
}) => {
  const page = await profile.open();
  await goTo(page, typed.draft);
  const spec = page.locator('[data-field="item_spec"]').getByRole('textbox');
  await expect(spec).toHaveValue('نیمه‌نوشته');
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        void indexedDB.databases().then((all) => {
          const own = all.find(({ name = '' }) => name.startsWith('bazarnegar-index-'));
          indexedDB.deleteDatabase(own?.name ?? '').addEventListener('success', resolve);
        });
      }),
  );
  await spec.fill('پس از گم‌شدن');
  await expect(async () => {
    expect(await outboxFigures(page)).toEqual([1, 1, 0]);
  }).toPass();
  await goTo(page, typed.draft);
  await expect(spec).toHaveValue('پس از گم‌شدن');
});
