import type { Page } from '@playwright/test';
import { typeIntoGrid } from '../../support/grid-typist.ts';
import { countKeys } from '../../support/keyboard.ts';
import { layoutsOf } from '../../support/layouts.ts';
import { factsOf, sentPrices } from '../../support/sent-prices.ts';
import { sheetRows } from '../../support/sheet.ts';
import {
  expect,
  faultsOf,
  openGrid,
  overhang,
  test as testOnNewLaptop,
  testOnOneLaptop as test,
  words,
} from './entry-test.ts';
import { openVault } from '../../support/begin-vault.ts';

function cell(page: Page, row: number, column: string) {
  return page.locator(`[data-index="${row - 1}"] [data-column="${column}"]`);
}

const finished = { fa: 'پایان‌یافته', en: 'Finished' } as const;

/** What a screen reader says once a row is a record. */
function spoken(key: 'fa' | 'en', row: string): string {
  return `${key === 'fa' ? 'ردیف' : 'Row'} ${row}: ${finished[key]}`;
}

for (const key of ['fa', 'en'] as const) {
  test(`quotations of the paper sheet are recorded by keyboard alone (${key})`, async ({
    page,
    address,
  }) => {
    test.slow();
    await openGrid(page, address, key);
    const keys = countKeys(page);
    const rows = key === 'fa' ? sheetRows : sheetRows.slice(0, 8);
    await typeIntoGrid(page, keys, rows, key);
    const count = key === 'fa' ? '۴۰' : '8';
    await expect(page.getByRole('status').getByText(spoken(key, count))).toBeAttached();
    console.log(`${rows.length} quotations in the grid (${key}): ${keys.count()} keys`);
    await page.keyboard.press('Control+Home');
    await expect(cell(page, 1, 'price_amount')).toContainText(key === 'fa' ? '۸۵' : '85');
    await expect(page.locator('[data-index="0"]')).toContainText(finished[key]);
    await page.keyboard.press('Alt+Digit1');
    await expect(page.getByRole('tab').nth(1)).toContainText(count);
    const visit = /\/visits\/([^/?]+)/.exec(page.url())?.[1] ?? '';
    await expect
      .poll(async () => (await sentPrices(address, visit)).length, { timeout: 30_000 })
      .toBe(rows.length);
    expect((await sentPrices(address, visit)).map(factsOf)).toEqual(rows.map(factsOf));
  });

  test(`the grid has no fault that axe knows and fits a narrow window (${key})`, async ({
    page,
    address,
  }) => {
    await openGrid(page, address, key);
    await page.keyboard.type(words[key].rice);
    await page.keyboard.press('Enter');
    await page.keyboard.type('۱۲ کیلویی');
    await page.keyboard.press('Enter');
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Alt+KeyM');
    expect(await faultsOf(page)).toEqual([]);
    for (const width of [1366, 1024, 683, 320]) {
      await page.setViewportSize({ width, height: 768 });
      expect(await overhang(page)).toBe(0);
    }
    // A window of 1366 by 768 at 200 %: the cell with the keyboard is in sight.
    await page.setViewportSize({ width: 683, height: 384 });
    expect(await overhang(page)).toBe(0);
    await page.keyboard.press('Alt+KeyM');
    await expect(page.getByRole('gridcell').locator('input').first()).toBeInViewport({
      ratio: 0.9,
    });
  });
}

test('a letter typed in a cell lays out its own field and not the page', async ({
  page,
  address,
}) => {
  await openGrid(page, address, 'fa');
  await page.keyboard.type(words.fa.rice);
  await page.keyboard.press('Enter');
  // The first letters begin the row.
  await page.keyboard.type('برنج');
  await expect(page.locator('[data-index="0"]')).toContainText('خانهٔ باز');
  // Saving and syncing lay out the page now and then, at times of their own: most layouts are the letters'.
  const layouts = await layoutsOf(page, () =>
    page.keyboard.type('کشت شمال دانه بلند', { delay: 150 }),
  );
  const own = layouts.filter(({ beginData }) => beginData.partialLayout);
  expect(own.length).toBeGreaterThan(layouts.length / 2);
});

test('Enter takes what an empty cell proposes, and what was only taken over is no price yet', async ({
  page,
  address,
}) => {
  await openGrid(page, address, 'fa');
  await typeIntoGrid(page, countKeys(page), sheetRows.slice(0, 1), 'fa');
  const product = page.locator('[data-index="1"] [data-column="product_id"] input');
  await expect(product).toBeFocused();
  await expect(product).toHaveAttribute('placeholder', `${words.fa.rice} (Enter)`);
  await page.keyboard.press('Enter');
  const spec = page.locator('[data-index="1"] [data-column="item_spec"] input');
  await expect(spec).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(page, 2, 'item_spec')).toContainText('برنج مرغوب، فله');
  await expect(cell(page, 2, 'product_id')).toContainText(words.fa.rice);
  await expect(page.getByRole('tab').nth(1)).toContainText('۱');
  await page.keyboard.press('Control+KeyZ');
  await page.keyboard.press('Control+KeyZ');
  await expect(product).toBeFocused();
  await expect(product).toHaveValue('');
});

test('rows stand one below the other at every size of letters', async ({ page, address }) => {
  await openGrid(page, address, 'en');
  await page.keyboard.type(words.en.rice);
  await page.keyboard.press('Enter');
  for (const size of ['small', 'largest']) {
    await page.keyboard.press('Alt+Digit1');
    await page.locator('[data-field="market_level"]').first().waitFor();
    await page.evaluate((chosen) => (document.documentElement.dataset['textSize'] = chosen), size);
    await page.keyboard.press('Alt+Digit2');
    const [first, second] = await Promise.all([
      page.locator('[data-index="0"]').boundingBox(),
      page.locator('[data-index="1"]').boundingBox(),
    ]);
    expect(first?.y).toBeDefined();
    expect((first?.y ?? 0) + (first?.height ?? 0)).toBeCloseTo(second?.y ?? 0, 0);
  }
});

for (const key of ['fa', 'en'] as const) {
  test(`a price that is far off is spoken of while it is typed, and not at its first digits (${key})`, async ({
    page,
    address,
  }) => {
    const slip = { fa: 'گویا یک صفر کم یا زیاد است.', en: 'A zero looks lost, or one too many.' };
    const { keyboard } = page;
    await openGrid(page, address, key);
    await typeIntoGrid(page, countKeys(page), sheetRows.slice(0, 1), key);
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await cell(page, 2, 'price_amount').click();
    await keyboard.type('۸۴');
    await expect(page.locator('[data-index="1"]')).toContainText(key === 'fa' ? '۸۴' : '84');
    const said = page.getByRole('status').getByText(slip[key]);
    await expect(said).toBeHidden();
    await keyboard.type('۰');
    await expect(said).toBeVisible();
    await expect(cell(page, 2, 'price_amount').locator('input')).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.press('F8');
    await expect(cell(page, 2, 'price_amount').locator('input')).toHaveValue(/^(84|۸۴)$/);
    await expect(said).toBeHidden();
  });
}

/** How far a row of the grid sticks out of what can be seen of it, above or below, in pixels. */
async function hiddenOf(page: Page, row: number): Promise<number> {
  const grid = page.getByRole('grid');
  const [box, line, head] = await Promise.all([
    grid.boundingBox(),
    page.locator(`[data-index="${row - 1}"]`).boundingBox(),
    grid.locator('[role=rowgroup]').first().boundingBox(),
  ]);
  if (!box || !line || !head) throw new Error('the row is not drawn');
  const below = line.y + line.height - (box.y + box.height);
  return Math.max(0, below, head.y + head.height - line.y);
}

test('the row with the keyboard stays whole when the panel below the grid grows', async ({
  page,
  address,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openGrid(page, address, 'fa');
  await typeIntoGrid(page, countKeys(page), sheetRows.slice(0, 6), 'fa');
  await page.keyboard.type(words.fa.rice);
  await page.keyboard.press('Enter');
  expect(await hiddenOf(page, 7)).toBeLessThan(1);
  await page.keyboard.press('Alt+KeyM');
  await expect(page.locator('[data-field="stock_days"]')).toBeVisible();
  await expect.poll(() => hiddenOf(page, 7)).toBeLessThan(1);
});

test('rows change their height with the size of letters while the grid is open', async ({
  page,
  address,
}) => {
  await openGrid(page, address, 'fa');
  await typeIntoGrid(page, countKeys(page), sheetRows.slice(0, 3), 'fa');
  for (const size of ['largest', 'small']) {
    await page.evaluate((chosen) => (document.documentElement.dataset['textSize'] = chosen), size);
    await expect
      .poll(async () => {
        const [first, second] = await Promise.all(
          [1, 2].map((row) => page.locator(`[data-index="${row}"]`).boundingBox()),
        );
        return Math.abs((second?.y ?? 0) - (first?.y ?? 0) - (first?.height ?? 0));
      })
      .toBeLessThan(1);
    await expect.poll(() => hiddenOf(page, 4)).toBeLessThan(1);
  }
});

testOnNewLaptop(
  'what is typed in a cell is there after the page was killed, and can be undone after that',
  async ({ page, address, context }) => {
    const word = words.fa;
    await openGrid(page, address, 'fa');
    await page.keyboard.type(word.rice);
    await page.keyboard.press('Enter');
    await page.keyboard.type('برنج سفید');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Digit2');
    await page.keyboard.press('ArrowUp');
    await page.waitForTimeout(1000);
    const url = page.url();
    await page.goto('chrome://crash').catch(() => undefined);

    const again = await context.newPage();
    await again.goto(url);
    await openVault(again);
    await expect(cell(again, 1, 'item_spec')).toContainText('برنج سفید');
    await expect(cell(again, 1, 'product_id')).toContainText(word.rice);
    await again.keyboard.press('Control+KeyZ');
    await again.keyboard.press('Control+KeyZ');
    await expect(again.locator('[data-column="item_spec"] input')).toHaveValue('');
    await again.keyboard.press('Control+KeyY');
    await expect(again.locator('[data-column="item_spec"] input')).toHaveValue('برنج سفید');
  },
);

test('a block from a spreadsheet is shown first, keeps what it cannot read, and is undone in one step', async ({
  page,
  address,
}) => {
  await openGrid(page, address, 'fa');
  const block = [
    'کالا\tمشخصات\tقیمت\tواحد',
    'برنج\tبرنج مرغوب\t۸۵\tکیلوگرم',
    'شکر\tشکر سفید\tشصت\tکیلوگرم',
  ];
  await page.locator('[role=grid] input').evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, block.join('\r\n'));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('شصت');
  await expect(dialog).toContainText('خوانده نشد');
  await expect(cell(page, 1, 'item_spec')).not.toContainText('برنج مرغوب');
  await expect(dialog.getByRole('button', { name: 'چسباندن' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 'item_spec')).toContainText('برنج مرغوب');
  await expect(cell(page, 1, 'price_amount')).toContainText('۸۵');
  await expect(cell(page, 2, 'price_amount')).toContainText('شصت');
  await page.keyboard.press('Control+KeyZ');
  await expect(cell(page, 1, 'price_amount')).not.toContainText('۸۵');
});

test('a finished row that is changed asks why, and is finished again', async ({
  page,
  address,
}) => {
  await openGrid(page, address, 'fa');
  await typeIntoGrid(page, countKeys(page), sheetRows.slice(0, 1), 'fa');
  await expect(page.locator('[data-index="0"]')).toContainText(finished.fa);
  await cell(page, 1, 'price_amount').click();
  await page.keyboard.type('۸۶');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const changed = dialog.locator('[data-changed]');
  await expect(changed).toHaveCount(1);
  await expect(changed.getByRole('cell')).toHaveText([/۸۵/, /۸۶/]);
  await expect(dialog.getByRole('textbox')).toBeFocused();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.type('اشتباه تایپی');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-index="0"]')).toContainText(finished.fa);
  await expect(cell(page, 1, 'price_amount').getByRole('textbox')).toHaveValue('۸۶');
});
