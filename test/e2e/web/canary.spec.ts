import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { dayPlan } from '../../demo/day-plan.ts';
import { beginVisit as typeVisit, fillVisit, goTo } from '../../demo/fill-records.ts';
import { press } from '../../demo/stick.ts';
import { returnFirst } from '../../demo/supervisor.ts';
import { beginVault, openVault } from '../../support/begin-vault.ts';
import { withExif } from '../../support/exif.ts';
import { findMarkers } from '../../support/find-markers.ts';
import { typeIntoGrid } from '../../support/grid-typist.ts';
import { countKeys } from '../../support/keyboard.ts';
import { sheetRows } from '../../support/sheet.ts';
import { beginVisit, fillHeader, pick, question, words, write } from './entry-test.ts';
import { expect, test, tongues } from './shell-test.ts';
import { plugInStick, readStick, takeFromStick } from './stick-test.ts';

const letters = {
  fa: 'ابپتجچدرزسشعفقکگلمنوهی',
  en: 'abcdefghijkmnopqrstuvwxyz',
  digits: '0123456789',
};

/** A text that stands nowhere else. */
function marker(of: keyof typeof letters, length: number): string {
  return Array.from({ length }, () => letters[of][randomInt(letters[of].length)]).join('');
}

function markers(count: number): readonly string[] {
  return Array.from({ length: count }, (_, at) => marker(at % 2 === 0 ? 'fa' : 'en', 12));
}

/** A photo of the page as a camera of this maker would have written it; answers its file. */
async function takePhoto(page: Page, file: string, make: string): Promise<string> {
  const clip = { x: 0, y: 0, width: 300, height: 200 };
  const jpeg = await page.screenshot({ type: 'jpeg', clip });
  const place = { latitude: [34, 20, 31], longitude: [62, 11, 59] } as const;
  writeFileSync(file, withExif(jpeg, { make, orientation: 1, ...place }));
  return file;
}

async function choosePhoto(page: Page, file: string, make: string): Promise<void> {
  const photos = question(page, 'outlet_photo');
  await photos.locator('input[accept]').setInputFiles(await takePhoto(page, file, make));
  await expect(photos.getByRole('img')).toHaveCount(1);
}

test('after a day of typing, photos and sticks none of 200 planted markers stands anywhere on the disk', async ({
  launchOptions,
  address,
}) => {
  test.setTimeout(300_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-canary-'));
  const camera = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-camera-'));
  const temporary = path.join(folder, 'tmp');
  const profile = path.join(folder, 'profile');
  mkdirSync(temporary);
  const env = { ...process.env, TMPDIR: temporary } as Record<string, string>;
  const { fa } = words;
  const notes = markers(110);
  const names = markers(20);
  const searches = markers(8);
  const others = markers(20);
  const quoted = markers(10);
  const carried = markers(10);
  const remarks = markers(18);
  const makers = [marker('en', 12), marker('en', 12)];
  const phone = `07${marker('digits', 8)}`;
  // One at which the prices of the day are no impossible ones.
  const rate = `66.${marker('digits', 6)}`;
  const typed = [...notes, ...names, ...searches, ...others, ...quoted, ...carried, ...remarks];
  const planted = [...typed, ...makers, phone, rate];
  expect(new Set(planted).size).toBe(200);

  // A supervisor's laptop: it is known before the day, so that the stick is for it as well.
  const office = await chromium.launchPersistentContext(path.join(folder, 'office'), {
    ...launchOptions,
    env,
  });
  const desk = office.pages()[0] ?? (await office.newPage());
  await desk.goto(address);
  await beginVault(desk, tongues.fa.language);
  await desk.getByRole('button', { name: 'سرپرست' }).click();
  await desk.getByText('آنلاین', { exact: true }).waitFor();

  const context = await chromium.launchPersistentContext(profile, { ...launchOptions, env });
  const page = context.pages()[0] ?? (await context.newPage());
  await plugInStick(page);
  await page.goto(address);
  await beginVault(page, tongues.fa.language);
  await page.getByRole('button', { name: tongues.fa.surveyor }).click();
  await page.getByRole('button', { name: tongues.fa.begin }).first().waitFor();
  await page.getByText('آنلاین', { exact: true }).waitFor();
  // What is typed from now on goes by stick alone.
  await context.route('**/sync/push', (route) => route.abort());
  await beginVisit(page, fa);
  await fillHeader(page, fa);
  await write(page, 'outlet_name', names.slice(0, 9).join(' '));
  await write(page, 'respondent_name', names.slice(9, 15).join(' '));
  await write(page, 'respondent_phone', phone);
  await write(page, 'visit_note', notes.join(' '));
  await write(page, 'fx_usd_buy', rate);
  // Half-typed and cleared again is written as well.
  await write(page, 'outlet_name', [...names.slice(15), ...others.slice(0, 4)].join(' '));
  await page.waitForTimeout(1500);
  await write(page, 'visit_note', [...notes, ...others.slice(4)].join(' '));
  await pick(page, 'market_level', 'retail');
  await choosePhoto(page, path.join(camera, 'one.jpg'), makers[0] ?? '');
  await page.keyboard.press('Alt+Digit2');
  await page.locator('[data-column="product_id"] input').waitFor();
  const rows = sheetRows.slice(0, 2).map((row, at) => {
    return { ...row, item_spec: quoted.slice(at * 5, at * 5 + 5).join(' ') };
  });
  await typeIntoGrid(page, countKeys(page), rows, 'fa');
  await page.waitForTimeout(1500);
  // Typed into every place that searches.
  for (const [at, place] of ['records', 'visits', 'outbox', 'today'].entries()) {
    await page.evaluate((where) => {
      location.hash = `/${where}`;
    }, place);
    await page.getByRole('main').waitFor();
    const box = page.getByRole('searchbox').first();
    if (await box.isVisible()) await box.fill(searches[at] ?? '');
    await page.keyboard.press('Control+KeyK');
    await page
      .getByRole('dialog')
      .getByRole('combobox')
      .fill(searches[at + 4] ?? '');
    await page.waitForTimeout(500);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  }

  // A finished visit, with a photo, goes onto the stick, to the supervisor, and comes back from there with remarks.
  const [plan] = dayPlan(1);
  if (!plan) throw new Error('a day has a visit');
  const photo = await takePhoto(page, path.join(camera, 'two.jpg'), makers[1] ?? '');
  const [outlet, respondent] = [carried.slice(0, 4).join(' '), carried.slice(4, 6).join(' ')];
  const header = { ...plan.header, outlet_name: outlet, respondent_name: respondent };
  const visit = await typeVisit(page, { ...header, outlet_photo: { photo } });
  const [price] = plan.prices;
  const prices = [{ ...price, item_spec: carried.slice(6).join(' ') }];
  const short = { ...plan, prices, demands: [], competitors: [] };
  await fillVisit(page, visit, short, async () => undefined);
  await goTo(page, '/outbox');
  await press(page, 'گذاشتن کار من روی فلش');
  await page.getByText('آنچه روی فلش می‌رود').waitFor();
  await press(page, 'جایش را برگزینید');
  await page.getByText('بی‌خطا بازخوانی شد').waitFor();
  await takeFromStick(desk, await readStick(page));
  await desk.getByRole('link', { name: 'رکوردها' }).click();
  await desk
    .getByText(carried[6] ?? '')
    .first()
    .waitFor();
  await returnFirst(desk, remarks.join(' '));
  await desk.keyboard.press('Control+Shift+KeyL');
  await desk.locator('[data-vault=unlock]').waitFor();
  await desk.waitForTimeout(1000);
  await office.close();

  await page.keyboard.press('Control+Shift+KeyL');
  await openVault(page);
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate(() => {
    location.hash = '/visits';
  });
  await page
    .getByText(names.at(-1) ?? '')
    .first()
    .waitFor();
  await page.keyboard.press('Control+Shift+KeyL');
  await page.locator('[data-vault=unlock]').waitFor();
  await page.waitForTimeout(1000);
  await context.close();

  const clean = findMarkers(folder, planted);
  expect(clean.found).toEqual([]);
  expect(clean.files).toBeGreaterThan(100);

  // The same search finds a marker of every kind that is put there in clear.
  const [one = '', two = '', three = ''] = notes;
  writeFileSync(path.join(profile, 'Default', 'clear'), `x${one}y`);
  writeFileSync(path.join(temporary, 'wide'), Buffer.from(`x${two}y`, 'utf16le'));
  const packed = gzipSync(`x${three}y`.repeat(3));
  writeFileSync(path.join(profile, 'packed'), Buffer.concat([Buffer.from('head'), packed]));
  const seen = findMarkers(folder, planted).found.map(({ marker: text, as }) => `${text} ${as}`);
  expect(new Set(seen)).toEqual(
    new Set([`${one} UTF-8`, `${two} UTF-16`, `${three} UTF-8 in gzip`]),
  );
  for (const left of [folder, camera]) {
    rmSync(left, { recursive: true, force: true, maxRetries: 5 });
  }
});
