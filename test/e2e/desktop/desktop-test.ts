import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, test as base } from '@playwright/test';
import { buildHostPage } from '../../support/build-host-page.ts';
import type { HostApp } from '../../support/host-double/launch.ts';
import { launch } from '../../support/host-double/launch.ts';

/** The project's folder: what `electron .` would be told. */
export const root = path.resolve(import.meta.dirname, '../../..');

interface PerTest {
  /** An empty folder for the app's data, kept until the test ends. */
  readonly userData: string;
  /** Starts the app on that folder; what still runs at the end of the test is closed. */
  readonly open: (
    app: string,
    options?: { readonly env?: Record<string, string>; readonly userData?: string },
  ) => Promise<HostApp>;
}

interface PerWorker {
  readonly host: 'double' | 'electron';
  /** The built shell with a page that holds nothing but the way to it, as `window.host`. */
  readonly shell: string;
}

/** Tests that run on the host double, and on real Electron where its binary is. */
export const test = base.extend<PerTest, PerWorker>({
  host: ['double', { option: true, scope: 'worker' }],
  shell: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads what a fixture needs from the pattern
    async ({}, give) => {
      const folder = temporaryFolder();
      for (const file of ['package.json', 'out/main/main.js', 'out/preload/preload.cjs']) {
        cpSync(path.join(root, file), path.join(folder, file));
      }
      await buildHostPage(path.join(folder, 'out/renderer'));
      await give(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads what a fixture needs from the pattern
  userData: async ({}, give) => {
    const folder = temporaryFolder();
    await give(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  open: async ({ host, userData }, give) => {
    const missing = `no Electron binary at ${electronBinary()}: it is downloaded apart from npm, see README.md`;
    test.skip(host === 'electron' && !existsSync(electronBinary()), missing);
    const apps: HostApp[] = [];
    await give(async (app, options = {}) => {
      const args = [app, `--user-data-dir=${options.userData ?? userData}`];
      const start = host === 'electron' ? launchElectron : launch;
      const opened = await start({ args, env: options.env ?? {} });
      apps.push(opened);
      return opened;
    });
    for (const app of apps) await app.close().catch(() => undefined);
  },
});

export { expect } from '@playwright/test';

function electronBinary(): string {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? `${root}/node_modules/electron/dist`;
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'Electron.app/Contents/MacOS/Electron',
    win32: 'electron.exe',
  };
  return path.join(dist, names[process.platform] ?? 'electron');
}

async function launchElectron({
  args,
  env,
}: {
  readonly args: readonly string[];
  readonly env: Record<string, string>;
}): Promise<HostApp> {
  const isRoot = process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: electronBinary(),
    args: [...args, ...(isRoot ? ['--no-sandbox'] : [])],
    env: { ...environment(), ...env },
  });
  return {
    firstWindow: () => electron.firstWindow(),
    context: () => electron.context(),
    evaluate: (act, argument) => electron.evaluate(act as never, argument as never),
    process: () => electron.process(),
    close: () => electron.close(),
    kill: async () => {
      const gone = new Promise((resolve) => {
        electron.process().once('exit', resolve);
      });
      electron.process().kill('SIGKILL');
      await gone;
    },
  };
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}

function temporaryFolder(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-'));
}
