import type { createCodec } from './codec.ts';

/** What the main side tells the page before its first script. */
export interface PageSettings {
  readonly binding: string;
  readonly receiver: string;
  readonly argv: readonly string[];
  readonly versions: Readonly<Record<string, string | undefined>>;
}

type Require = (id: string) => unknown;
type Preload = (require: Require, module: object, exports: object, process: object) => void;
type Listener = (event: object, ...args: readonly unknown[]) => void;

/**
 * Runs in the page, as text, before its scripts: a sandboxed preload's world with `contextBridge` and `ipcRenderer`. It uses nothing
 * from outside itself.
 */
export function installPreload(
  settings: PageSettings,
  codec: typeof createCodec,
  preload: Preload,
): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const binding = page[settings.binding] as (text: string) => Promise<string>;
  delete page[settings.binding];
  // Preloads run in the main frame only.
  if (window.top !== window || location.href === 'about:blank') return;
  const { encode, decode } = codec();
  const listeners = new Map<string, Set<Listener>>();

  async function call(kind: 'invoke' | 'send', channel: string, args: readonly unknown[]) {
    const reply = decode(await binding(encode([kind, channel, args])));
    const { ok, value, error } = reply as { ok: boolean; value: unknown; error: string };
    if (!ok) throw new Error(error);
    return value;
  }

  const ipcRenderer = {
    invoke: (channel: string, ...args: readonly unknown[]) => call('invoke', channel, args),
    send: (channel: string, ...args: readonly unknown[]) => void call('send', channel, args),
    on: (channel: string, listener: Listener) => {
      const known = listeners.get(channel) ?? new Set();
      listeners.set(channel, known.add(listener));
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  };
  Object.defineProperty(page, Symbol.for(settings.receiver), {
    enumerable: false,
    value: (channel: string, text: string) => {
      const args = decode(text) as readonly unknown[];
      for (const listener of listeners.get(channel) ?? []) listener({ ports: [] }, ...args);
    },
  });

  // As Electron's bridge: values are copied, functions proxied, prototypes lost, symbols refused, all of it frozen.
  function cross(value: unknown, seen = new Map<object, unknown>()): unknown {
    if (typeof value === 'symbol') throw new TypeError('a symbol cannot cross the context bridge');
    if (typeof value === 'function') return crossFunction(value as (...args: unknown[]) => unknown);
    if (value === null || typeof value !== 'object') return value;
    if (seen.has(value)) return seen.get(value);
    if (value instanceof Promise) return value.then((held) => cross(held), rethrow);
    if (value instanceof Error) return new Error(value.message);
    if (value instanceof Element || value instanceof Blob) return value;
    if (Array.isArray(value)) {
      const array: unknown[] = [];
      seen.set(value, array);
      for (const item of value) array.push(cross(item, seen));
      return Object.freeze(array);
    }
    const tag = Object.prototype.toString.call(value);
    if (tag !== '[object Object]') return structuredClone(value);
    const object: Record<string, unknown> = {};
    seen.set(value, object);
    for (const [key, held] of Object.entries(value)) object[key] = cross(held, seen);
    return Object.freeze(object);
  }

  function crossFunction(original: (...args: unknown[]) => unknown) {
    return (...args: readonly unknown[]) => cross(original(...args.map((value) => cross(value))));
  }

  function rethrow(error: unknown): never {
    throw error instanceof Error ? new Error(error.message) : cross(error);
  }

  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (key: string, value: unknown) => {
        if (key in page)
          throw new Error(`Cannot bind an API on top of an existing property: ${key}`);
        Object.defineProperty(page, key, { value: cross(value), enumerable: true });
      },
    },
  };
  function require(id: string): unknown {
    if (id === 'electron' || id === 'electron/renderer') return electron;
    throw new Error(`module not found: ${id}`);
  }
  const process = Object.freeze({
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    platform: 'linux',
    argv: settings.argv,
    versions: settings.versions,
    env: {},
  });
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, process);
  } catch (error) {
    console.error('Unable to load preload script:', error);
  }
}
