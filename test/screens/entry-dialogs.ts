import path from 'node:path';
import type { Page } from 'playwright-core';
import { newRecord, question } from '../e2e/web/entry-test.ts';
import type { Screen } from './screen.ts';
import { at, dialogOver, escape, pressed, routeOf } from './screen.ts';

const photo = path.resolve(import.meta.dirname, '../fixtures/demo/shelf.jpg');

/** What opens over the screens of entry; `header` and `grid` are the places of a visit with four finished prices. */
export async function entryDialogs(
  page: Page,
  header: string,
  grid: string,
): Promise<readonly Screen[]> {
  await at('grid', grid).open(page);
  await newRecord(page, 2);
  const price = routeOf(page);
  return [
    at('price', price),
    keysInCell(at('grid-panel', grid), 'price_amount', 'Alt+KeyM'),
    keysInCell(at('grid-remark', grid), 'price_amount', 'Alt+KeyC'),
    dialogOver(at('weigh', grid), weighUnit),
    dialogOver(at('paste', grid), pasteBlock),
    changedRow(at('why', grid)),
    addedName(at('add-name', price)),
    pressed(at('camera', header), '[data-field=outlet_photo] button[data-stop] ~ button'),
    dialogOver(at('folder', header), async (on) => {
      const folder = question(on, 'outlet_photo').locator('input[webkitdirectory]');
      await folder.setInputFiles(path.dirname(photo));
    }),
    pressed(at('record', '/records'), 'main tbody button'),
    pressed(at('columns', '/records'), 'main search button:nth-of-type(2)'),
    monthOf(at('month', header)),
  ];
}

function cell(page: Page, column: string, row = 0) {
  return page.locator(`[data-index="${row}"] [data-column="${column}"]`);
}

/** The row that is left in the middle gets a unit of the bazaar. */
async function weighUnit(page: Page): Promise<void> {
  await cell(page, 'sale_unit', 4).click();
  await page.keyboard.type('سیر کابل');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await cell(page, 'sale_unit', 4).click();
  await page.keyboard.press('Alt+KeyW');
}

/** A visit with the keyboard in a cell of the first row of its grid. */
export function cellOfGrid(visit: Screen, column: string): Screen {
  return {
    name: visit.name,
    open: async (page) => {
      await visit.open(page);
      await page.keyboard.press('Alt+Digit2');
      await cell(page, column).click();
    },
  };
}

/** The grid after keys in a cell of its first row; the same keys take back what they opened. */
function keysInCell(below: Screen, column: string, keys: string): Screen {
  return {
    name: below.name,
    open: async (page) => {
      await below.open(page);
      await cell(page, column).click();
      await page.keyboard.press(keys);
    },
    leave: async (page) => {
      await page.keyboard.press('Escape');
      await cell(page, column).click();
      if (keys === 'Alt+KeyM') await page.keyboard.press(keys);
    },
  };
}

/** A block as a spreadsheet copies it, one price of which is written in words. */
async function pasteBlock(page: Page): Promise<void> {
  const block = ['برنج\tبرنج مرغوب\t\t\t\t۸۵', 'شکر\tشکر سفید\t\t\t\tشصت'];
  await cell(page, 'product_id', 4).click();
  await page.locator('[role=grid] input').evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, block.join('\r\n'));
}

/** A finished row that was changed: why is asked. Afterwards the change is taken back. */
function changedRow(below: Screen): Screen {
  const asked = dialogOver(below, async (page) => {
    await cell(page, 'price_amount').click();
    await page.keyboard.type('86');
    await page.keyboard.press('Enter');
  });
  return {
    ...asked,
    leave: async (page) => {
      await escape(page);
      await page.keyboard.press('Control+KeyZ');
    },
  };
}

/** A name that is in no register, held against those that are. */
function addedName(below: Screen): Screen {
  return dialogOver(below, async (page) => {
    const brand = question(page, 'brand_id').getByRole('combobox');
    await brand.focus();
    // Like a brand of the sample, misspelt: it is asked whether it is the same.
    await page.keyboard.type('sampel brand 1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
  });
}

function monthOf(below: Screen): Screen {
  return {
    name: below.name,
    open: async (page) => {
      await below.open(page);
      await question(page, 'visit_date').getByRole('textbox').press('Alt+ArrowDown');
      await page.getByRole('grid').waitFor();
    },
    leave: (page) => page.keyboard.press('Escape'),
  };
}
