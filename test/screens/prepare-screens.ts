import type { Page } from '@playwright/test';
import { beginVisit, fillHeader, newRecord, tongues, words } from '../e2e/web/entry-test.ts';
import { openFirst } from '../e2e/web/shell-test.ts';
import { typeIntoGrid } from '../support/grid-typist.ts';
import { countKeys } from '../support/keyboard.ts';
import { createNodeDevice, sampleAccount } from '../support/node-device.ts';
import { sheetRows } from '../support/sheet.ts';
import { cellOfGrid, entryDialogs } from './entry-dialogs.ts';
import { reviewDialogs } from './review-dialogs.ts';
import type { Screen } from './screen.ts';
import { at, over, routeOf } from './screen.ts';

const enter = { surveyor: /کارشناس میدانی ۱/, supervisor: /سرپرست/ };
export type ShownRole = keyof typeof enter;

/** Signs in to the sample project as one of the roles, does what fills its screens, and names them. */
export async function prepareScreens(
  page: Page,
  address: string,
  role: ShownRole,
): Promise<readonly Screen[]> {
  const conflict = role === 'surveyor' ? await sendConflict(address) : '';
  await openFirst(page, address, tongues.fa);
  await page.getByRole('button', { name: enter[role] }).click();
  await page.getByRole('navigation').waitFor();
  await page.getByText('آنلاین', { exact: true }).waitFor({ timeout: 120_000 });
  return role === 'surveyor' ? surveyorScreens(page, conflict) : supervisorScreens(page);
}

/** A visit of a surveyor whose two laptops disagree on a price. */
async function sendConflict(address: string): Promise<string> {
  const device = await createNodeDevice(address, await sampleAccount(address, 'surveyor'));
  return device.sendConflict(['1600', '1650']);
}

async function surveyorScreens(page: Page, conflict: string): Promise<readonly Screen[]> {
  const word = words.fa;
  await page.getByRole('button', { name: tongues.fa.begin }).first().waitFor();
  await beginVisit(page, word);
  await fillHeader(page, word);
  await page.locator('[data-field="market_level"] input[value=retail]').check();
  const header = routeOf(page);
  await page.keyboard.press('Alt+Digit2');
  await page.locator('[data-column="product_id"] input').waitFor();
  await typeIntoGrid(page, countKeys(page), sheetRows.slice(0, 4), 'fa');
  // The next row is left in the middle, with a number that can be read in two ways.
  await page.keyboard.type(word.rice);
  await page.keyboard.press('Enter');
  await page.keyboard.type('برنج هندی');
  await page.keyboard.press('Enter');
  const grid = routeOf(page);
  await newRecord(page, 3);
  const demand = routeOf(page);
  await page.goBack();
  await page.getByRole('tablist').waitFor();
  await newRecord(page, 4);
  const competitor = routeOf(page);
  const dialogs = await entryDialogs(page, header, grid);
  return [
    at('today', '/'),
    at('visits', '/visits'),
    at('visit-header', header),
    at('price-grid', grid),
    at('demand', demand),
    at('competitor', competitor),
    at('rates', '/rates'),
    at('measures', '/measures'),
    at('names', '/names'),
    at('outbox', '/outbox'),
    at('records', '/records'),
    at('settings', '/settings'),
    at('vault', '/vault'),
    at('seal-for-travel', '/seal'),
    at('safety', '/safety'),
    at('not-found', '/nowhere'),
    over(at('palette', '/'), 'Control+KeyK'),
    over(at('shortcuts', grid), 'F1'),
    ...dialogs,
    cellOfGrid(at('conflict', `/visits/${conflict}`), 'price_amount'),
  ];
}

async function supervisorScreens(page: Page): Promise<readonly Screen[]> {
  await page.getByText('چیزی برای فرستادن نمانده').waitFor({ timeout: 120_000 });
  return [
    at('today', '/'),
    at('visits', '/visits'),
    at('review', '/review'),
    at('coverage', '/coverage'),
    at('records', '/records'),
    at('rates', '/rates'),
    at('export', '/export'),
    at('outbox', '/outbox'),
    at('settings', '/settings'),
    ...reviewDialogs,
  ];
}
