import {
  expect,
  faultsOf,
  openFirst,
  openSettings,
  overhang,
  test,
  tongues,
} from './shell-test.ts';
import { openVault } from '../../support/begin-vault.ts';

for (const tongue of Object.values(tongues)) {
  test.describe(tongue.language, () => {
    test('the sign-in screen has no fault that axe knows, and tells a wrong password in words', async ({
      page,
      address,
    }) => {
      await openFirst(page, address, tongue);
      await expect(page.locator('html')).toHaveAttribute('dir', tongue.dir);
      await expect(page.getByRole('button', { name: tongue.surveyor })).toBeVisible();
      expect(await faultsOf(page)).toEqual([]);

      await page.getByLabel(tongue.account).fill('nobody');
      await page.getByLabel(tongue.password).fill('wrong');
      await page.getByRole('button', { name: tongue.signIn, exact: true }).click();
      await expect(page.getByRole('alert')).toContainText('Caps Lock');
      await expect(page.getByLabel(tongue.account)).toHaveValue('nobody');
    });

    test('the shell says that it is a sample and that all is saved, on every screen', async ({
      page,
      address,
    }) => {
      await openSettings(page, address, tongue);
      await expect(page.getByRole('banner')).toContainText(tongue.sample);
      await expect(page.getByRole('contentinfo')).toContainText(tongue.saved);
      await expect(page).toHaveTitle(new RegExp(tongue.settings));
    });

    test('settings have no fault that axe knows in any theme, and fit a narrow window', async ({
      page,
      address,
    }) => {
      test.slow();
      await openSettings(page, address, tongue);
      for (const theme of ['light', 'dark', 'sun']) {
        await page.locator(`input[value="${theme}"]`).check();
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        expect(await faultsOf(page)).toEqual([]);
      }
      for (const width of [1366, 1024, 683, 320]) {
        await page.setViewportSize({ width, height: 768 });
        expect(await overhang(page)).toBe(0);
      }
    });
  });
}

test('a change of language turns the screen round at once and is still there after a restart', async ({
  page,
  address,
}) => {
  const { fa, en } = tongues;
  await openSettings(page, address, fa);
  await page.getByRole('radio', { name: en.language }).check();
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
  await expect(page.getByRole('link', { name: en.settings })).toBeVisible();
  await page.reload();
  await openVault(page);
  await expect(page.getByRole('heading', { name: en.settings })).toBeVisible();
  await expect(page.getByRole('radio', { name: '456' })).toBeChecked();
});

test('the first key of a newcomer skips the navigation, and the arrows choose among settings', async ({
  page,
  address,
}) => {
  await openSettings(page, address, tongues.en);
  await page.reload();
  await openVault(page);
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'English' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: /F9/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('radio', { name: 'Solar Hijri' }).first()).toBeChecked();
});

test('a second window says that the first is open, and opens once that is closed', async ({
  page,
  context,
  address,
}) => {
  await openFirst(page, address, tongues.fa);
  const second = await context.newPage();
  await second.goto(address);
  await openVault(second);
  await expect(second.getByRole('alert')).toContainText('پنجرهٔ دیگری', { timeout: 30_000 });
  await page.close();
  await second.getByRole('button', { name: 'تلاش دوباره' }).click();
  await expect(second.getByRole('heading', { name: tongues.fa.signIn })).toBeVisible();
});

test('without a network the page still opens, and the status line says so', async ({
  page,
  context,
  address,
}) => {
  await openSettings(page, address, tongues.fa);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await openVault(page);
  await expect(page.getByRole('heading', { name: tongues.fa.settings })).toBeVisible();
  // Chromium 150 tells a page that a worker served nothing of the emulated state before it changes again.
  await context.setOffline(false);
  await context.setOffline(true);
  await expect(page.getByRole('contentinfo')).toContainText('آفلاین');
});

test('an address that leads nowhere says so and shows the way back', async ({ page, address }) => {
  await openSettings(page, address, tongues.en);
  await page.goto(`${address}#/nowhere/at/all/really`);
  await expect(page.getByRole('heading', { name: 'There is no such screen' })).toBeVisible();
});
