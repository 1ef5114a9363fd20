import type { Page } from '@playwright/test';
import { beginVisit, fillHeader, newRecord, tongues, words } from '../e2e/web/entry-test.ts';
import { openFirst } from '../e2e/web/shell-test.ts';
import { typeIntoGrid } from '../support/grid-typist.ts';
import { countKeys } from '../support/keyboard.ts';
import { sheetRows } from '../support/sheet.ts';

/** A screen, how one comes to it from any other, and what must be closed before the next. */
export interface Screen {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  readonly leave?: (page: Page) => Promise<void>;
}

const enter = { surveyor: /کارشناس میدانی ۱/, supervisor: /سرپرست/ };
export type ShownRole = keyof typeof enter;

/** Signs in to the sample project as one of the roles, does what fills its screens, and names them. */
export async function prepareScreens(
  page: Page,
  address: string,
  role: ShownRole,
): Promise<readonly Screen[]> {
  await openFirst(page, address, tongues.fa);
  await page.getByRole('button', { name: enter[role] }).click();
  await page.getByRole('navigation').waitFor();
  await page.getByText('آنلاین', { exact: true }).waitFor({ timeout: 120_000 });
  return role === 'surveyor' ? surveyorScreens(page) : supervisorScreens(page);
}

async function surveyorScreens(page: Page): Promise<readonly Screen[]> {
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
    { ...over(at('palette', '/'), 'Control+KeyK'), leave: escape },
    { ...over(at('shortcuts', grid), 'F1'), leave: escape },
  ];
}

async function supervisorScreens(page: Page): Promise<readonly Screen[]> {
  await page.getByText('چیزی برای فرستادن نمانده').waitFor({ timeout: 120_000 });
  return [
    at('today', '/'),
    at('visits', '/visits'),
    at('review', '/review'),
    { ...over(at('return', '/review'), 'KeyR'), leave: escape },
    at('coverage', '/coverage'),
    at('records', '/records'),
    at('rates', '/rates'),
    at('export', '/export'),
    at('outbox', '/outbox'),
    at('settings', '/settings'),
  ];
}

/** The address of the screen that is open, without the server's. */
export function routeOf(page: Page): string {
  const url = new URL(page.url());
  return `${url.hash.slice(1)}${url.search}`;
}

/** A screen by its address. */
export function at(name: string, route: string): Screen {
  return {
    name,
    open: async (page) => {
      await page.evaluate((to) => {
        const [place = '', search = ''] = to.split('?');
        // The router keeps what is after the question mark before the hash.
        history.pushState(null, '', `?${search}#${place}`);
        dispatchEvent(new HashChangeEvent('hashchange'));
      }, route);
      await page.locator('main h1, main h2').first().waitFor();
    },
  };
}

/** What keys open over another screen. */
export function over(below: Screen, keys: string): Screen {
  return {
    name: below.name,
    open: async (page) => {
      await below.open(page);
      await page.locator('main').click({ position: { x: 2, y: 2 } });
      await page.keyboard.press(keys);
      await page.getByRole('dialog').waitFor();
    },
  };
}

/** Closes what stands over a screen. */
export async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
