import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import { HOST_PAGE_VAULT } from '../../support/host-page-vault.ts';
import type { Site } from './browser-host-test.ts';
import { expect, test } from './browser-host-test.ts';

async function visit(page: Page, { origin }: Site): Promise<void> {
  await page.goto(origin);
  await page.waitForFunction(() => 'host' in window);
}

function openJournal(page: Page): Promise<unknown> {
  return page.evaluate(() => window.host.call('journal.open', { known: null }));
}

function append(page: Page, text: string): Promise<unknown> {
  return page.evaluate((saved) => {
    const payloads = [new TextEncoder().encode(saved)];
    return window.host.call('journal.append', { payloads });
  }, text);
}

function readAll(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const read = await window.host.call('journal.read', { from: 0 });
    if (!read.ok) throw new Error(read.error.kind);
    return read.value.payloads.map((payload) => new TextDecoder().decode(payload));
  });
}

test('what a browser saved is there when the page is loaded again', async ({ page, site }) => {
  await visit(page, site);
  expect(await openJournal(page)).toMatchObject({ ok: true, value: { position: { frames: 0 } } });
  expect(await append(page, 'یک')).toMatchObject({ ok: true, value: { frames: 1 } });
  expect(await append(page, 'دو')).toMatchObject({ ok: true });
  await page.reload();
  await page.waitForFunction(() => 'host' in window);
  expect(await openJournal(page)).toMatchObject({ ok: true, value: { position: { frames: 2 } } });
  expect(await readAll(page)).toEqual(['یک', 'دو']);
  expect(await page.evaluate(() => [window.host.host, window.host.appVersion])).toEqual([
    'browser',
    '0.1.0',
  ]);
});

test('a journal longer than a volume goes on in the next, and all of it is read again', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await openJournal(page);
  await page.evaluate(async () => {
    for (let count = 0; count < 20; count += 1) {
      const payloads = [new Uint8Array(1_000_000).fill(count)];
      const appended = await window.host.call('journal.append', { payloads });
      if (!appended.ok) throw new Error(appended.error.kind);
    }
  });
  await page.reload();
  await page.waitForFunction(() => 'host' in window);
  expect(await openJournal(page)).toMatchObject({ ok: true, value: { position: { frames: 20 } } });
  const found = await page.evaluate(async (vault) => {
    const firsts: (number | undefined)[] = [];
    for (let from: number | null = 0; from !== null;) {
      const read: Awaited<ReturnType<typeof window.host.call<'journal.read'>>> =
        await window.host.call('journal.read', { from });
      if (!read.ok) throw new Error(read.error.kind);
      firsts.push(...read.value.payloads.map((payload) => payload[0]));
      from = read.value.next;
    }
    const root = await navigator.storage.getDirectory();
    const shelf = await root.getDirectoryHandle('vaults');
    const work = await shelf.getDirectoryHandle(vault);
    await work.getFileHandle('journal-2.bzj');
    return firsts;
  }, HOST_PAGE_VAULT);
  expect(found).toEqual(Array.from({ length: 20 }, (_, count) => count));
});

test('only one window holds the journal, and the next gets it when that one closes', async ({
  context,
  page,
  site,
}) => {
  await visit(page, site);
  await openJournal(page);
  await append(page, 'first window');
  const second = await context.newPage();
  await visit(second, site);
  expect(await openJournal(second)).toEqual({
    ok: false,
    error: { kind: 'journal/held-elsewhere' },
  });
  await page.close();
  await expect.poll(() => openJournal(second)).toMatchObject({ ok: true });
  expect(await readAll(second)).toEqual(['first window']);
});

test('a journal in a browser is repaired like any other', async ({ page, site }) => {
  await visit(page, site);
  await openJournal(page);
  await append(page, 'whole');
  await page.reload();
  await page.waitForFunction(() => 'host' in window);
  await page.evaluate(async (vault) => {
    const root = await navigator.storage.getDirectory();
    const shelf = await root.getDirectoryHandle('vaults');
    const work = await shelf.getDirectoryHandle(vault);
    const file = await work.getFileHandle('journal.bzj');
    const stream = await file.createWritable({ keepExistingData: true });
    await stream.seek((await file.getFile()).size);
    await stream.write('BZJ1 torn');
    await stream.close();
  }, HOST_PAGE_VAULT);
  expect(await openJournal(page)).toMatchObject({ ok: true, value: { setAsideBytes: 9 } });
  expect(await readAll(page)).toEqual(['whole']);
});

test('a browser’s full disk is told by name and nothing acknowledged is lost', async ({
  context,
  page,
  site,
}) => {
  await visit(page, site);
  const devtools = await context.newCDPSession(page);
  const quota = { origin: site.origin, quotaSize: 3_000_000 };
  await devtools.send('Storage.overrideQuotaForOrigin', quota);
  await openJournal(page);
  const outcome = await page.evaluate(async () => {
    for (let saved = 0; ; saved += 1) {
      const payloads = [new Uint8Array(200_000).fill(saved)];
      const appended = await window.host.call('journal.append', { payloads });
      if (!appended.ok) return { saved, kind: appended.error.kind };
    }
  });
  expect(outcome.kind).toBe('journal/disk-full');
  expect(outcome.saved).toBeGreaterThan(5);
  await page.reload();
  await page.waitForFunction(() => 'host' in window);
  expect(await openJournal(page)).toMatchObject({
    ok: true,
    value: { position: { frames: outcome.saved }, setAsideBytes: 0 },
  });
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.origin });
  expect(await append(page, 'room again')).toMatchObject({ ok: true });
});

test('photos are kept under their hash over a reload', async ({ page, site }) => {
  await visit(page, site);
  const sha256 = sha256Hex(utf8('photo'));
  const put = await page.evaluate((hash) => {
    const bytes = new TextEncoder().encode('photo');
    return window.host.call('photo.put', { sha256: hash, bytes });
  }, sha256);
  expect(put).toEqual({ ok: true, value: null });
  await page.reload();
  await page.waitForFunction(() => 'host' in window);
  const text = await page.evaluate(async (hash) => {
    const got = await window.host.call('photo.get', { sha256: hash });
    return got.ok ? new TextDecoder().decode(got.value) : got.error.kind;
  }, sha256);
  expect(text).toBe('photo');
  const missing = await page.evaluate(
    (hash) => window.host.call('photo.get', { sha256: hash }),
    sha256Hex(utf8('other')),
  );
  expect(missing).toMatchObject({ ok: false, error: { kind: 'photo/missing' } });
});

test('requests go to the page’s own server with its session, which the page does not see', async ({
  page,
  site,
}) => {
  await visit(page, site);
  const answers = await page.evaluate(async () => {
    const body = new TextEncoder().encode('«سلام»');
    const request = { method: 'POST', path: '/echo', headers: {}, body } as const;
    const first = await window.host.call('http.request', request);
    const second = await window.host.call('http.request', request);
    if (!first.ok || !second.ok) return null;
    return {
      status: first.value.status,
      text: new TextDecoder().decode(first.value.body),
      sent: [first.value.headers['x-cookie'], second.value.headers['x-cookie']],
      visible: `${JSON.stringify(first.value.headers)}${document.cookie}`,
    };
  });
  expect(answers).toMatchObject({
    status: 207,
    text: '«سلام»',
    sent: ['none', 'session=very-secret'],
  });
  expect(answers?.visible).not.toContain('very-secret');
});

test('a redirect, another address and a server that is gone are told by name', async ({
  page,
  site,
}) => {
  await visit(page, site);
  function get(address: string): Promise<unknown> {
    return page.evaluate(
      (place) =>
        window.host.call('http.request', { method: 'GET', path: place, headers: {}, body: null }),
      address,
    );
  }
  expect(await get('/moved')).toEqual({ ok: false, error: { kind: 'network/not-our-server' } });
  const other = await page.evaluate(() =>
    window.host.call('server.set', { address: 'https://elsewhere.example' }),
  );
  expect(other).toMatchObject({ error: { kind: 'network/bad-address' } });
  expect(await page.evaluate(() => window.host.call('server.get', null))).toBe(site.origin);
  site.server.closeAllConnections();
  site.server.close();
  expect(await get('/echo')).toEqual({ ok: false, error: { kind: 'network/unreachable' } });
});

function saveTwoLines(page: Page, keep: boolean): Promise<unknown> {
  return page.evaluate(async (isKept) => {
    const begun = await window.host.call('file.begin', { suggestedName: 'خروجی.csv' });
    if (!begun.ok || begun.value === null) return begun;
    const handle = begun.value;
    const bytes = new TextEncoder().encode('یک،دو\r\n');
    await window.host.call('file.write', { handle, bytes });
    await window.host.call('file.write', { handle, bytes });
    return window.host.call('file.end', { handle, keep: isKept });
  }, keep);
}

test('a browser without a picker puts the whole file among the downloads', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await page.evaluate(() => {
    Object.assign(window, { showSaveFilePicker: undefined });
  });
  const [download, saved] = await Promise.all([
    page.waitForEvent('download'),
    saveTwoLines(page, true),
  ]);
  expect(saved).toEqual({ ok: true, value: null });
  expect(download.suggestedFilename()).toBe('خروجی.csv');
  expect(readFileSync(await download.path(), 'utf8')).toBe('یک،دو\r\nیک،دو\r\n');
});

test('a file goes where the person picked, whole or not at all', async ({ page, site }) => {
  await visit(page, site);
  // No one can click in the system's own window: the picker answers with a file that the page can read again.
  await page.evaluate(() => {
    Object.assign(window, {
      showSaveFilePicker: async (options: { readonly suggestedName: string }) => {
        const root = await navigator.storage.getDirectory();
        return root.getFileHandle(options.suggestedName, { create: true });
      },
    });
  });
  function picked(): Promise<string> {
    return page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      return (await (await root.getFileHandle('خروجی.csv')).getFile()).text();
    });
  }
  expect(await saveTwoLines(page, false)).toEqual({ ok: true, value: null });
  expect(await picked()).toBe('');
  expect(await saveTwoLines(page, true)).toEqual({ ok: true, value: null });
  expect(await picked()).toBe('یک،دو\r\nیک،دو\r\n');
  await page.evaluate(() => {
    Object.assign(window, {
      showSaveFilePicker: () => Promise.reject(new DOMException('', 'AbortError')),
    });
  });
  expect(await saveTwoLines(page, true)).toEqual({ ok: true, value: null });
});

test('after its first visit the page opens without a network, and its journal with it', async ({
  context,
  page,
  site,
}) => {
  await visit(page, site);
  await openJournal(page);
  await append(page, 'offline');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  site.server.closeAllConnections();
  site.server.close();
  await context.setOffline(true);
  const later = await context.newPage();
  await page.close();
  await visit(later, site);
  await expect.poll(() => openJournal(later)).toMatchObject({ ok: true });
  expect(await readAll(later)).toEqual(['offline']);
});
