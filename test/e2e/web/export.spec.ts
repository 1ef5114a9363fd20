import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { decryptWith, makeAgeKeys } from '#shared/bundle/age.ts';
import type { Manifest } from '#shared/exports/manifest.ts';
import { strFromU8, unzipSync } from 'fflate';
import { readExport } from '../../demo/read-export.ts';
import { rowsOf } from '../../support/bytes.ts';
import { expect, faultsOf, openFirst, test, tongues } from './shell-test.ts';
import { sendVisits } from './survey-records.ts';

const sugar = { product: 'sugar', spec: 'شکر سفید، فله', amount: '52' };

test.use({ serverOf: 'export' });
test.describe.configure({ mode: 'serial' });
test.beforeAll(async ({ address }) => {
  await sendVisits(address, [
    {
      market: 'herat',
      outlet: '=1+1',
      phone: '+93700000001',
      mayShare: 'yes',
      prices: [sugar, { ...sugar, amount: '53' }],
    },
    {
      market: 'kabul',
      outlet: 'فروشگاه نمونهٔ دو',
      phone: '+93700000002',
      mayShare: 'no',
      prices: [sugar],
    },
  ]);
});

async function openExport(page: Page, address: string): Promise<void> {
  // A save dialog of the system cannot be answered here; without it the page falls back to a download.
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'));
  await openFirst(page, address, tongues.fa);
  await page.getByRole('button', { name: 'سرپرست' }).click();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /صف بازبینی/ })
    .filter({ hasText: '۵' })
    .waitFor();
  await page.getByRole('link', { name: 'بستهٔ خروجی' }).click();
}

async function save(page: Page): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'ذخیرهٔ بسته' }).click();
  const file = await (await download).path();
  await page.getByText('رکورد ذخیره شد').waitFor();
  return file;
}

test('only approved records are exported unless others are asked for, and the page says how many stay out', async ({
  page,
  address,
}) => {
  await openExport(page, address);
  await expect(page.getByText('چیزی برای خروجی نیست')).toBeVisible();
  await expect(page.getByText(/^۵ رکورد دیگر/)).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
});

test('a package reads back whole: rows, Persian headers, checksums, no phone, no formula', async ({
  page,
  address,
}) => {
  await openExport(page, address);
  await page.getByLabel('ارسال‌شده').check();
  const file = await save(page);
  const { rows, files } = readExport(file);
  expect(
    Object.fromEntries(Object.entries(rows).map(([form, { length }]) => [form, length])),
  ).toEqual({
    visit: 2,
    price: 3,
    demand: 0,
    competitor: 0,
  });
  expect(rows['price']?.map((row) => row['قیمت']).toSorted()).toEqual(['52', '52', '53']);
  const text = strFromU8(files['visit.csv'] ?? new Uint8Array());
  expect(text).toContain("'=1+1");
  expect(text).not.toContain('937000');
  const manifest: Manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
  expect(manifest).toMatchObject({
    exportedBy: 'supervisor1',
    isSample: true,
    personal: 'left_out',
  });
  for (const { name, sha256 } of manifest.files) {
    expect(
      createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex'),
    ).toBe(sha256);
  }
  const shown = await page.getByText(/^[0-9a-f]{64}$/).innerText();
  expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(shown);
});

test('with the tick, the phone of the one who agreed is in it, and nobody else’s', async ({
  page,
  address,
}) => {
  await openExport(page, address);
  await page.getByLabel('ارسال‌شده').check();
  await page.getByLabel(/همراه با نام و شماره/).check();
  const text = strFromU8(
    unzipSync(readFileSync(await save(page)))['visit.csv'] ?? new Uint8Array(),
  );
  expect(text).toContain('93700000001');
  expect(text).not.toContain('93700000002');
});

test('a bundle for the consortium opens for the holder of the key, and for nobody else', async ({
  page,
  address,
}) => {
  const receiver = await makeAgeKeys();
  await openExport(page, address);
  await page.getByLabel('ارسال‌شده').check();
  await page.getByLabel('تنها دارندگان کلیدهای معین').check();
  await page.getByRole('button', { name: 'ذخیرهٔ بسته' }).click();
  await expect(page.getByText('دست‌کم یک کلید بنویسید')).toBeVisible();
  const keys = page.getByLabel('کلیدهای همگانی گیرندگان');
  await keys.fill('age1wrong');
  await expect(page.getByText('این کلید همگانی نیست: \u2068age1wrong\u2069')).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await keys.fill(receiver.recipient);
  const file = await save(page);
  await expect(page.getByText('age -d -i KEY')).toBeVisible();
  const sealed = readFileSync(file);
  const pieces: Uint8Array[] = [];
  for await (const piece of decryptWith(receiver.identity, rowsOf([sealed]))) pieces.push(piece);
  const tar = Buffer.concat(pieces).toString('latin1');
  for (const name of ['manifest.json', 'manifest.sig', 'visit.csv', 'records.xlsx']) {
    expect(tar).toContain(`${name}\0`);
  }
  expect(tar).toContain(receiver.recipient);
  expect(tar).not.toContain('937000');
  expect(sealed.toString('latin1')).not.toContain('manifest.json');
});

test('a market and codes narrow the package, and the manifest says so', async ({
  page,
  address,
}) => {
  await openExport(page, address);
  await page.getByLabel('ارسال‌شده').check();
  await page.getByLabel('بازار', { exact: false }).first().fill('کابل');
  await page.keyboard.press('Enter');
  await page.getByLabel('با کد').check();
  const { rows, files } = readExport(await save(page));
  expect(rows['price']?.map((row) => row['visit-market_id'])).toEqual(['kabul']);
  const manifest: Manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
  expect(manifest).toMatchObject({ texts: 'names', filters: { market: 'kabul' } });
});
