import { EventEmitter } from 'node:events';
import type { IpcMainInvokeEvent } from 'electron';
import { createCodec } from './codec.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];
/** What the double gives a handler: as much of the event as the app reads. */
export type DoubleEvent = Pick<IpcMainInvokeEvent, 'frameId' | 'processId'> & {
  readonly sender: object;
  readonly senderFrame: object | null;
};

const { encode } = createCodec();

class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.#handlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** What arrives from a page; answers the text that goes back. */
  async dispatch(
    kind: string,
    channel: string,
    event: DoubleEvent,
    args: readonly unknown[],
  ): Promise<string> {
    if (kind === 'send') {
      this.emit(channel, event, ...args);
      return encode({ ok: true });
    }
    try {
      const handler = this.#handlers.get(channel);
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const value: unknown = await handler(event as unknown as IpcMainInvokeEvent, ...args);
      return encode({ ok: true, value });
    } catch (error) {
      const text = `Error invoking remote method '${channel}': ${String(error)}`;
      return encode({ ok: false, error: text });
    }
  }
}

export const ipcMain = new IpcMain() satisfies Pick<Electron.IpcMain, 'handle' | 'removeHandler'>;
