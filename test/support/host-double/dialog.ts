import type { BrowserWindow } from './browser-window.ts';

interface Dialog extends Pick<Electron.Dialog, 'showErrorBox'> {
  showSaveDialog: (
    window: BrowserWindow,
    options: Electron.SaveDialogOptions,
  ) => Promise<Electron.SaveDialogReturnValue>;
  showOpenDialog: (
    window: BrowserWindow,
    options: Electron.OpenDialogOptions,
  ) => Promise<Electron.OpenDialogReturnValue>;
  showMessageBox: (
    window: BrowserWindow,
    options: Electron.MessageBoxOptions,
  ) => Promise<Electron.MessageBoxReturnValue>;
}

function unanswered(name: string) {
  return (): never => {
    throw new Error(`host double: nothing answers dialog.${name}; set it in the test`);
  };
}

/** Tests answer dialogs by putting a function of their own in here. */
export const dialog: Dialog = {
  showSaveDialog: unanswered('showSaveDialog'),
  showOpenDialog: unanswered('showOpenDialog'),
  showMessageBox: unanswered('showMessageBox'),
  showErrorBox: (title, content) => {
    console.error(`dialog.showErrorBox: ${title}: ${content}`);
  },
};
