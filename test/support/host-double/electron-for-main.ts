import type { DoubleSession, protocol } from './session.ts';
import type { WebContents as DoubleContents } from './web-contents.ts';

// What electron/ may import from 'electron' while host-double.test.ts type-checks it against the double. An API that it uses and the
// double lacks does not compile.
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { powerMonitor } from './power-monitor.ts';
export { protocol, session } from './session.ts';

export type Session = DoubleSession;
export type Protocol = typeof protocol;
export type WebContents = DoubleContents;
export type IpcMain = Electron.IpcMain;
export type IpcMainInvokeEvent = Electron.IpcMainInvokeEvent;
export type MenuItemConstructorOptions = Electron.MenuItemConstructorOptions;
