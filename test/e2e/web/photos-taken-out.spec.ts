import type { Page } from '@playwright/test';
import { sha256Hex } from '#shared/core/hash.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import { withoutPlace } from '../../../renderer/forms/photo-original.ts';
import { readPlace } from '../../../renderer/forms/photo-place.ts';
import { shotInHerat, withExif } from '../../support/exif.ts';
import {
  beginVisit,
  expect,
  faultsOf,
  fillHeader,
  finishVisit,
  pick,
  question,
  signIn,
  test,
  tongues,
  words,
} from './entry-test.ts';
import { photoOnServer } from './survey-records.ts';

// The bytes of a photo are read from its picture, as no page of the product may.
test.use({ serverOf: 'photos-taken-out', bypassCSP: true });

const word = words.en;

function photos(page: Page) {
  return question(page, 'outlet_photo');
}

/** A photo small enough to be kept without a preview: what is shown of it is the photo itself. */
async function picture(page: Page, x: number): Promise<Buffer> {
  return page.screenshot({ type: 'jpeg', clip: { x, y: 0, width: 300, height: 200 } });
}

/** Adds a photo and answers by which hash it was kept. */
async function add(page: Page, buffer: Buffer): Promise<Sha256> {
  const shown = photos(page).getByRole('img');
  const count = await shown.count();
  const file = { name: 'shelf.jpg', mimeType: 'image/jpeg', buffer };
  await photos(page).locator('input[accept]').setInputFiles(file);
  await expect(shown).toHaveCount(count + 1);
  let bytes: readonly number[] = [];
  // The picture gets another address when what is kept of it is read back.
  await expect(async () => {
    bytes = await shown.nth(count).evaluate(async (one) => {
      const blob = await (await fetch((one as HTMLImageElement).src)).arrayBuffer();
      return [...new Uint8Array(blob)];
    });
  }).toPass({ timeout: 10_000 });
  return sha256Hex(Uint8Array.from(bytes));
}

/** How many photos lie on this laptop, sealed, under names that say nothing. */
async function countOnLaptop(page: Page): Promise<number> {
  return page.evaluate(async () => {
    async function count(folder: FileSystemDirectoryHandle, isPhotos: boolean): Promise<number> {
      let found = 0;
      for await (const entry of folder.values()) {
        if (entry.kind === 'file') found += isPhotos ? 1 : 0;
        else found += await count(entry, entry.name === 'photos');
      }
      return found;
    }
    return count(await navigator.storage.getDirectory(), false);
  });
}

async function expectOnServer(address: string, sha256: Sha256): Promise<void> {
  await expect.poll(() => photoOnServer(address, sha256), { timeout: 60_000 }).toBeDefined();
}

test('a photo that is taken out before the visit is finished reaches no server and leaves the laptop', async ({
  page,
  address,
}) => {
  test.setTimeout(180_000);
  await signIn(page, address, tongues.en);
  const before = await countOnLaptop(page);
  await beginVisit(page, word);
  await fillHeader(page, word);
  const goes = await add(page, await picture(page, 0));
  const stays = await add(page, await picture(page, 400));
  await photos(page)
    .getByRole('button', { name: /^Take out photo 1/ })
    .click();
  await expect(photos(page).getByRole('img')).toHaveCount(1);

  // The whole draft is thrown away and brought back: what it names is there as before.
  await page.getByRole('button', { name: 'Delete the draft' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the draft' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: 'انبار شماره ۷' })
    .first()
    .getByRole('link', { name: word.goOn })
    .click();
  await expect(photos(page).getByRole('img')).toHaveCount(1);
  expect(await photoOnServer(address, stays)).toBeUndefined();
  await finishVisit(page, word);

  await expectOnServer(address, stays);
  expect(await photoOnServer(address, goes)).toBeUndefined();
  await expect.poll(() => countOnLaptop(page), { timeout: 60_000 }).toBe(before + 1);
  expect(await photoOnServer(address, goes)).toBeUndefined();
});

async function withdrawConsent(page: Page): Promise<void> {
  await pick(page, 'consent', 'no');
  await expect(question(page, 'consent').getByRole('status')).toContainText('lose the place');
}

async function finishChange(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish the change' }).click();
  const why = page.getByRole('dialog');
  await why.getByRole('textbox').fill('The owner thought better of it');
  await why.getByRole('button', { name: 'Finish the change' }).click();
  await expect(question(page, 'consent')).toHaveCount(0);
}

/** A finished visit with the place of its outlet in a photo, opened again. */
async function visitWithPlace(page: Page, x: number): Promise<Sha256> {
  await beginVisit(page, word);
  await fillHeader(page, word);
  const placed = await add(page, withExif(await picture(page, x), shotInHerat));
  await finishVisit(page, word);
  return placed;
}

async function openAgain(page: Page): Promise<void> {
  await expect(question(page, 'consent')).toHaveCount(0);
  await page.evaluate(() => history.back());
  await question(page, 'consent').waitFor();
}

test('where consent is withdrawn after a photo was sent the screen says so, and the visit names one without its place', async ({
  page,
  address,
}) => {
  test.setTimeout(120_000);
  await signIn(page, address, tongues.en);
  const placed = await visitWithPlace(page, 200);
  await expectOnServer(address, placed);
  await openAgain(page);
  await withdrawConsent(page);
  const told = question(page, 'consent').getByRole('status');
  await expect(told).toContainText('Photos with their place were sent before.');
  await expect(told).toContainText('Ask the secretariat to delete what was sent.');
  expect(await faultsOf(page)).toEqual([]);
  await finishChange(page);

  const sent = await photoOnServer(address, placed);
  const bare = sent && withoutPlace(sent);
  if (!bare) throw new Error('the photo is no JPEG');
  expect(readPlace(sent)).toBeDefined();
  await expectOnServer(address, sha256Hex(bare));
  expect(readPlace(bare)).toBeUndefined();
});

test('where it is withdrawn before anything was sent no place leaves the laptop', async ({
  page,
  address,
}) => {
  test.setTimeout(120_000);
  await signIn(page, address, tongues.en);
  const before = await countOnLaptop(page);
  await page.context().setOffline(true);
  const placed = await visitWithPlace(page, 300);
  await openAgain(page);
  await withdrawConsent(page);
  await expect(question(page, 'consent').getByRole('status')).not.toContainText('sent before');
  const shown = photos(page).getByRole('img');
  const bytes = await shown.evaluate(async (one) => [
    ...new Uint8Array(await (await fetch((one as HTMLImageElement).src)).arrayBuffer()),
  ]);
  await finishChange(page);
  const bare = withoutPlace(Uint8Array.from(bytes));
  if (!bare) throw new Error('the photo is no JPEG');
  await page.context().setOffline(false);
  await expectOnServer(address, sha256Hex(bare));
  expect(await photoOnServer(address, placed)).toBeUndefined();
  await expect.poll(() => countOnLaptop(page), { timeout: 60_000 }).toBe(before + 1);
});
