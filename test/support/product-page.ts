import type { Page } from 'playwright-core';
import type { Role } from '#shared/records/role.ts';
import { sampleAccount } from './node-device.ts';
import { beginVault } from './begin-vault.ts';

/** Opens the product as a web page for the first time, signs in, and waits until everything has arrived. `place`: below the server's address. */
export async function enterProduct(
  page: Page,
  address: string,
  role: Role,
  place = '',
): Promise<void> {
  const { name, password } = await sampleAccount(address, role);
  await page.goto(`${address}${place}`);
  await beginVault(page, 'English');
  await page.getByLabel('Account name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('Online', { exact: true }).waitFor({ timeout: 600_000 });
}

/** Leaves for the settings and comes to a screen; milliseconds until `count` of `selector` are painted. */
export async function openScreen(
  page: Page,
  route: string,
  selector: string,
  count: number,
): Promise<number> {
  return page.evaluate(
    async (asked) => {
      function frame(): Promise<unknown> {
        return new Promise(requestAnimationFrame);
      }
      location.hash = '/settings';
      while (document.querySelectorAll('main input[type=radio]').length === 0) await frame();
      const [path = '', search = ''] = asked.route.split('?');
      const began = performance.now();
      // The router keeps what is after the question mark before the hash.
      history.pushState(null, '', `?${search}#${path}`);
      dispatchEvent(new HashChangeEvent('hashchange'));
      while (document.querySelectorAll(`main ${asked.selector}`).length < asked.count)
        await frame();
      await frame();
      return performance.now() - began;
    },
    { route, selector, count },
  );
}

/** Types a text into the search of the list that is open; milliseconds until exactly `count` rows are painted. The search is emptied after. */
export async function searchList(page: Page, text: string, count: number): Promise<number> {
  return page.evaluate(
    async (asked) => {
      function frame(): Promise<unknown> {
        return new Promise(requestAnimationFrame);
      }
      function rows(): number {
        return document.querySelectorAll('main table tbody tr').length;
      }
      function type(typed: string): void {
        const field = document.querySelector<HTMLInputElement>('main input[type=search]');
        if (!field) throw new Error('the list has no search');
        // As typing does: React hears of a value only where it was set behind its back.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
          field,
          typed,
        );
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }
      const before = rows();
      const began = performance.now();
      type(asked.text);
      while (rows() !== asked.count) await frame();
      await frame();
      const took = performance.now() - began;
      type('');
      while (rows() !== before) await frame();
      return took;
    },
    { text, count },
  );
}
