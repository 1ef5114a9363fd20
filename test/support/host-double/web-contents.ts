import { EventEmitter } from 'node:events';
import type { BrowserWindow } from './browser-window.ts';
import { createCodec } from './codec.ts';
import { toAppAddress } from './addresses.ts';
import { MODELLED_WEBRTC_POLICY } from './chromium-process.ts';

/** How a page hears of its host. */
export const PAGE_RECEIVER = 'hostDoubleReceive';
const { encode } = createCodec();
let nextId = 1;

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** The page in a window, as main sees it. A class, because main listens to its events. */
export class WebContents extends EventEmitter {
  readonly id = nextId++;
  readonly #window: BrowserWindow;
  openHandler: OpenHandler | null = null;
  isWebRtcHeldBack = false;

  constructor(window: BrowserWindow) {
    super();
    this.#window = window;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    const told = [PAGE_RECEIVER, channel, encode(args)] as const;
    const heard = this.#window.currentPage()?.evaluate(([receiver, name, text]) => {
      const page = globalThis as unknown as Record<symbol, (name: string, text: string) => void>;
      page[Symbol.for(receiver)]?.(name, text);
    }, told);
    // A page that goes, or hangs, hears nothing; main is not told.
    heard?.catch(() => undefined);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  // The process goes with its page, which `destroy` closes.
  forcefullyCrashRenderer(): void {}

  /** The Chromium behind is started with the one policy that is modelled. */
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.isWebRtcHeldBack = policy === MODELLED_WEBRTC_POLICY;
  }

  getURL(): string {
    return toAppAddress(this.#window.currentPage()?.url() ?? '');
  }
}
