import type { MenuItemConstructorOptions } from 'electron';
import { app, Menu } from 'electron';
import type { Language, Texts } from '#shared/core/language.ts';

const texts = {
  edit: { fa: 'ویرایش', en: 'Edit', ar: 'تحرير', ckb: 'دەستکاری', prs: 'ویرایش', ps: 'سمون' },
  undo: { fa: 'واگرد', en: 'Undo', ar: 'تراجع', ckb: 'گەڕاندنەوە', prs: 'برگشت', ps: 'بېرته' },
  redo: { fa: 'ازنو', en: 'Redo', ar: 'إعادة', ckb: 'دووبارەکردنەوە', prs: 'دوباره', ps: 'بیا' },
  cut: { fa: 'برش', en: 'Cut', ar: 'قص', ckb: 'بڕین', prs: 'بریدن', ps: 'پرې کول' },
  copy: { fa: 'کپی', en: 'Copy', ar: 'نسخ', ckb: 'لەبەرگرتنەوە', prs: 'کاپی', ps: 'کاپي' },
  paste: { fa: 'چسباندن', en: 'Paste', ar: 'لصق', ckb: 'لکاندن', prs: 'چسپاندن', ps: 'لګول' },
  selectAll: {
    fa: 'انتخاب همه',
    en: 'Select all',
    ar: 'تحديد الكل',
    ckb: 'هەڵبژاردنی هەموو',
    prs: 'انتخاب همه',
    ps: 'ټول ټاکل',
  },
  view: { fa: 'نما', en: 'View', ar: 'عرض', ckb: 'بینین', prs: 'نما', ps: 'لید' },
  resetZoom: {
    fa: 'اندازهٔ اصلی',
    en: 'Actual size',
    ar: 'الحجم الأصلي',
    ckb: 'قەبارەی ئاسایی',
    prs: 'اندازهٔ اصلی',
    ps: 'اصلي کچه',
  },
  zoomIn: {
    fa: 'بزرگ‌تر',
    en: 'Zoom in',
    ar: 'تكبير',
    ckb: 'گەورەکردن',
    prs: 'بزرگ‌تر',
    ps: 'لویول',
  },
  zoomOut: {
    fa: 'کوچک‌تر',
    en: 'Zoom out',
    ar: 'تصغير',
    ckb: 'بچووککردنەوە',
    prs: 'کوچک‌تر',
    ps: 'کوچنی کول',
  },
  togglefullscreen: {
    fa: 'تمام‌صفحه',
    en: 'Full screen',
    ar: 'ملء الشاشة',
    ckb: 'پڕ بە شاشە',
    prs: 'تمام صفحه',
    ps: 'بشپړه پرده',
  },
  window: { fa: 'پنجره', en: 'Window', ar: 'نافذة', ckb: 'پەنجەرە', prs: 'پنجره', ps: 'کړکۍ' },
  minimize: {
    fa: 'کوچک کردن پنجره',
    en: 'Minimise',
    ar: 'تصغير النافذة',
    ckb: 'بچووککردنەوەی پەنجەرە',
    prs: 'خرد ساختن پنجره',
    ps: 'کړکۍ کوچنۍ کول',
  },
  close: {
    fa: 'بستن پنجره',
    en: 'Close window',
    ar: 'إغلاق النافذة',
    ckb: 'داخستنی پەنجەرە',
    prs: 'بستن پنجره',
    ps: 'کړکۍ تړل',
  },
  quit: {
    fa: 'خروج از بازارنگار',
    en: 'Quit Bazarnegar',
    ar: 'إنهاء بازارنگار',
    ckb: 'دەرچوون لە بازارنگار',
    prs: 'خروج از بازارنگار',
    ps: 'له بازارنګار وتل',
  },
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
