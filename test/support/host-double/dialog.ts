type Dialog = Pick<Electron.Dialog, 'showSaveDialog' | 'showErrorBox'>;

function unanswered(name: string) {
  return (): never => {
    throw new Error(`host double: nothing answers dialog.${name}; set it in the test`);
  };
}

/** Tests answer dialogs by putting a function of their own in here. */
export const dialog: Dialog = {
  showSaveDialog: unanswered('showSaveDialog'),
  showErrorBox: (title, content) => {
    console.error(`dialog.showErrorBox: ${title}: ${content}`);
  },
};
