import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import fc from 'fast-check';
import { desktopChannels } from '#shared/desktop/channels.ts';
import { sha256Hex, utf8 } from '#shared/core/hash.ts';
import { expect, test } from './desktop-test.ts';
import { HOST_PAGE_VAULT } from '../../support/host-page-vault.ts';

test('a file lands whole where the person chose, or not at all', async ({
  open,
  shell,
  userData,
}) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  const target = path.join(userData, 'خروجی.csv');
  writeFileSync(target, 'older');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);

  function save(keep: boolean): Promise<unknown> {
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
  expect(await save(false)).toEqual({ ok: true, value: null });
  expect(readFileSync(target, 'utf8')).toBe('older');
  expect(await save(true)).toEqual({ ok: true, value: null });
  expect(readFileSync(target, 'utf8')).toBe('یک،دو\r\nیک،دو\r\n');
  expect(readdirSync(userData).filter((name) => name.startsWith('خروجی'))).toEqual(['خروجی.csv']);
});

test('a person who thinks better of saving has saved nothing, and an impossible place is told', async ({
  open,
  shell,
  userData,
}) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  function begin(): Promise<unknown> {
    return page.evaluate(() => window.host.call('file.begin', { suggestedName: 'x.csv' }));
  }
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  }, null);
  expect(await begin()).toEqual({ ok: true, value: null });
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    },
    path.join(userData, 'not', 'there.csv'),
  );
  expect(await begin()).toMatchObject({ ok: false, error: { kind: 'file/not-saved' } });
});

test('a file that a closed window left unfinished is gone', async ({ open, shell, userData }) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  const folder = path.join(userData, 'Saved');
  writeFileSync(path.join(userData, 'keep'), '');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, folder);
  await page.evaluate(() => window.host.call('file.begin', { suggestedName: 'x' }));
  expect(readdirSync(userData).some((name) => name.startsWith('Saved.'))).toBe(true);
  const loaded = page.waitForEvent('load');
  await page.evaluate(() => {
    location.reload();
  });
  await expect
    .poll(() => readdirSync(userData).some((name) => name.startsWith('Saved.')))
    .toBe(false);
  // Chromium drops a close that meets a page being loaded, and the app would never end.
  await loaded;
});

test('photos are kept under their name over a restart', async ({ open, shell }) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  const sha256 = sha256Hex(utf8('a sealed photo'));
  function put(hash: string): Promise<unknown> {
    return page.evaluate(
      (name) =>
        window.host.call('photo.put', {
          sha256: name as never,
          bytes: new TextEncoder().encode('a sealed photo'),
        }),
      hash,
    );
  }
  expect(await put(sha256)).toEqual({ ok: true, value: null });
  await app.kill();
  const again = await (await open(shell)).firstWindow();
  const text = await again.evaluate(async (name) => {
    const got = await window.host.call('photo.get', { sha256: name });
    return got.ok ? new TextDecoder().decode(got.value) : got.error.kind;
  }, sha256);
  expect(text).toBe('a sealed photo');
});

test('main speaks with the one server for the page, and keeps the session to itself', async ({
  open,
  shell,
  userData,
}) => {
  const seen: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    seen.push(request);
    response.setHeader('set-cookie', 'session=very-secret; HttpOnly; SameSite=Strict');
    response.end('سلام');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const app = await open(shell);
    const page = await app.firstWindow();
    const first = await page.evaluate(async (address) => {
      const request = { method: 'GET', path: '/session', headers: {}, body: null } as const;
      const unset = await window.host.call('http.request', request);
      const refused = await window.host.call('server.set', { address: 'http://example.org' });
      await window.host.call('server.set', { address });
      const answered = await window.host.call('http.request', request);
      const body = answered.ok ? new TextDecoder().decode(answered.value.body) : '';
      return { unset, refused, body, all: JSON.stringify(answered), cookie: document.cookie };
    }, origin);
    expect(first).toMatchObject({
      unset: { error: { kind: 'network/no-server-set' } },
      refused: { error: { kind: 'network/bad-address' } },
      body: 'سلام',
      cookie: '',
    });
    expect(first.all).not.toContain('very-secret');
    // Main's own question, to which the person says no.
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });
    }, null);
    const kept = await page.evaluate(async () => {
      const moved = await window.host.call('server.set', { address: 'https://elsewhere.example' });
      return { moved, now: await window.host.call('server.get', null) };
    });
    expect(kept).toEqual({ moved: { ok: true, value: false }, now: origin });
    await app.close();
    const stored = readFileSync(
      path.join(userData, 'work/vaults', HOST_PAGE_VAULT, 'session.sealed'),
      'latin1',
    );
    expect(stored).not.toContain('very-secret');

    const again = await (await open(shell)).firstWindow();
    const address = await again.evaluate(async () => {
      const request = { method: 'GET', path: '/', headers: {}, body: null } as const;
      await window.host.call('http.request', request);
      return window.host.call('server.get', null);
    });
    expect(address).toBe(origin);
    expect(seen.map((request) => request.headers.cookie)).toEqual([
      undefined,
      'session=very-secret',
    ]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

test('whatever the page sends, main answers with an outcome or refuses by name', async ({
  open,
  shell,
}) => {
  const app = await open(shell);
  const page = await app.firstWindow();
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  }, null);
  const inputs: readonly string[] = fc
    .sample(fc.jsonValue({ maxDepth: 3 }), 40)
    .map((value) => JSON.stringify(value));
  const outcomes = await page.evaluate(
    async ([channels, texts]) => {
      const sent: unknown[] = texts.map((text) => JSON.parse(text) as unknown);
      sent.push(undefined, new Map([[1, 2]]), new Date(), [new Uint8Array(3)]);
      const strange: string[] = [];
      for (const channel of channels) {
        for (const value of sent) {
          await window.host.call(channel, value as never).catch((error: unknown) => {
            const text = String(error);
            if (!text.endsWith(`desktop/refused bad-input: ${channel}`)) strange.push(text);
          });
        }
      }
      return strange;
    },
    // A lock takes the page away, as it should.
    [desktopChannels.filter((channel) => channel !== 'vault.lock'), inputs] as const,
  );
  expect(outcomes).toEqual([]);
  expect(await page.title()).toBe('host page');
});
