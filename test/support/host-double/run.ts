import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
import { chromium } from 'playwright-core';

// What `electron <app folder> [arguments]` does, under Node: started by launch.ts with hooks.ts before it.

const folder = path.resolve(process.argv[2] ?? '.');
process.env['HOST_DOUBLE_APP'] = folder;
const installed = readManifest(
  new URL('../../../node_modules/electron/package.json', import.meta.url),
);
const versions = { ...process.versions, electron: installed['version'], chrome: 'host-double' };
Object.defineProperty(process, 'versions', { value: versions });
Object.defineProperty(process, 'type', { value: 'browser' });

const { app, electron, host, startChromium, isHeaded, serveRequest } = await loadDouble();

const hangs = setTimeout(() => {
  console.error(
    'host double: the entry module has not ended after 10 s: a top-level await on app.whenReady() never ends in Electron',
  );
  process.exit(86);
}, 10_000);
const entry = path.resolve(
  folder,
  String(readManifest(pathToFileURL(`${folder}/package.json`))['main']),
);
await import(pathToFileURL(entry).href);
clearTimeout(hangs);

if (!host.isQuitting) {
  const profile = path.join(app.getPath('sessionData'), 'double-chromium');
  const browserProcess = await startChromium(profile, { isHeaded });
  const browser = await chromium.connectOverCDP(browserProcess.endpoint);
  host.context = browser.contexts()[0];
  // The app's filter is the session's: it holds for a second page, which is closed only once it is there.
  await host.context?.route('**/*', serveRequest);
  host.stopChromium = async () => {
    const devtools = await browser.newBrowserCDPSession();
    await Promise.race([
      devtools.send('Browser.close').catch(() => undefined),
      browserProcess.exited,
    ]);
    await browserProcess.exited;
  };
  void browserProcess.exited.then(() => {
    if (!host.isQuitting) process.exit(1);
  });
  process.on(
    'message',
    ({ id, source, argument }: Question) => void evaluate(id, source, argument),
  );
  process.on('disconnect', () => {
    app.exit(0);
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      app.quit();
    });
  }
  host.isReady = true;
  app.emit('ready', {}, {});
  process.send?.({ endpoint: browserProcess.endpoint, chromium: browserProcess.pid });
}

interface Question {
  readonly id: number;
  readonly source: string;
  readonly argument: unknown;
}

async function evaluate(id: number, source: string, argument: unknown): Promise<void> {
  try {
    const act = runInThisContext(`(${source})`) as (modules: object, given: unknown) => unknown;
    process.send?.({ id, value: await act(electron, argument) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) });
  }
}

function readManifest(place: URL): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(place, 'utf8')) as Readonly<Record<string, unknown>>;
}

// After HOST_DOUBLE_APP is known, which host.ts reads when it is loaded.
async function loadDouble() {
  const [{ app: doubled }, { electron: modules }, { host: state }, browsers, windows, serve] =
    await Promise.all([
      import('./app.ts'),
      import('./electron.ts'),
      import('./host.ts'),
      import('./chromium-process.ts'),
      import('./browser-window.ts'),
      import('./serve.ts'),
    ]);
  return {
    app: doubled,
    electron: modules,
    host: state,
    startChromium: browsers.startChromium,
    isHeaded: windows.isHeaded,
    serveRequest: serve.serveRequest,
  };
}
