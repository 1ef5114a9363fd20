import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { BrowserWindow } from './browser-window.ts';

type Handler = (request: Request) => Response | Promise<Response>;

/** The application the double runs: its folder and what its package.json says of it. */
export const appFolder = path.resolve(process.env['HOST_DOUBLE_APP'] ?? '.');
const manifest = JSON.parse(readFileSync(path.join(appFolder, 'package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
  readonly productName?: string;
};
export const appVersion = manifest.version;

interface Host {
  isReady: boolean;
  isQuitting: boolean;
  name: string;
  context: BrowserContext | undefined;
  /** Ends the Chromium behind the windows. */
  stopChromium: () => Promise<void>;
  windows: readonly BrowserWindow[];
  readonly schemes: Set<string>;
  readonly handlers: Map<string, Handler>;
}

/** The state that the parts of the double share: one application in one process. */
export const host: Host = {
  isReady: false,
  isQuitting: false,
  name: manifest.productName ?? manifest.name,
  context: undefined,
  stopChromium: async () => undefined,
  windows: [],
  schemes: new Set(),
  handlers: new Map(),
};

/** Electron throws when most of it is used too early; so does the double. */
export function mustBeReady(api: string): void {
  if (!host.isReady) throw new Error(`${api} can only be used after app is ready`);
}

/** The Chromium behind the windows. */
export function openContext(): BrowserContext {
  if (!host.context) throw new Error('host double: no Chromium yet');
  return host.context;
}

/** An argument that Chromium's own switches take, such as `--user-data-dir=<folder>`. */
export function switchValue(name: string): string | undefined {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

/** What Electron gives its listeners first. */
export function createEvent(): {
  defaultPrevented: boolean;
  preventDefault(): void;
} {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
