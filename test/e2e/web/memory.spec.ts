import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { beginVault, passphraseOf } from '../../support/begin-vault.ts';
import {
  makeMarkers,
  noMemorySearch,
  searchMemory,
  whoRemembers,
} from '../../support/process-memory.ts';
import { beginVisit, question, words } from './entry-test.ts';
import { expect, test, tongues } from './shell-test.ts';
import { sendVisits } from './survey-records.ts';

test.use({ serverOf: 'memory' });

const TYPED = 20;
const MARKERS = 200;

test('after a lock nothing that was typed or received is left in the memory of any process, nor the passphrase', async ({
  launchOptions,
  address,
}) => {
  test.setTimeout(240_000);
  const reason = noMemorySearch();
  test.skip(reason !== undefined, reason);
  const profile = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-memory-'));
  const planted = makeMarkers(MARKERS);
  const typed = planted.slice(0, TYPED);
  // The others come with the sync and from the disk, as most of what a laptop holds does.
  await sendVisits(
    address,
    planted.slice(TYPED).map((outlet) => ({ market: 'herat', outlet, note: outlet, prices: [] })),
  );
  const context = await chromium.launchPersistentContext(profile, launchOptions);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  await beginVault(page, tongues.fa.language);
  await page.getByRole('button', { name: tongues.fa.surveyor }).click();
  await page.getByRole('button', { name: tongues.fa.begin }).first().waitFor();
  await beginVisit(page, words.fa);
  // Letter by letter: what a driver hands over whole would lie in the browser's own memory by its doing.
  for (const [field, some] of [
    ['outlet_name', typed.slice(0, 5)],
    ['visit_note', typed.slice(5)],
  ] as const) {
    await question(page, field).locator('input, textarea').first().focus();
    await page.keyboard.type(some.join(' '));
  }
  await page.waitForTimeout(1500);
  // Read back from the disk as well.
  await page.evaluate(() => {
    location.hash = '/visits';
  });
  // In halves: a driver's words lie in the browser's memory too, and what it found.
  const [marker = ''] = planted;
  await page.waitForFunction(
    ([half, other]) => document.body.innerText.includes(`${half}${other}`),
    [marker.slice(0, 9), marker.slice(9)] as const,
  );

  let before = searchMemory(profile, planted);
  await expect
    .poll(() => (before = searchMemory(profile, planted)).byKind['renderer']?.length)
    .toBe(MARKERS);

  await page.keyboard.press('Control+Shift+KeyL');
  await page.locator('[data-vault=unlock]').waitFor();
  // The process that held the work ends; the one that asks for the passphrase is another. The browser lets go of what it knew of the first when that has gone.
  let after = before;
  await expect
    .poll(() => whoRemembers((after = searchMemory(profile, planted))), { timeout: 60_000 })
    .toEqual([]);
  expect(after.processes).toBeGreaterThan(2);
  test.info().annotations.push({ type: 'memory', description: JSON.stringify(after) });
  console.log(`left after the lock: ${JSON.stringify(after.byKind)}`);

  const passphrase = passphraseOf(page);
  await page.locator('[data-vault=unlock] input').focus();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').first().waitFor();
  expect(searchMemory(profile, [passphrase]).byKind['browser']).toHaveLength(1);
  await page.keyboard.press('Control+Shift+KeyL');
  await page.locator('[data-vault=unlock]').waitFor();
  await expect
    .poll(() => searchMemory(profile, [passphrase]).byKind, { timeout: 60_000 })
    .toEqual({});
  await context.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});
