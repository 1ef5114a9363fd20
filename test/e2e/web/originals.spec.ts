import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { sha256Hex } from '#shared/core/hash.ts';
import { bareJpeg } from '../../../renderer/forms/photo-original.ts';
import { readPlace, withNotes } from '../../../renderer/forms/photo-place.ts';
import { shotInHerat, withExif } from '../../support/exif.ts';
import {
  beginVisit,
  expect,
  fillHeader,
  finishVisit,
  pick,
  question,
  signIn,
  test,
  tongues,
  words,
} from './entry-test.ts';
import { askForOriginals, photoOnServer } from './survey-records.ts';

test.use({ serverOf: 'originals' });
test.beforeAll(({ address }) => askForOriginals(address));

const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-originals-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kept = 'اصل آن نگه داشته شد';

function photos(page: Page) {
  return question(page, 'outlet_photo');
}

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  await photos(page).locator('input[accept]').setInputFiles(file);
}

/** What is to be kept of a photo: its own compressed picture, how it stands, and its place where that may stay. */
function originalOf(taken: Uint8Array<ArrayBuffer>, keepsPlace: boolean): Uint8Array<ArrayBuffer> {
  const bare = bareJpeg(taken);
  if (!bare) throw new Error('the picture is no JPEG');
  return withNotes(bare, { orientation: 6, place: keepsPlace ? readPlace(taken) : undefined });
}

async function expectOnServer(address: string, bytes: Uint8Array): Promise<void> {
  const sha256 = sha256Hex(bytes);
  await expect.poll(() => photoOnServer(address, sha256), { timeout: 60_000 }).toBeDefined();
  expect(await photoOnServer(address, sha256)).toEqual(new Uint8Array(bytes));
}

test('where the round asks for it a photo is kept and sent in its full size, its place only with consent', async ({
  page,
  address,
}) => {
  test.setTimeout(120_000);
  await signIn(page, address, tongues.fa);
  await beginVisit(page, words.fa);
  await fillHeader(page, words.fa);
  const clip = { x: 0, y: 0, width: 900, height: 600 };
  const picture = await page.screenshot({ type: 'jpeg', clip });
  const taken = Uint8Array.from(withExif(picture, shotInHerat));

  await choose(page, 'cut.jpg', taken.subarray(0, taken.length / 2));
  await expect(photos(page)).toContainText('cut.jpg');
  await expect(photos(page).getByRole('img')).toHaveCount(0);

  await pick(page, 'consent', 'no');
  await choose(page, 'unasked.jpg', taken);
  await expect(photos(page)).toContainText(kept);
  const plain = originalOf(taken, false);
  expect(readPlace(plain)).toBeUndefined();

  await pick(page, 'consent', 'yes');
  await choose(page, 'agreed.jpg', taken);
  await expect(photos(page).getByText(kept)).toHaveCount(2);
  const placed = originalOf(taken, true);
  expect(readPlace(placed)).toBeDefined();
  await finishVisit(page, words.fa);
  await expectOnServer(address, plain);
  await expectOnServer(address, placed);
});
