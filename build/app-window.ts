import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { dataFolder } from './local-server.ts';
import { root } from './run-process.ts';

const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;

/** False where a window cannot appear: a Linux without a display. */
export function hasScreen(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || (DISPLAY ?? WAYLAND_DISPLAY ?? '') !== '';
}

/** Opens the desktop app on the built main process. */
export function openElectron(program: string, address: string): ChildProcess {
  return spawn(program, [root, ...(isLinuxRoot ? ['--no-sandbox'] : [])], {
    stdio: 'inherit',
    env: { ...process.env, BAZARNEGAR_SERVER: address },
  });
}

/** Opens the address in a browser's app window with a profile of its own, where this project's data stays. */
export function openBrowser(program: string, address: string): ChildProcess {
  const args = [
    `--app=${address}/`,
    `--user-data-dir=${path.join(dataFolder, 'browser-profile')}`,
    '--class=Bazarnegar',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-features=Translate',
    '--window-size=1280,860',
    // Chromium's sandbox refuses to run as root; `--test-type` hides the bar that says so.
    ...(isLinuxRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
  return spawn(program, args, { stdio: 'ignore' });
}

/** Waits for a window to be closed: its code and how long it stood open; the code is undefined when it would not start. */
export async function waitForWindow(
  child: ChildProcess,
): Promise<{ readonly code: number | undefined; readonly openMs: number }> {
  const began = performance.now();
  return new Promise((resolve) => {
    child.once('error', () => {
      resolve({ code: undefined, openMs: 0 });
    });
    child.once('close', (code) => {
      resolve({ code: code ?? undefined, openMs: performance.now() - began });
    });
  });
}
