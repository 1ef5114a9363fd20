import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './find-browser.ts';
import { root } from './run-process.ts';

const advice =
  'The screen tests need a Chromium. On Debian or Ubuntu: sudo apt-get install chromium. Elsewhere: install Chrome, or set CHROMIUM to the path of one.';

/** Finds a Chromium for the tests, or gets one: Debian's package, else Playwright's own download. */
export async function ensureBrowser(): Promise<string> {
  ensureFont();
  let found = findBrowser() ?? (await playwrightOwn());
  if (found === undefined && canInstall()) {
    console.log('No Chromium found; installing the Debian package (about 110 MB) ...');
    install('chromium');
    found = findBrowser();
  }
  if (found === undefined) {
    console.log("No Chromium found; trying Playwright's download ...");
    run(process.execPath, [
      path.join(root, 'node_modules/@playwright/test/cli.js'),
      'install',
      'chromium',
    ]);
    found = await playwrightOwn();
  }
  if (found === undefined) throw new Error(advice);
  return found;
}

// Chromium 156 ends at once on a Linux without a single font, even where the page brings its own.
function ensureFont(): void {
  if (process.platform !== 'linux') return;
  const places = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    `${process.env['HOME'] ?? ''}/.fonts`,
  ];
  const hasFont = places.some((place) => globSync(`${place}/**/*.{ttf,otf,ttc,pfb}`).length > 0);
  if (hasFont) return;
  if (canInstall()) {
    console.log('No font found; installing one (DejaVu, about 3 MB) ...');
    install('fonts-dejavu-core');
  } else
    console.log(
      'No font found: Chromium may not start before one is installed (fonts-dejavu-core).',
    );
}

async function playwrightOwn(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file !== '' && existsSync(file) ? file : undefined;
}

function canInstall(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(name: string): void {
  if (run('apt-get', ['update', '-q']))
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name]);
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

if (import.meta.main) {
  try {
    console.log(await ensureBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
