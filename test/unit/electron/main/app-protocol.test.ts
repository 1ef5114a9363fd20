import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isAppUrl } from '../../../../electron/main/app-address.ts';
import { serveApp } from '../../../../electron/main/app-protocol.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/** The handler that main registers, over a folder with a page, its map and a file of no known kind. */
function served(): Handler {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<h1>سلام</h1>');
  writeFileSync(path.join(folder, 'assets/page.js'), 'export {}');
  writeFileSync(path.join(folder, 'assets/page.js.map'), '{}');
  writeFileSync(path.join(folder, 'assets/stretch.worker-C9ijuh4W.js'), 'export {}');
  writeFileSync(path.join(folder, 'notes.txt'), 'x');
  const handlers: Handler[] = [];
  serveApp({ handle: (_scheme, handler) => void handlers.push(handler) }, folder);
  const [handler] = handlers;
  if (!handler) throw new Error('nothing was registered');
  return handler;
}

test('a page comes with its kind, the strict policy and no room for guesses', async () => {
  const response = await served()(new Request('app://bazarnegar/index.html'));
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('<h1>سلام</h1>');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).not.toContain('unsafe');
});

test('one worker alone may run WebAssembly, and nothing else', async () => {
  const get = served();
  async function policyOf(file: string): Promise<string> {
    const response = await get(new Request(`app://bazarnegar/assets/${file}`));
    return response.headers.get('content-security-policy') ?? '';
  }
  expect(await policyOf('page.js')).not.toContain('unsafe');
  expect(await policyOf('stretch.worker-C9ijuh4W.js')).toBe(
    "default-src 'none'; script-src 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
});

test.each([
  'app://bazarnegar/',
  'app://bazarnegar/assets/page.js.map',
  'app://bazarnegar/notes.txt',
  'app://bazarnegar/assets/',
  'app://bazarnegar/INDEX.html',
  'app://bazarnegar/index.html?version=1',
  'app://bazarnegar/%69ndex.html',
  'app://bazarnegar/..%2f..%2fpackage.json',
  'app://elsewhere/index.html',
])('%s is not served', async (address) => {
  const response = await served()(new Request(address));
  expect(response.status).toBe(404);
  expect(response.headers.get('content-security-policy')).not.toBe(null);
});

test('nothing can be sent to the app’s own files', async () => {
  const post = new Request('app://bazarnegar/index.html', { method: 'POST', body: 'x' });
  expect((await served()(post)).status).toBe(405);
});

test.each([
  ['app://bazarnegar/index.html#/visits', true],
  ['app://bazarnegar.example/', false],
  ['app://elsewhere/', false],
  ['https://bazarnegar/', false],
  ['app:bazarnegar', false],
  ['', false],
])('%s is the app’s own address: %s', (address, isOwn) => {
  expect(isAppUrl(address)).toBe(isOwn);
});
