import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame, Page, Route } from 'playwright-core';
import { toAppAddress, toWebAddress } from './addresses.ts';
import { app } from './app.ts';
import { createCodec } from './codec.ts';
import { createEvent, host, mustBeReady, openContext } from './host.ts';
import { ipcMain } from './ipc-main.ts';
import type { PageSettings } from './page-side.ts';
import { installPreload } from './page-side.ts';
import { applyPermissions } from './permissions.ts';
import { serveRequest } from './serve.ts';
import type { DoubleSession } from './session.ts';
import { isBehindModelledProxy } from './session.ts';
import { PAGE_RECEIVER, WebContents } from './web-contents.ts';

export const isHeaded = process.env['HOST_DOUBLE_HEADED'] === '1';
const BINDING = '__hostDoubleCall';
const { decode } = createCodec();

type Preferences = Omit<Electron.WebPreferences, 'session'> & { session?: DoubleSession };
type WindowOptions = Omit<Electron.BrowserWindowConstructorOptions, 'webPreferences'> & {
  webPreferences?: Preferences;
};

/** A window: one page of the Chromium behind the double. A class, because Electron's is one. */
export class BrowserWindow extends EventEmitter {
  static getAllWindows(): readonly BrowserWindow[] {
    return host.windows;
  }

  readonly webContents: WebContents;
  readonly #options: WindowOptions;
  readonly #opened: Promise<Page>;
  #page: Page | undefined;
  #isGone = false;
  #isMinimized = false;
  /** The address main itself is loading, which no `will-navigate` asks about. */
  #loading = '';

  constructor(options: WindowOptions = {}) {
    super();
    mustBeReady('BrowserWindow');
    refuseWeakPreferences(options.webPreferences ?? {});
    this.#options = options;
    this.webContents = new WebContents(this);
    host.windows = [...host.windows, this];
    app.emit('web-contents-created', createEvent(), this.webContents);
    this.#opened = this.#open();
  }

  async #open(): Promise<Page> {
    const context = openContext();
    const taken = new Set(host.windows.map((window) => window.#page));
    const blank = context.pages().find((page) => page.url() === 'about:blank' && !taken.has(page));
    const page = blank ?? (await context.newPage());
    this.#page = page;
    const { width = 800, height = 600, webPreferences = {} } = this.#options;
    if (!isHeaded) await page.setViewportSize({ width, height });
    await page.exposeBinding(BINDING, ({ frame }, text: string) => this.#receive(frame, text));
    await page.addInitScript({ content: await preloadScript(webPreferences) });
    await page.route('**/*', (route) => this.#route(route, page));
    page.on('close', () => {
      this.#closed();
    });
    page.on('crash', () => {
      const details = { reason: 'crashed', exitCode: 1 };
      this.webContents.emit('render-process-gone', createEvent(), details);
    });
    page.on('popup', (popup) => void this.#popup(popup));
    return page;
  }

  #receive(frame: Frame, text: string): Promise<string> {
    const [kind, channel, args] = decode(text) as [string, string, readonly unknown[]];
    const url = toAppAddress(frame.url());
    const senderFrame = { url, parent: frame.parentFrame() ? {} : null };
    const event = { sender: this.webContents, senderFrame, frameId: 1, processId: 1 };
    return ipcMain.dispatch(kind, channel, event, args);
  }

  async #route(route: Route, page: Page): Promise<void> {
    const request = route.request();
    if (!request.isNavigationRequest()) return serveRequest(route);
    const url = toAppAddress(request.url());
    const isMainFrame = request.frame() === page.mainFrame();
    if (!isMainFrame || this.#loading !== url) {
      const event = Object.assign(createEvent(), { url, isMainFrame });
      this.webContents.emit('will-frame-navigate', event);
      if (isMainFrame) this.webContents.emit('will-navigate', event);
      if (event.defaultPrevented) return route.abort('aborted');
    }
    const started = Object.assign(createEvent(), { url, isMainFrame, isSameDocument: false });
    this.webContents.emit('did-start-navigation', started);
    return serveRequest(route);
  }

  async #popup(popup: Page): Promise<void> {
    const url = toAppAddress(popup.url());
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab' } as const;
    const referrer = { url: '', policy: 'default' } as const;
    const { action } = this.webContents.openHandler?.({ ...details, referrer }) ?? {
      action: 'allow',
    };
    await popup.close();
    if (action === 'allow') throw new Error('host double: allowed windows are not modelled');
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#opened;
    if (!this.webContents.isWebRtcHeldBack || !isBehindModelledProxy()) {
      throw new Error('host double: only a window without a network is modelled');
    }
    await applyPermissions(address);
    this.#loading = address;
    await page.goto(toWebAddress(address), { waitUntil: 'domcontentloaded' });
    this.#loading = '';
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }

  currentPage(): Page | undefined {
    return this.#page;
  }

  #closed(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    host.windows = host.windows.filter((window) => window !== this);
    this.emit('closed');
    if (host.windows.length > 0 || host.isQuitting) return;
    if (!app.emit('window-all-closed')) app.quit();
  }

  close(): void {
    const event = createEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) {
      void this.#opened.then((page) => page.close({ runBeforeUnload: true }));
    }
  }

  /** As Electron's: the page goes without being asked. */
  destroy(): void {
    void this.#opened.then((page) => page.close());
  }

  show(): void {
    this.emit('show');
  }

  focus(): void {
    this.emit('focus');
    void this.#opened.then((page) => page.bringToFront());
  }

  minimize(): void {
    this.#isMinimized = true;
  }

  restore(): void {
    this.#isMinimized = false;
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  isDestroyed(): boolean {
    return this.#isGone;
  }
}

function refuseWeakPreferences(preferences: Preferences): void {
  const { contextIsolation, sandbox, nodeIntegration, webSecurity } = preferences;
  if (!contextIsolation || !sandbox || nodeIntegration || webSecurity === false) {
    throw new Error('host double: only a sandboxed, isolated window is modelled');
  }
}

async function preloadScript(preferences: Preferences): Promise<string> {
  const { preload, additionalArguments = [] } = preferences;
  if (preload === undefined || !path.isAbsolute(preload)) {
    throw new Error('host double: preload must be an absolute path');
  }
  const settings: PageSettings = {
    binding: BINDING,
    receiver: PAGE_RECEIVER,
    argv: additionalArguments,
    versions: { chrome: process.versions['chrome'], electron: process.versions['electron'] },
  };
  const source = await readFile(preload, 'utf8');
  const body = `function (require, module, exports, process) {\n${source}\n}`;
  return `(${installPreload.toString()})(${JSON.stringify(settings)}, ${createCodec.toString()}, ${body});`;
}
