import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { memoryDatabase } from '../support/open-test-database.ts';

describe('the web page', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-page-'));
  let server: TestServer;
  beforeAll(async () => {
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), `<!doctype html>${' '.repeat(2000)}`);
    writeFileSync(path.join(folder, 'locked.html'), '<!doctype html>');
    writeFileSync(path.join(folder, 'assets', 'main-abc123.js'), '1;'.repeat(2000));
    writeFileSync(path.join(folder, 'assets', 'main-abc123.js.map'), '{}');
    writeFileSync(path.join(folder, 'assets', 'stretch.worker-abc123.js'), 'export {}');
    writeFileSync(path.join(folder, 'assets', 'font-abc123.woff2'), 'w'.repeat(2000));
    server = await buildTestServer(memoryDatabase, { pageFolder: folder });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  async function get(url: string, headers = {}) {
    return server.app.inject({ url, headers: { host: 'localhost', ...headers } });
  }

  test('is asked for anew each time, so that an update arrives', async () => {
    const answer = await get('/');
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(String(answer.headers['content-security-policy'])).toContain("default-src 'none'");
  });

  test('is not isolated, and what is shown after a lock is: a browser has the two in different processes', async () => {
    const answers = await Promise.all(['/', '/locked.html'].map((url) => get(url)));
    const policies = answers.map(({ headers }) => [
      headers['cross-origin-opener-policy'],
      headers['cross-origin-embedder-policy'],
    ]);
    expect(policies).toEqual([
      ['same-origin', undefined],
      ['same-origin', 'require-corp'],
    ]);
  });

  test('keeps files with a hash in their name for ever', async () => {
    const answer = await get('/assets/main-abc123.js');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('lets one worker alone run WebAssembly', async () => {
    const policies = await Promise.all(
      ['main', 'stretch.worker'].map(async (name) => {
        const { headers } = await get(`/assets/${name}-abc123.js`);
        return String(headers['content-security-policy']);
      }),
    );
    expect(policies.map((policy) => policy.includes("script-src 'wasm-unsafe-eval'"))).toEqual([
      false,
      true,
    ]);
    expect(policies[0]).not.toContain('unsafe');
  });

  test('travels as gzip where that helps', async () => {
    const headers = { 'accept-encoding': 'gzip' };
    const script = await get('/assets/main-abc123.js', headers);
    expect(script.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(script.rawPayload).toString()).toBe('1;'.repeat(2000));
    expect((await get('/assets/font-abc123.woff2', headers)).headers).not.toHaveProperty(
      'content-encoding',
    );
  });

  test('does not give its sources away', async () => {
    expect((await get('/assets/main-abc123.js.map')).statusCode).toBe(404);
  });

  test.each([
    '/../config.ts',
    '/..%2f..%2fetc/passwd',
    '/assets/..%2f..%2f..%2fetc%2fpasswd',
    '/.env',
    '/nowhere.js',
  ])('gives nothing outside its folder: %s', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});
