import path from 'node:path';
import { expect, faultsOf, openSettings, test, tongues } from './shell-test.ts';

const shots = path.resolve(import.meta.dirname, '../../../test-results/safety');
const words = {
  fa: {
    link: 'اگر لپ‌تاپی گم شد',
    lost: 'وقتی لپ‌تاپی گم می‌شود',
    open: 'در برابر این‌ها حفاظت نیست',
  },
  en: {
    link: 'when a laptop is lost',
    lost: 'When a laptop is lost',
    open: 'Not protected against',
  },
} as const;

for (const tongue of ['fa', 'en'] as const) {
  test(`the person in charge finds what is protected and what is not: ${tongue}`, async ({
    page,
    address,
  }) => {
    await openSettings(page, address, tongues[tongue]);
    await page.getByRole('link', { name: words[tongue].link }).click();
    await expect(page.getByRole('region', { name: words[tongue].lost })).toBeVisible();
    await expect(page.getByRole('region', { name: words[tongue].open })).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    await page.screenshot({ path: path.join(shots, `${tongue}.png`) });
  });
}
