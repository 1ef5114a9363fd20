import type { MenuItemConstructorOptions, Session } from 'electron';
import { app, BrowserWindow, Menu } from 'electron';
import { START_URL } from './app-address.ts';
import type { MainLog } from './main-log.ts';

/** Makes and loads a window of the app: the only place where one is made. */
export function createWindow(pages: Session, preload: string, log: MainLog): BrowserWindow {
  const window = new BrowserWindow({
    title: app.getName(),
    width: 1280,
    height: 800,
    minWidth: 360,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      session: pages,
      preload,
      additionalArguments: [`--bazarnegar-version=${app.getVersion()}`],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  window.webContents.on('context-menu', (_event, { isEditable, editFlags }) => {
    const items: MenuItemConstructorOptions[] = isEditable
      ? [
          { role: 'cut', enabled: editFlags.canCut },
          { role: 'copy', enabled: editFlags.canCopy },
          { role: 'paste', enabled: editFlags.canPaste },
        ]
      : [{ role: 'copy', enabled: editFlags.canCopy }];
    if (isEditable || editFlags.canCopy) Menu.buildFromTemplate(items).popup({ window });
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log('page gone', reason);
    // All that was saved is in the journal: the page begins anew from it.
    if (reason !== 'clean-exit' && !window.isDestroyed()) load(window, log);
  });
  load(window, log);
  return window;
}

function load(window: BrowserWindow, log: MainLog): void {
  window.loadURL(START_URL).catch((error: unknown) => {
    log('page not loaded', String(error));
  });
}
