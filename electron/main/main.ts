import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, dialog, ipcMain, protocol, safeStorage, session } from 'electron';
import { ok } from '#shared/core/result.ts';
import { COMPACT_EVERY_MS, createJournal } from '#shared/journal/journal.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { registerHandlers } from '../ipc/register-handlers.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { COPY_EVERY_MS, createCopyKeeper } from './copy-keeper.ts';
import { dangerousArguments } from './dangerous-arguments.ts';
import { errorCode, prepareFolder } from './durable-file.ts';
import { openJournalFolder } from './journal-folder.ts';
import { createMainLog } from './main-log.ts';
import { setMenu } from './menu.ts';
import { createPhotoStore } from './photo-store.ts';
import { createReadFiles } from './read-file.ts';
import { createSaveFiles } from './save-file.ts';
import { cutOffNetwork, denyPermissions, guardContents } from './security.ts';
import { createServerLink } from './server-link.ts';
import { createSessionCookie } from './session-cookie.ts';
import { openSettingsFile } from './settings-file.ts';
import { freeBytes } from './storage-state.ts';
import { systemLanguage } from './system-language.ts';
import { createWindow } from './window.ts';

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
  const photoFolder = path.join(work, 'photos');
  await prepareFolder(work);
  await prepareFolder(photoFolder);

  const log = createMainLog(work);
  const settings = await openSettingsFile(work);
  const server = createServerLink(settings, createSessionCookie(work, safeStorage));
  // `npm start` says where its own server is; an installed app asks the person.
  const given = app.isPackaged ? undefined : process.env['BAZARNEGAR_SERVER'];
  if (given !== undefined && server.address() === null) await server.setAddress(given);
  const journal = createJournal(async () => ok(await openJournalFolder(work)));
  const compacting = setInterval(() => void compactJournal(), COMPACT_EVERY_MS);
  const files = createSaveFiles(askWhere);
  const readFiles = createReadFiles(askWhich);
  const copies = createCopyKeeper({
    journal,
    photoFolder,
    settings,
    nowMs: () => Date.now(),
    askFolder,
  });
  const copying = setInterval(() => void copies.run(), COPY_EVERY_MS);
  const handlers = createHandlers({
    journal,
    photos: createPhotoStore(photoFolder),
    copies,
    files,
    readFiles,
    server,
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
    const compacted = await journal.compact();
    if (!compacted.ok) log('journal not compacted', compacted.error.kind);
  }

  async function askFolder(): Promise<string | null> {
    if (!window) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      properties: ['openDirectory', 'createDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
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
    window = createWindow(pages, path.join(here, '../preload/preload.cjs'), log);
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) letFilesGo();
    });
    window.on('closed', () => {
      window = undefined;
      letFilesGo();
    });
  }

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
    server.close();
    clearInterval(compacting);
    clearInterval(copying);
    void Promise.allSettled([journal.close(), files.abandonAll()]).then(() => {
      isClosed = true;
      app.quit();
    });
  });

  openWindow();
}
