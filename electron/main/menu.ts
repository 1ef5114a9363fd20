import type { MenuItemConstructorOptions } from 'electron';
import { app, Menu } from 'electron';
import type { Language, Texts } from '#shared/core/language.ts';

const texts = {
  edit: { fa: 'ویرایش', en: 'Edit' },
  undo: { fa: 'واگرد', en: 'Undo' },
  redo: { fa: 'ازنو', en: 'Redo' },
  cut: { fa: 'برش', en: 'Cut' },
  copy: { fa: 'کپی', en: 'Copy' },
  paste: { fa: 'چسباندن', en: 'Paste' },
  selectAll: { fa: 'انتخاب همه', en: 'Select all' },
  view: { fa: 'نما', en: 'View' },
  resetZoom: { fa: 'اندازهٔ اصلی', en: 'Actual size' },
  zoomIn: { fa: 'بزرگ‌تر', en: 'Zoom in' },
  zoomOut: { fa: 'کوچک‌تر', en: 'Zoom out' },
  togglefullscreen: { fa: 'تمام‌صفحه', en: 'Full screen' },
  window: { fa: 'پنجره', en: 'Window' },
  minimize: { fa: 'کوچک کردن پنجره', en: 'Minimise' },
  close: { fa: 'بستن پنجره', en: 'Close window' },
  quit: { fa: 'خروج از بازارنگار', en: 'Quit Bazarnegar' },
} as const satisfies Readonly<Record<string, Texts>>;

type TextKey = keyof typeof texts;
type Role = Exclude<TextKey, 'edit' | 'view' | 'window'>;

/** Sets the menu: what every app has, in the language of the system. */
export function setMenu(language: Language): void {
  function item(role: Role): MenuItemConstructorOptions {
    return { role, label: texts[role][language] };
  }
  function menu(key: TextKey, submenu: MenuItemConstructorOptions[]): MenuItemConstructorOptions {
    return { label: texts[key][language], submenu };
  }
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const forDevelopers: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [separator, { role: 'reload' }, { role: 'toggleDevTools' }];

  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
      menu('edit', [
        item('undo'),
        item('redo'),
        separator,
        item('cut'),
        item('copy'),
        item('paste'),
        item('selectAll'),
      ]),
      menu('view', [
        item('resetZoom'),
        item('zoomIn'),
        item('zoomOut'),
        separator,
        item('togglefullscreen'),
        ...forDevelopers,
      ]),
      menu('window', [item('minimize'), item('close'), separator, item('quit')]),
    ]),
  );
}
