import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';
import { typeOnPages } from '../support/form-typist.ts';
import { typeIntoGrid } from '../support/grid-typist.ts';
import { countKeys } from '../support/keyboard.ts';
import { createNodeDevice, sampleAccount } from '../support/node-device.ts';
import { enterProduct } from '../support/product-page.ts';
import { sheetRows } from '../support/sheet.ts';
import { openVault } from '../support/begin-vault.ts';

const ROWS = 60;

export const bench: Bench = {
  name: 'grid.keystrokes',
  compares: 'keys for 60 quotations in the grid / for the same on one page each',
  unit: 'keys',
  run: () =>
    onStage('product', async ({ address, newPage }) => {
      const device = await createNodeDevice(address, await sampleAccount(address, 'surveyor'));
      const visits = [await device.sendVisit(0), await device.sendVisit(0)];
      const page = await newPage();
      await enterProduct(page, address, 'surveyor');
      // The sheet has forty: a person goes on with its first twenty.
      const rows = [...sheetRows, ...sheetRows].slice(0, ROWS);
      const inGrid = countKeys(page);
      await page.goto(`${address}?tab=price#/visits/${visits[0]}`);
      await openVault(page);
      await page.locator('[data-column="product_id"] input').waitFor();
      await typeIntoGrid(page, inGrid, rows, 'en');
      const onPages = countKeys(page);
      // From one visit to the other the address differs after its # alone, which opens no page anew.
      await page.goto('about:blank');
      await page.goto(`${address}?tab=price#/visits/${visits[1]}`);
      await openVault(page);
      await page.locator('[data-column="product_id"] input').waitFor();
      await page.keyboard.press('Alt+KeyN');
      await page.locator('[data-field="product_id"] input').waitFor();
      await typeOnPages(page, onPages, rows, 'en');
      return { value: inGrid.count(), baseline: onPages.count() };
    }),
};
