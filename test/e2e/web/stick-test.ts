import type { Page } from '@playwright/test';
import { goTo } from '../../demo/fill-records.ts';
import { press } from '../../demo/stick.ts';

/** Saves where the test can read it: the browser's own question for a place answers with a file in the page's own file system. */
export async function plugInStick(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      async showSaveFilePicker() {
        const root = await navigator.storage.getDirectory();
        return root.getFileHandle('stick.bzb', { create: true });
      },
    });
  });
}

/** The bytes of the file that was saved. */
export async function readStick(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const file = await (await root.getFileHandle('stick.bzb')).getFile();
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** Takes a bundle in, after it was looked at. */
export async function takeFromStick(page: Page, bundle: Buffer): Promise<void> {
  await goTo(page, '/outbox');
  const chosen = page.waitForEvent('filechooser');
  await press(page, 'گرفتن بسته');
  const file = { name: 'stick.bzb', mimeType: 'application/octet-stream', buffer: bundle };
  await (await chosen).setFiles(file);
  await page.getByText('کامل است و امضایش درست است').waitFor();
  await press(page, 'گرفتن بسته');
  await page.getByText('بسته گرفته شد').waitFor();
  await press(page, 'بستن');
}
