import type { Desktop } from '#shared/desktop/contract.ts';
import { createBrowserDesktop } from './browser-desktop.ts';

declare global {
  interface Window {
    /** What Electron's preload gives the page; not there in a browser. */
    readonly desktop?: Desktop;
  }
}

/** The way to everything outside the page: the desktop's main process, or in a browser the same contract made of the browser's own means. */
export function connectDesktop(): Desktop {
  return window.desktop ?? createBrowserDesktop();
}
