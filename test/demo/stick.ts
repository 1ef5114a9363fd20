import type { Page } from 'playwright-core';
import type { HostApp } from '../support/host-double/launch.ts';
import { goTo } from './fill-records.ts';

/** The person answers every question for a file, to save or to open, with this one. */
export async function answerWith(app: HostApp, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);
}

/** Presses a button of the page. */
export function press(page: Page, name: string): Promise<void> {
  return page.getByRole('main').getByRole('button', { name }).click();
}

/** Puts what the server has not onto the stick, as `file`, and waits until it was read back. */
export async function putOnStick(app: HostApp, page: Page, file: string): Promise<void> {
  await goTo(page, '/outbox');
  await answerWith(app, file);
  await press(page, 'گذاشتن کار من روی فلش');
  await page.getByText('آنچه روی فلش می‌رود').waitFor();
  await press(page, 'جایش را برگزینید');
  await page.getByText('بی‌خطا بازخوانی شد').waitFor();
  await press(page, 'بستن');
}

/** Takes a bundle in, after it was looked at. */
export async function takeFromStick(app: HostApp, page: Page, file: string): Promise<void> {
  await goTo(page, '/outbox');
  await answerWith(app, file);
  await press(page, 'گرفتن بسته');
  await page.getByText('کامل است و امضایش درست است').waitFor();
  await press(page, 'گرفتن بسته');
  await page.getByText('بسته گرفته شد').waitFor();
  await press(page, 'بستن');
}
