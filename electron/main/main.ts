import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, dialog, ipcMain, powerMonitor, protocol, session } from 'electron';
import { SUSPEND_MESSAGE } from '#shared/desktop/channels.ts';
import { COMPACT_EVERY_MS } from '#shared/journal/journal.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { registerHandlers } from '../ipc/register-handlers.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { createUpdateCheck, readRelease } from './check-update.ts';
import { COPY_EVERY_MS } from './copy-keeper.ts';
import { dangerousArguments } from './dangerous-arguments.ts';
import { errorCode, prepareFolder } from './durable-file.ts';
import { createLockGuard, isLockChord, LOCK_PATIENCE_MS, withinPatience } from './lock-guard.ts';
import { createMainLog } from './main-log.ts';
import { setMenu } from './menu.ts';
import { createReadFiles } from './read-file.ts';
import { createSaveFiles } from './save-file.ts';
import { cutOffNetwork, denyPermissions, guardContents } from './security.ts';
import { freeBytes } from './storage-state.ts';
import { systemLanguage } from './system-language.ts';
import { createVaultShelf } from './vault-shelf.ts';
import { createWindow } from './window.ts';

const LOOK_EVERY_MS = 30_000;

app.enableSandbox();
registerAppScheme(protocol);
guardContents();

if (app.isPackaged && dangerousArguments(process.argv).length > 0) app.exit(1);
// One window, one writer: a second start only brings the first to the front.
else if (!app.requestSingleInstanceLock()) app.exit(0);
// Never `await` this at the top level: Electron is ready only after this module has ended.
else void app.whenReady().then(start).catch(cannotStart);

function cannotStart(error: unknown): void {
  dialog.showErrorBox(
    'بازارنگار باز نشد · Bazarnegar could not start',
    `جا و اجازهٔ نوشتن در این پوشه را بررسی کنید · Check the space and your rights in this folder:\n${app.getPath('userData')}\n${errorCode(error)}`,
  );
  app.exit(1);
}

async function start(): Promise<void> {
  const work = path.join(app.getPath('userData'), 'work');
  await prepareFolder(work);

  const log = createMainLog(work);
  const vaults = createVaultShelf({
    work,
    // `npm start` says where its own server is; an installed app asks the person.
    server: app.isPackaged ? undefined : process.env['BAZARNEGAR_SERVER'],
    nowMs: () => Date.now(),
    askFolder,
    askServer,
  });
  const compacting = setInterval(() => void compactJournal(), COMPACT_EVERY_MS);
  const copying = setInterval(() => void vaults.current()?.copies.run(), COPY_EVERY_MS);
  let wasForced = false;
  const guard = createLockGuard({
    isOpen: () => vaults.current() !== undefined,
    force: () => void lockVault(true),
    log,
  });
  const idling = setInterval(() => guard.noteIdle(powerMonitor.getSystemIdleTime()), LOOK_EVERY_MS);
  const files = createSaveFiles(askWhere);
  const readFiles = createReadFiles(askWhich);
  const handlers = createHandlers({
    vaults,
    files,
    readFiles,
    lock: () => lockVault(false),
    takeForced() {
      const was = wasForced;
      wasForced = false;
      return was;
    },
    checkUpdate: createUpdateCheck({
      release: readRelease(path.join(import.meta.dirname, '../../package.json')),
      platform: `${process.platform}-${process.arch}`,
      askManifest: askWhich,
    }),
    freeBytes: () => freeBytes(work),
    languages: () => app.getPreferredSystemLanguages(),
  });

  const here = import.meta.dirname;
  const pages = session.fromPartition('persist:bazarnegar');
  denyPermissions(pages);
  await cutOffNetwork(pages);
  serveApp(pages.protocol, path.join(here, '../renderer'));
  setMenu(systemLanguage(app.getPreferredSystemLanguages()));

  let window: BrowserWindow | undefined;
  registerHandlers(ipcMain, handlers, () => window?.webContents.id, log);

  async function compactJournal(): Promise<void> {
    const compacted = await vaults.current()?.journal.compact();
    if (compacted && !compacted.ok) log('journal not compacted', compacted.error.kind);
  }

  async function askFolder(): Promise<string | null> {
    if (!window) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  }

  async function askServer(from: string, to: string): Promise<boolean> {
    if (!window) return false;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: 'نشانی سرور عوض شود؟ · Change the server?',
      detail: `از این پس کار به سرور تازه فرستاده می‌شود · From now on the work is sent to the new server.

سرور پیشین · Before:
${from}

سرور تازه · New:
${to}`,
      buttons: ['نه، همان بماند · No, keep it', 'بله، عوض شود · Yes, change it'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return response === 1;
  }

  async function askWhich(): Promise<string | null> {
    if (!window) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openFile', 'dontAddToRecent'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  }

  async function askWhere(suggestedName: string): Promise<string | null> {
    if (!window) return null;
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      defaultPath: path.join(app.getPath('downloads'), suggestedName),
      properties: ['createDirectory', 'showOverwriteConfirmation'],
    });
    return canceled || filePath === '' ? null : filePath;
  }

  function letFilesGo(): void {
    void files.abandonAll();
    void readFiles.closeAll();
  }

  function openWindow(): void {
    const opened = createWindow(pages, path.join(here, '../preload/preload.cjs'), log);
    window = opened;
    opened.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) letFilesGo();
    });
    opened.webContents.on('before-input-event', (_event, input) => {
      if (isLockChord(input)) guard.expect('asked');
    });
    opened.on('closed', () => {
      if (window === opened) window = undefined;
      letFilesGo();
    });
  }

  /** What the page had in memory goes with its process: a new window comes first, so that the app never has none. */
  async function lockVault(isForced: boolean): Promise<void> {
    guard.locked();
    wasForced = isForced;
    // A disk that answers nothing must not keep the page alive.
    await withinPatience(vaults.close(), LOCK_PATIENCE_MS);
    const before = window;
    setImmediate(() => {
      openWindow();
      // A page that hangs ends no process of its own.
      if (isForced) before?.webContents.forcefullyCrashRenderer();
      before?.destroy();
    });
  }

  function tellSuspend(reason: string): void {
    window?.webContents.send(SUSPEND_MESSAGE);
    guard.expect(reason);
  }
  powerMonitor.on('suspend', () => tellSuspend('suspend'));
  powerMonitor.on('lock-screen', () => tellSuspend('lock-screen'));

  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (!window) openWindow();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });

  // What the closing page still sent is on the disk before the app is gone.
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    clearInterval(compacting);
    clearInterval(copying);
    clearInterval(idling);
    void Promise.allSettled([vaults.close(), files.abandonAll()]).then(() => {
      isClosed = true;
      app.quit();
    });
  });

  openWindow();
}
