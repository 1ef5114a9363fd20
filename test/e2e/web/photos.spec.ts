import type { Locator } from '@playwright/test';
import { sha256Hex } from '#shared/core/hash.ts';
import { expect, faultsOf, openFirst, test, tongues } from './shell-test.ts';
import { sendPhoto, sendVisits } from './survey-records.ts';

test.use({ serverOf: 'photos' });

test('a reviewer sees the small picture first, and the whole photo as soon as it has come', async ({
  page,
  address,
}) => {
  await openFirst(page, address, tongues.fa);
  const [whole, small] = await Promise.all(
    [800, 320].map(async (width) => {
      const shot = { type: 'jpeg', clip: { x: 0, y: 0, width, height: 240 } } as const;
      return Uint8Array.from(await page.screenshot(shot));
    }),
  );
  if (!whole || !small) throw new Error('no pictures');
  const photo = { sha256: sha256Hex(whole), preview: sha256Hex(small), caption: 'جلوی مغازه' };
  await sendVisits(address, [{ market: 'herat', outlet: 'فروشگاه عکس', photo, prices: [] }]);
  await sendPhoto(address, small);

  await page.getByRole('button', { name: 'سرپرست' }).click();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /صف بازبینی/ })
    .click();
  const opener = page.getByRole('article').getByRole('button', { name: photo.caption });
  await expect.poll(() => widthOf(opener.locator('img'))).toBe(320);
  expect(await faultsOf(page)).toEqual([]);

  await opener.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('هنوز روی این لپ‌تاپ نیست');
  await expect.poll(() => widthOf(dialog.getByRole('img'))).toBe(320);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await sendPhoto(address, whole);
  await opener.click();
  await expect.poll(() => widthOf(dialog.getByRole('img'))).toBe(800);
});

function widthOf(picture: Locator): Promise<number> {
  return picture.evaluate((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0));
}
