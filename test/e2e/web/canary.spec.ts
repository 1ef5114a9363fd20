import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { beginVault, openVault } from '../../support/begin-vault.ts';
import { findMarkers } from '../../support/find-markers.ts';
import { beginVisit, fillHeader, words, write } from './entry-test.ts';
import { expect, test, tongues } from './shell-test.ts';

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

test('after a day of typing none of 200 planted markers stands anywhere on the disk', async ({
  launchOptions,
  address,
}) => {
  test.setTimeout(240_000);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-canary-'));
  const temporary = path.join(folder, 'tmp');
  const profile = path.join(folder, 'profile');
  mkdirSync(temporary);
  const env = { ...process.env, TMPDIR: temporary } as Record<string, string>;
  const { fa } = words;
  const notes = markers(150);
  const names = markers(20);
  const searches = markers(8);
  const phone = `07${marker('digits', 8)}`;
  const rate = `7${marker('digits', 6)}`;
  const planted = [...notes, ...names, ...searches, ...markers(20), phone, rate];
  const others = planted.slice(178, 198);
  expect(new Set(planted).size).toBe(200);

  const context = await chromium.launchPersistentContext(profile, { ...launchOptions, env });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await beginVault(page, tongues.fa.language);
  await page.getByRole('button', { name: tongues.fa.surveyor }).click();
  await page.getByRole('button', { name: tongues.fa.begin }).first().waitFor();
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
  expect(clean.files).toBeGreaterThan(50);

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
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});
