import { cpSync, globSync, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { enterAs } from '../../demo/laptop.ts';
import { mountSmallDisk, noSmallDisk } from '../../support/small-disk.ts';
import { startSampleServer } from '../../support/sample-server.ts';
import { expect, root, test } from './desktop-test.ts';
import { beginVault, openVault } from '../../support/begin-vault.ts';

/** Leaves so many bytes free on the disk of a folder. */
function fillUpTo(folder: string, free: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(path.join(folder, `other-${free}`), new Uint8Array(bavail * bsize - free));
}

/** Bytes of the journals of all vaults: what is in them nobody can read. */
function journalBytes(work: string): number {
  return globSync('vaults/*/journal*.bzj', { cwd: work }).reduce(
    (sum, name) => sum + statSync(path.join(work, name)).size,
    0,
  );
}

/** Does something that saves, and waits until the journal has grown by it. */
async function untilSaved(work: string, act: () => Promise<void>): Promise<void> {
  const before = journalBytes(work);
  await act();
  await expect.poll(() => journalBytes(work)).toBeGreaterThan(before);
}

test('the product opens in its window, in Persian, and breaks none of its own rules', async ({
  open,
}) => {
  const app = await open(root);
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  // Once more, so that nothing of its start is missed.
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('main')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a disk that fills up while someone types is told in words, and nothing acknowledged is lost', async ({
  open,
  userData,
}) => {
  test.slow();
  const work = path.join(userData, 'work');
  mkdirSync(work);
  const unmount = mountSmallDisk(work, 100_000_000);
  test.skip(unmount === undefined, noSmallDisk);
  const server = await startSampleServer(path.join(userData, 'server'));
  try {
    const app = await open(root, { env: { BAZARNEGAR_SERVER: server.url } });
    const page = await app.firstWindow();
    const passphrase = await beginVault(page, 'فارسی');
    await enterAs(page, 'کارشناس میدانی ۱');
    fillUpTo(work, 40_000_000);
    await expect(page.getByText('فقط آنچه می‌نویسید')).toBeVisible();
    await page.getByRole('button', { name: 'بازدید تازه' }).first().click();
    const outlet = page.locator('[data-field="outlet_name"] input');
    await outlet.waitFor();
    await page.waitForTimeout(2000);
    await untilSaved(work, () => outlet.fill('پیش از پرشدن'));
    const address = new URL(page.url()).hash;

    for (const name of globSync('vaults/*/journal.reserve', { cwd: work })) {
      rmSync(path.join(work, name));
    }
    fillUpTo(work, 0);
    // A block of the journal's own may still have room for a line.
    await outlet.fill(`پس از پرشدن ${'ـ'.repeat(5000)}`);
    await expect(page.getByText('ذخیره نشد: دیسک پر است').first()).toBeVisible();

    rmSync(path.join(work, 'other-0'));
    await outlet.fill('جا باز شد');
    await expect(page.getByText('ذخیره نشد')).toHaveCount(0);
    await page.waitForTimeout(2000);
    await expect(page.getByText('ذخیره نشد')).toHaveCount(0);
    await app.kill();

    const again = await (await open(root)).firstWindow();
    await openVault(again, passphrase);
    await again.getByRole('main').waitFor();
    await again.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await expect(again.locator('[data-field="outlet_name"] input')).toHaveValue('جا باز شد');
  } finally {
    await server.end('SIGKILL');
    unmount?.();
  }
});

test('after a kill -9 and the loss of the whole index, what was being typed is there', async ({
  open,
  userData,
}) => {
  test.slow();
  const server = await startSampleServer(path.join(userData, 'server'));
  try {
    const env = { BAZARNEGAR_SERVER: server.url };
    const app = await open(root, { env });
    const page = await app.firstWindow();
    const passphrase = await beginVault(page, 'فارسی');
    await enterAs(page, 'کارشناس میدانی ۱');
    await page.getByRole('button', { name: 'بازدید تازه' }).first().click();
    const outlet = '[data-field="outlet_name"] input';
    await page.locator(outlet).waitFor();
    await page.waitForTimeout(2000);
    await untilSaved(path.join(userData, 'work'), () =>
      page.locator(outlet).fill('دکان نبش بازار'),
    );
    const address = new URL(page.url()).hash;
    await app.kill();
    const index = globSync('**/IndexedDB', { cwd: userData });
    expect(index).not.toEqual([]);
    for (const folder of index) rmSync(path.join(userData, folder), { recursive: true });

    const again = await (await open(root)).firstWindow();
    await openVault(again, passphrase);
    await again.getByRole('main').waitFor();
    await again.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await expect(again.locator(outlet)).toHaveValue('دکان نبش بازار');
  } finally {
    await server.end('SIGKILL');
  }
});

test('an older copy of the vault that somebody put back is told of before the work opens', async ({
  open,
  userData,
}) => {
  test.slow();
  const vaults = path.join(userData, 'work', 'vaults');
  const before = path.join(userData, 'before');
  const server = await startSampleServer(path.join(userData, 'server'));
  try {
    const env = { BAZARNEGAR_SERVER: server.url };
    const app = await open(root, { env });
    const page = await app.firstWindow();
    const passphrase = await beginVault(page, 'فارسی');
    cpSync(vaults, before, { recursive: true });
    await enterAs(page, 'کارشناس میدانی ۱');
    await app.close();
    rmSync(vaults, { recursive: true });
    cpSync(before, vaults, { recursive: true });

    const told = 'بخشی از کار شما روی این لپ‌تاپ نیست';
    const again = await open(root, { env });
    const asked = await again.firstWindow();
    await openVault(asked, passphrase);
    await expect(asked.getByText(told)).toBeVisible();
    await asked.getByRole('button', { name: 'با آنچه هست ادامه بده' }).click();
    await expect(asked.getByText(told)).toBeHidden();
    await again.kill();

    const accepted = await (await open(root, { env })).firstWindow();
    await openVault(accepted, passphrase);
    await expect(accepted.getByRole('button', { name: 'کارشناس میدانی ۱' })).toBeVisible();
    await expect(accepted.getByText(told)).toBeHidden();
  } finally {
    await server.end('SIGKILL');
  }
});
