import type { Page } from 'playwright-core';

/** A screen, how one comes to it from any other, and what must be closed before the next. */
export interface Screen {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  readonly leave?: (page: Page) => Promise<void>;
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

/** The dialog that an act opens over another screen; Esc closes it. */
export function dialogOver(below: Screen, act: (page: Page) => Promise<void>): Screen {
  return {
    name: below.name,
    open: async (page) => {
      await below.open(page);
      await settle(page);
      await act(page);
      await page.getByRole('dialog').waitFor();
    },
    leave: escape,
  };
}

/** What keys open over another screen. */
export function over(below: Screen, keys: string): Screen {
  return dialogOver(below, async (page) => {
    await page.locator('main').click({ position: { x: 2, y: 2 } });
    await page.keyboard.press(keys);
  });
}

/** What a press on something of another screen opens over it. */
export function pressed(below: Screen, place: string): Screen {
  return dialogOver(below, (page) => page.locator(place).first().click());
}

/** Waits for whatever is still being loaded: it is there once nothing more is drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null);
  await page.waitForTimeout(250);
}

/** Closes what stands over a screen. */
export async function escape(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
