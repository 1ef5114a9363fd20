import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

interface Source {
  readonly file: string;
  readonly text: string;
}

function sourcesOf(...folders: readonly string[]): readonly Source[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}

/** Where a pattern stands, but for the files it belongs in. */
function places(
  sources: readonly Source[],
  pattern: RegExp,
  ...but: readonly string[]
): readonly string[] {
  return sources
    .filter(({ file, text }) => pattern.test(text) && !but.includes(file))
    .map(({ file }) => file);
}

const product = sourcesOf('shared', 'renderer', 'electron', 'server');
const shell = product.filter(({ file }) => file.startsWith('electron/'));

test('the sources are found', () => {
  expect(product.length).toBeGreaterThan(500);
});

describe('the product has nowhere', () => {
  test.each([
    ['code made of text', /\beval\(|new Function\(|setTimeout\(['"`]/],
    [
      'markup made of text',
      /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write/,
    ],
    ['addresses that data could make', /href=\{(?!['"`#])[^}]*(?:answers|value|text)\b/],
    ['merging that reaches a prototype', /lodash|deepmerge|Object\.setPrototypeOf/],
    ['what opens an address outside', /openExternal|openPath\(/],
    ['a crash report that is sent', /crashReporter/],
    ['a web view, or Node in the page', /webviewTag: true|nodeIntegration(?:InWorker)?: true/],
    ['the switches that open a page', /webSecurity: false|contextIsolation: false|sandbox: false/],
  ])('%s', (_, pattern) => {
    expect(places(product, pattern)).toEqual([]);
  });
});

describe('there is one place alone that', () => {
  test.each([
    ['makes a window', /new BrowserWindow\(/, 'electron/main/window.ts'],
    [
      'listens to the page',
      /ipcMain\.handle|\.handle\(ipcName/,
      'electron/ipc/register-handlers.ts',
    ],
    ['speaks to main from the page', /ipcRenderer\b/, 'electron/preload/preload.ts'],
    ['says what a window may do', /setPermissionRequestHandler/, 'electron/main/security.ts'],
    ['cuts the page off the network', /setProxy\(/, 'electron/main/security.ts'],
    ['serves the app’s files', /registerSchemesAsPrivileged/, 'electron/main/app-protocol.ts'],
  ])('%s', (_, pattern, file) => {
    expect(places(shell, pattern)).toEqual([file]);
  });
});

test('a regular expression is never made of what somebody typed', () => {
  const made = product.flatMap(({ file, text }) =>
    [...text.matchAll(/new RegExp\(([^)\n]*)/g)].map(([, from]) => `${file}: ${from}`),
  );
  // Of the code's own letters.
  expect(made).toEqual([
    "shared/core/bidi.ts: hiddenParts.join(''",
    'shared/core/search-key.ts: `[${[...foldOf.keys(',
  ]);
});

test('the app’s own address may not do what a page of the web needs', () => {
  const text = readFileSync(path.join(root, 'electron/main/app-protocol.ts'), 'utf8');
  expect(text).not.toMatch(/bypassCSP|allowServiceWorkers|corsEnabled: true|allowExtensions/);
});

test('the fuses are set to what closes the program', () => {
  const text = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');
  const fuses = Object.fromEntries(
    [...text.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, is]) => [name, is === 'true']),
  );
  expect(fuses).toMatchObject({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
});
