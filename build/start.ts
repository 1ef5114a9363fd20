import type { ChildProcess } from 'node:child_process';
import { hasScreen, openBrowser, openElectron, waitForWindow } from './app-window.ts';
import { buildProduct } from './build-product.ts';
import { downloadElectron } from './download-electron.ts';
import { findBrowser } from './find-browser.ts';
import { electronVersion, findElectron } from './find-electron.ts';
import type { LocalServer } from './local-server.ts';
import { startLocalServer } from './local-server.ts';

// npm start: builds what is stale, starts the server with the sample project, opens the app. --browser, --no-open

const flags = new Set(process.argv.slice(2));
const SOON_MS = 5000;

let server: LocalServer | undefined;
let appWindow: ChildProcess | undefined;
let isLeaving = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    appWindow?.kill();
    void leave(0);
  });

try {
  await buildProduct({ onlyStale: true });
  console.log('Starting the server (the first time it makes the sample project) ...');
  server = await startLocalServer();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
describeServer(server);
void server.ended.then(async () => {
  if (isLeaving) return;
  console.log('The server ended by itself.');
  await leave(1);
});
await openApp(server);

async function openApp({ address, isOurs }: LocalServer): Promise<void> {
  if (flags.has('--no-open') || !hasScreen()) {
    const why = flags.has('--no-open') ? '--no-open was given' : 'there is no screen here';
    console.log(
      `No window: ${why}. Open ${address} in a browser on this machine. Ctrl+C stops it.`,
    );
    if (!isOurs) await leave(0);
    return;
  }
  const whyNot = flags.has('--browser') ? '--browser was given' : await openInElectron(address);
  if (whyNot !== undefined) await openInBrowser(address, whyNot);
}

/** Gives why there is no Electron, or undefined once its window was used and closed. */
async function openInElectron(address: string): Promise<string | undefined> {
  const why = findElectron() === undefined ? await downloadElectron() : undefined;
  const program = findElectron();
  if (program === undefined) return why ?? 'its program is not where it was unpacked';
  console.log(`Opening the desktop app: Electron ${electronVersion()} is here.`);
  appWindow = openElectron(program, address);
  const { code, openMs } = await waitForWindow(appWindow);
  if (code !== 0 && openMs < SOON_MS)
    return `it ended at once with ${code ?? 'no code'}; on Debian it needs libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libsecret-1-0`;
  await leave(0);
  return undefined;
}

async function openInBrowser(address: string, why: string): Promise<void> {
  const program = findBrowser();
  if (program === undefined) {
    console.log(
      `Open ${address} yourself: no Electron (${why}) and no Chromium, Chrome or Edge. Ctrl+C stops it.`,
    );
    return;
  }
  console.log(
    `Opening ${address} in ${program}, not in Electron: ${why}. README, "Blocked networks", says more.`,
  );
  appWindow = openBrowser(program, address);
  const { code, openMs } = await waitForWindow(appWindow);
  if (code === undefined)
    console.log(`${program} would not start. Open ${address} yourself. Ctrl+C stops it.`);
  else if (openMs < SOON_MS)
    console.log('The window belongs to a browser that was open already. Ctrl+C stops the server.');
  else await leave(0);
}

function describeServer({ address, health, isOurs }: LocalServer): void {
  console.log(`Bazarnegar ${isOurs ? 'runs' : 'was running already'} at ${address}`);
  for (const { name, password, role } of health.sampleAccounts)
    console.log(`  sample account: ${name} / ${password} (${role})`);
}

async function leave(code: number): Promise<never> {
  isLeaving = true;
  await server?.stop();
  process.exit(code);
}
