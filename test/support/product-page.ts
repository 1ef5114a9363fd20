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
