import { globSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { enterAs } from '../../demo/laptop.ts';
import { startSampleServer } from '../../support/start-server.ts';
import { expect, root, test } from './desktop-test.ts';

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
    await page.getByRole('button', { name: 'فارسی' }).click();
    await enterAs(page, 'کارشناس میدانی ۱');
    await page.getByRole('button', { name: 'بازدید تازه' }).first().click();
    const outlet = '[data-field="outlet_name"] input';
    await page.locator(outlet).fill('دکان نبش بازار');
    const address = new URL(page.url()).hash;
    const journal = path.join(userData, 'work/journal.bzj');
    await expect.poll(() => readFileSync(journal, 'utf8').includes('دکان نبش بازار')).toBe(true);
    await app.kill();
    const index = globSync('**/IndexedDB', { cwd: userData });
    expect(index).not.toEqual([]);
    for (const folder of index) rmSync(path.join(userData, folder), { recursive: true });

    const again = await (await open(root)).firstWindow();
    await again.getByRole('main').waitFor();
    await again.evaluate((hash) => {
      location.hash = hash;
    }, address);
    await expect(again.locator(outlet)).toHaveValue('دکان نبش بازار');
  } finally {
    await server.end('SIGKILL');
  }
});
