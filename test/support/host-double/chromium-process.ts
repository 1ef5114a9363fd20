import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBrowser } from '../../../build/find-browser.ts';
import { leanBrowser } from '../lean-browser.ts';

/** A running Chromium and how to speak with it. */
export interface ChromiumProcess {
  readonly pid: number;
  readonly endpoint: string;
  readonly exited: Promise<unknown>;
}

/** How WebRTC goes in every window: a switch of Chromium's that cannot be set once it runs. */
export const MODELLED_WEBRTC_POLICY = 'disable_non_proxied_udp';
/** The proxy of the session, likewise. */
export const modelledProxy = {
  proxyRules: 'http=127.0.0.1:9;https=127.0.0.1:9',
  proxyBypassRules: '<-loopback>',
};

const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  leanBrowser,
  '--password-store=basic',
  '--use-mock-keychain',
  '--hide-scrollbars',
  '--mute-audio',
  `--proxy-server=${modelledProxy.proxyRules}`,
  `--proxy-bypass-list=${modelledProxy.proxyBypassRules}`,
  `--webrtc-ip-handling-policy=${MODELLED_WEBRTC_POLICY}`,
  `--force-webrtc-ip-handling-policy=${MODELLED_WEBRTC_POLICY}`,
];

/**
 * Starts a Chromium on a profile folder. It is a process group of its own, so that it can be killed whole, and it ends by
 * itself when this process dies: that closes its debugging pipe.
 */
export async function startChromium(
  profile: string,
  options: { readonly isHeaded: boolean },
): Promise<ChromiumProcess> {
  const browser = findBrowser();
  if (browser === undefined) throw new Error('host double: no Chromium; set CHROMIUM to one');
  await mkdir(profile, { recursive: true });
  const portFile = path.join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });

  const isRoot = process.getuid?.() === 0;
  const child = spawn(
    browser,
    [
      ...quiet,
      `--user-data-dir=${profile}`,
      '--remote-debugging-pipe',
      '--remote-debugging-port=0',
      ...(isRoot ? ['--no-sandbox'] : []),
      ...(options.isHeaded ? ['--app=about:blank'] : ['--headless', 'about:blank']),
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    },
  );
  const exited = once(child, 'exit');
  let hasExited = false;
  void exited.then(() => (hasExited = true));
  for (;;) {
    const [port, address] = readPort(portFile);
    if (child.pid !== undefined && port !== undefined && address !== undefined) {
      return { pid: child.pid, endpoint: `ws://127.0.0.1:${port}${address}`, exited };
    }
    if (hasExited) throw new Error(`host double: ${browser} ended at once`);
    await sleep(20);
  }
}

function readPort(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
}
