import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, root, test } from './desktop-test.ts';

test('the product opens in its window, in Persian, and breaks none of its own rules', async ({
  open,
}) => {
  test.skip(!existsSync(path.join(root, 'out/renderer/index.html')), 'the renderer is not built');
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
  await expect(page.locator('#app')).not.toBeEmpty();
  await expect(page.getByRole('main')).toBeVisible();
  expect(complaints).toEqual([]);
});
