import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  beginVisit,
  expect,
  faultsOf,
  fillHeader,
  question,
  signIn,
  test,
  tongues,
  words,
} from './entry-test.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-ways-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

function photos(page: Page) {
  return question(page, 'outlet_photo');
}

/** A picture of the screen as a file that a person would paste or drop; larger than what is kept. */
async function largePicture(page: Page, width: number): Promise<Buffer> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 1000 });
  const picture = await page.screenshot({ type: 'jpeg' });
  if (before) await page.setViewportSize(before);
  return picture;
}

/** Brings a file to the question of the photo as a paste or a drop does. */
async function bring(page: Page, way: 'paste' | 'drop', picture: Buffer): Promise<void> {
  await photos(page)
    .getByRole('button', { name: 'افزودن عکس' })
    .evaluate(
      (place, { how, base64 }) => {
        const transfer = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        transfer.items.add(new File([bytes], `${how}.jpg`, { type: 'image/jpeg' }));
        const common = { bubbles: true, cancelable: true };
        place.dispatchEvent(
          how === 'paste'
            ? new ClipboardEvent('paste', { ...common, clipboardData: transfer })
            : new DragEvent('drop', { ...common, dataTransfer: transfer }),
        );
      },
      { how: way, base64: picture.toString('base64') },
    );
}

test('a photo is pasted, dropped, taken with the camera and picked from a folder, and kept no larger than it needs to be', async ({
  page,
  address,
}) => {
  test.slow();
  await page.context().grantPermissions(['camera']);
  await signIn(page, address, tongues.fa);
  await beginVisit(page, words.fa);
  await fillHeader(page, words.fa);
  const pictures = photos(page).getByRole('img');

  await bring(page, 'paste', await largePicture(page, 2000));
  await expect(pictures).toHaveCount(1);
  await bring(page, 'drop', await largePicture(page, 1900));
  await expect(pictures).toHaveCount(2);

  await photos(page).getByRole('button', { name: 'با دوربین همین لپ‌تاپ' }).click();
  const shutter = page.getByRole('dialog').getByRole('button', { name: 'عکس بگیر' });
  await expect(shutter).toBeEnabled();
  await expect(shutter).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(pictures).toHaveCount(3);

  await photos(page).getByRole('button', { name: 'برداشتن عکس ۳' }).click();
  await photos(page).getByRole('button', { name: 'برداشتن عکس ۲' }).click();
  writeFileSync(path.join(folder, 'phone.jpg'), await largePicture(page, 1800));
  writeFileSync(path.join(folder, 'notes.txt'), 'این عکس نیست');
  await photos(page).locator('input[webkitdirectory]').setInputFiles(folder);
  const offered = page.getByRole('dialog').getByRole('checkbox');
  await expect(offered).toHaveCount(1);
  await expect(offered).toBeFocused();
  await page.keyboard.press('Space');
  await page.getByRole('dialog').getByRole('button', { name: 'افزودن ۱ عکس' }).click();
  await expect(pictures).toHaveCount(2);

  await page.getByRole('button', { name: words.fa.finishVisit }).click();
  // A visit typed in a minute is unusual.
  await question(page, 'ended_at').getByRole('textbox').fill('از روی دفتر وارد شد');
  await page.getByRole('button', { name: words.fa.finishVisit }).click();
  await expect(page.getByText(words.fa.visitFinished)).toBeVisible();
  await page.evaluate(() => (location.hash = '/records'));
  await page.getByRole('tab', { name: 'سربرگ بازدید' }).click();
  await page.getByRole('row').getByRole('button').last().click();
  await page.getByRole('dialog').getByRole('button', { name: /عکس/ }).first().click();
  const whole = page.getByRole('dialog').last().getByRole('img');
  await expect
    .poll(() => whole.evaluate((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0)))
    .toBe(1600);
});
