import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

/** A running app: the shape of Playwright's `ElectronApplication`, so that one suite drives the double and the real one. */
export interface HostApp {
  firstWindow(): Promise<Page>;
  context(): BrowserContext;
  /** Runs a function in the main process with Electron's modules; it sees nothing from outside itself. */
  evaluate<R, A>(
    act: (electron: typeof Electron.CrossProcessExports, argument: A) => R | Promise<R>,
    argument: A,
  ): Promise<R>;
  /** Quits as a person does. */
  close(): Promise<void>;
  /** Ends every process of it at once, as a power cut or `kill -9` does. */
  kill(): Promise<void>;
  process(): ChildProcess;
}

/** How to start: `args` as Electron takes them, `[app folder, '--user-data-dir=<folder>', ...]`. */
export interface LaunchOptions {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Shows the window on the screen. */
  readonly isHeaded?: boolean;
}

interface Started {
  readonly endpoint: string;
  readonly chromium: number;
}

/** Starts the app under the host double: its main process in Node, its page in an installed Chromium. */
export async function launch(options: LaunchOptions): Promise<HostApp> {
  const folder = import.meta.dirname;
  const child = fork(path.join(folder, 'run.ts'), [...options.args], {
    execArgv: ['--import', path.join(folder, 'hooks.ts')],
    env: {
      ...process.env,
      ...options.env,
      ...(options.isHeaded && { HOST_DOUBLE_HEADED: '1' }),
    },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const started = await hasStarted(child);
  const browser = await chromium.connectOverCDP(started.endpoint);
  const [context] = browser.contexts();
  if (!context) throw new Error('host double: Chromium has no context');
  let questions = 0;

  async function gone(): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    await browser.close();
  }

  return {
    process: () => child,
    context: () => context,
    firstWindow: async () => {
      for (;;) {
        const page = context.pages().find((one) => one.url() !== 'about:blank');
        if (page) {
          await page.waitForLoadState('domcontentloaded');
          return page;
        }
        await sleep(20);
      }
    },
    evaluate: async <R>(act: (...given: never) => R | Promise<R>, argument: unknown) => {
      questions += 1;
      return (await ask(child, questions, act.toString(), argument)) as R;
    },
    close: async () => {
      if (child.connected) child.send({ id: 0, source: '({ app }) => { app.quit(); }' });
      await gone();
    },
    kill: async () => {
      child.kill('SIGKILL');
      killGroup(started.chromium);
      await gone();
    },
  };
}

function hasStarted(child: ChildProcess): Promise<Started> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: Partial<Started>) => {
      const { endpoint, chromium: pid } = message;
      if (endpoint !== undefined && pid !== undefined) resolve({ endpoint, chromium: pid });
    });
    child.once('exit', (code) => {
      reject(new Error(`the app under the host double ended with ${code ?? 'a signal'}`));
    });
  });
}

function ask(child: ChildProcess, id: number, source: string, argument: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    function onMessage(message: { id?: number; value?: unknown; error?: string }): void {
      if (message.id !== id) return;
      child.off('message', onMessage);
      if (message.error === undefined) resolve(message.value);
      else reject(new Error(message.error));
    }
    child.on('message', onMessage);
    child.send({ id, source, argument });
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It ended by itself when its main process died.
  }
}
