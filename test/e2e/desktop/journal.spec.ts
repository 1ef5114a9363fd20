import { appendFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { encodeFrame } from '#shared/journal/frame.ts';
import { concat } from '#shared/journal/open-volume.ts';
import { mountSmallDisk, noSmallDisk } from '../../support/small-disk.ts';
import { expect, test } from './desktop-test.ts';
import { HOST_PAGE_VAULT } from '../../support/host-page-vault.ts';

/** Opens the journal from the page and tells what it holds: the number in each payload. */
async function saved(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    await window.host.call('journal.open', { known: null });
    const found: number[] = [];
    for (let from: number | null = 0; from !== null;) {
      const read: Awaited<ReturnType<typeof window.host.call<'journal.read'>>> =
        await window.host.call('journal.read', { from });
      if (!read.ok) throw new Error(read.error.kind);
      found.push(
        ...read.value.payloads.map((payload) => new DataView(payload.buffer).getUint32(0)),
      );
      from = read.value.next;
    }
    return found;
  });
}

/** Saves from the page, one frame after the other, and says each number that was acknowledged. */
async function saveNumbers(page: Page, count: number, bytes: number): Promise<string> {
  return page.evaluate(
    async ([many, size]) => {
      for (let number = 0; number < many; number += 1) {
        const payload = new Uint8Array(size);
        new DataView(payload.buffer).setUint32(0, number);
        const appended = await window.host.call('journal.append', { payloads: [payload] });
        if (!appended.ok) return `${appended.error.kind} at ${number}`;
        Object.assign(window, { acknowledged: number + 1 });
      }
      return 'all';
    },
    [count, bytes] as const,
  );
}

function openedFrames(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const opened = await window.host.call('journal.open', { known: null });
    return opened.ok ? opened.value.position.frames : -1;
  });
}

function acknowledged(page: Page): Promise<number> {
  return page.evaluate(() => (window as { acknowledged?: number }).acknowledged ?? 0);
}

test('what was acknowledged is there after a kill -9 at once', async ({ open, shell }) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  expect(await saved(page)).toEqual([]);
  expect(await saveNumbers(page, 20, 2000)).toBe('all');
  await app.kill();
  const again = await (await open(shell)).firstWindow();
  expect(await saved(again)).toEqual(Array.from({ length: 20 }, (_, number) => number));
});

test('a kill -9 while saving goes on loses nothing acknowledged', async ({ open, shell }) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  await saved(page);
  const saving = saveNumbers(page, 100_000, 2000).catch(() => 'killed');
  await expect.poll(() => acknowledged(page)).toBeGreaterThan(10);
  const before = await acknowledged(page);
  await app.kill();
  expect(await saving).toBe('killed');
  const found = await saved(await (await open(shell)).firstWindow());
  expect(found.length).toBeGreaterThanOrEqual(before);
  expect(found).toEqual(found.map((_, number) => number));
});

test('a journal whose volume is full goes on in the next, and both are there after a kill -9', async ({
  open,
  shell,
  userData,
}) => {
  const work = path.join(userData, 'work', 'vaults', HOST_PAGE_VAULT);
  mkdirSync(work, { recursive: true });
  const frames = Array.from({ length: 17 }, () => encodeFrame(new Uint8Array(1_000_000)));
  writeFileSync(path.join(work, 'journal.bzj'), concat(frames));
  const app = await open(shell);
  const page = await app.firstWindow();
  expect(await openedFrames(page)).toBe(17);
  expect(await saveNumbers(page, 3, 100)).toBe('all');
  await app.kill();
  expect(readdirSync(work)).toContain('journal-2.bzj');
  const again = await (await open(shell)).firstWindow();
  expect(await openedFrames(again)).toBe(20);
  const read = await again.evaluate(() => window.host.call('journal.read', { from: 17 }));
  expect(read).toMatchObject({ ok: true, value: { next: null, after: { frames: 20 } } });
});

test('closing the window keeps what the page sends while it goes', async ({ open, shell }) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  await saved(page);
  await page.evaluate(() => {
    addEventListener('pagehide', () => {
      void window.host.call('journal.append', { payloads: [new Uint8Array(4)] });
    });
  });
  await app.close();
  expect(await saved(await (await open(shell)).firstWindow())).toEqual([0]);
});

test('a torn tail is set aside at the next start, and saving goes on', async ({
  open,
  shell,
  userData,
}) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  await saved(page);
  await saveNumbers(page, 3, 100);
  await app.kill();
  const work = path.join(userData, 'work', 'vaults', HOST_PAGE_VAULT);
  appendFileSync(path.join(work, 'journal.bzj'), 'BZJ1\u0010torn');

  const again = await (await open(shell)).firstWindow();
  const opened = await again.evaluate(() => window.host.call('journal.open', { known: null }));
  expect(opened).toMatchObject({ ok: true, value: { position: { frames: 3 }, setAsideBytes: 9 } });
  await saveNumbers(again, 1, 100);
  expect(await saved(again)).toEqual([0, 1, 2, 0]);
  expect(readdirSync(work).filter((name) => name.startsWith('journal.set-aside-'))).toHaveLength(1);
});

test('a full disk is told by name and nothing acknowledged is lost', async ({
  open,
  shell,
  userData,
}) => {
  const work = path.join(userData, 'work');
  mkdirSync(work);
  const unmount = mountSmallDisk(work, 4_000_000);
  test.skip(unmount === undefined, noSmallDisk);
  try {
    const app = await open(shell);
    const page = await app.firstWindow();
    await saved(page);
    expect(await saveNumbers(page, 1000, 200_000)).toMatch(/^journal\/disk-full at \d+$/);
    const count = await acknowledged(page);
    expect(count).toBeGreaterThan(5);
    const state = await page.evaluate(() => window.host.call('storage.state', null));
    expect(state.freeBytes).toBeLessThan(1_000_000);
    await app.kill();
    const found = await saved(await (await open(shell)).firstWindow());
    expect(found).toEqual(Array.from({ length: count }, (_, number) => number));
  } finally {
    unmount?.();
  }
});

test('two laptops on one machine keep their journals apart', async ({ open, shell, userData }) => {
  const other = path.join(userData, 'other');
  const first = await (await open(shell)).firstWindow();
  const second = await (await open(shell, { userData: other })).firstWindow();
  await saved(first);
  await saved(second);
  await saveNumbers(first, 2, 10);
  expect(await saved(first)).toEqual([0, 1]);
  expect(await saved(second)).toEqual([]);
});
