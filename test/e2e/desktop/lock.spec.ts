import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { goTo } from '../../demo/fill-records.ts';
import { enterAs } from '../../demo/laptop.ts';
import { beginVault, openVault } from '../../support/begin-vault.ts';
import { findMarkers } from '../../support/find-markers.ts';
import type { HostApp } from '../../support/host-double/launch.ts';
import {
  makeMarkers,
  noMemorySearch,
  searchMemory,
  whoRemembers,
} from '../../support/process-memory.ts';
import { startSampleServer } from '../../support/sample-server.ts';
import { expect, root, test } from './desktop-test.ts';

const MARKERS = 200;
/** So many of them letter by letter; the others come in as a paste does. */
const TYPED = 20;
const unlock = '[data-vault=unlock]';

/** The window that asks for the passphrase, once it has taken the place of the one before. */
async function lockedWindow(app: HostApp, before: Page): Promise<Page> {
  await expect
    .poll(
      () =>
        app
          .context()
          .pages()
          .filter((page) => page !== before).length,
    )
    .toBe(1);
  await expect.poll(() => before.isClosed()).toBe(true);
  const [page] = app.context().pages();
  if (!page) throw new Error('a lock leaves a window');
  await page.locator(unlock).waitFor();
  return page;
}

for (const event of ['suspend', 'lock-screen'] as const) {
  test(`${event} locks the vault: half a word is kept, the window's process has forgotten it, and no file says it`, async ({
    open,
    userData,
  }) => {
    test.setTimeout(240_000);
    const reason = noMemorySearch();
    test.skip(reason !== undefined, reason);
    const server = await startSampleServer(path.join(userData, 'server'));
    const work = path.join(userData, 'laptop');
    const planted = makeMarkers(MARKERS);
    try {
      const env = { BAZARNEGAR_SERVER: server.url };
      const app = await open(root, { env, userData: work });
      const page = await app.firstWindow();
      await beginVault(page, 'فارسی');
      await enterAs(page, 'کارشناس میدانی ۱');
      await goTo(page, '/visits');
      await page.getByRole('button', { name: 'بازدید تازه' }).click();
      await page.locator('[data-field=visit_note] textarea').focus();
      await page.keyboard.type(planted.slice(0, TYPED).join(' '));
      await page.keyboard.insertText(` ${planted.slice(TYPED).join(' ')}`);
      const address = new URL(page.url()).hash.slice(1);
      const before = searchMemory(work, planted);
      expect(before.byKind['renderer']?.length).toBe(MARKERS);

      await app.evaluate(({ powerMonitor }, name) => {
        powerMonitor.emit(name);
      }, event);
      const locked = await lockedWindow(app, page);
      let after = before;
      await expect
        .poll(() => whoRemembers((after = searchMemory(work, planted))), { timeout: 60_000 })
        .toEqual([]);
      console.log(`left after ${event}: ${JSON.stringify(after.byKind)}`);

      expect(findMarkers(work, planted).found).toEqual([]);
      writeFileSync(path.join(work, 'clear'), `x${planted[0]}y`);
      expect(findMarkers(work, planted).found).toHaveLength(1);

      await openVault(locked);
      await locked.getByRole('navigation').first().waitFor();
      await goTo(locked, address);
      const note = locked.locator('[data-field=visit_note] textarea');
      await expect(note).toHaveValue(planted.join(' '));
    } finally {
      await server.end('SIGKILL');
    }
  });
}

test('a page that hangs is locked without it, and the window that follows says that words may be lost', async ({
  open,
}) => {
  test.setTimeout(120_000);
  const app = await open(root);
  const page = await app.firstWindow();
  await beginVault(page, 'فارسی');
  await page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    });
  });
  await app.evaluate(({ powerMonitor }, name) => {
    powerMonitor.emit(name);
  }, 'suspend');
  const locked = await lockedWindow(app, page);
  await expect(locked.getByText('شاید آنچه درست پیش از قفل شدن')).toBeVisible();
  await openVault(locked);
  await expect(locked.locator(unlock)).toHaveCount(0);
});
