import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserWindow } from './browser-window.ts';
import { appFolder, appVersion, createEvent, host, switchValue } from './host.ts';

type PathName = Parameters<Electron.App['getPath']>[0];

class App extends EventEmitter {
  readonly isPackaged = false;

  getName(): string {
    return host.name;
  }

  getVersion(): string {
    return appVersion;
  }

  getPreferredSystemLanguages(): string[] {
    return (process.env['HOST_DOUBLE_LANGUAGES'] ?? 'fa-IR,en-US').split(',');
  }

  enableSandbox(): void {
    if (host.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  whenReady(): Promise<void> {
    if (host.isReady) return Promise.resolve();
    return new Promise((resolve) => {
      this.once('ready', () => {
        resolve();
      });
    });
  }

  getPath(name: PathName): string {
    const home = os.homedir();
    const config = process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
    const userData = path.resolve(switchValue('user-data-dir') ?? path.join(config, host.name));
    if (name === 'userData' || name === 'sessionData') return userData;
    if (name === 'home') return home;
    if (name === 'temp') return os.tmpdir();
    if (name === 'downloads') return path.join(userData, 'Downloads');
    throw new Error(`host double: app.getPath('${name}') is not modelled`);
  }

  /** As Electron: the process that holds the folder hears of the second one, which is told no. */
  requestSingleInstanceLock(): boolean {
    const lock = path.join(this.getPath('userData'), 'double.lock');
    mkdirSync(path.dirname(lock), { recursive: true });
    if (!takeLock(lock)) return false;
    process.on('exit', () => {
      rmSync(lock, { force: true });
    });
    process.on('SIGUSR2', () => this.emit('second-instance', createEvent(), [], appFolder, null));
    return true;
  }

  quit(): void {
    void this.#quit();
  }

  exit(code = 0): void {
    host.isQuitting = true;
    void host.stopChromium().finally(() => process.exit(code));
  }

  async #quit(): Promise<void> {
    const before = createEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    await Promise.all(host.windows.map((window) => closed(window)));
    const last = createEvent();
    this.emit('will-quit', last);
    if (last.defaultPrevented) return;
    this.emit('quit', createEvent(), 0);
    this.exit(0);
  }
}

function closed(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.once('closed', () => {
      resolve();
    });
    window.close();
  });
}

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const holder = Number(readFileSync(lock, 'utf8'));
    if (holder > 0 && holder !== process.pid && signal(holder, 'SIGUSR2')) return false;
    writeFileSync(lock, String(process.pid));
    return true;
  }
}

/** False where the process is gone: the lock of one that was killed is taken over. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

export const app = new App() satisfies Pick<
  Electron.App,
  | 'isPackaged'
  | 'getName'
  | 'getVersion'
  | 'getPreferredSystemLanguages'
  | 'enableSandbox'
  | 'whenReady'
  | 'getPath'
  | 'requestSingleInstanceLock'
  | 'quit'
  | 'exit'
>;
