import { makeAgeKeys } from '#shared/bundle/age.ts';
import { beginVault, openVault, passphraseOf } from '../../support/begin-vault.ts';
import { beginVisit, question, signIn, words, write } from './entry-test.ts';
import { expect, faultsOf, test, tongues } from './shell-test.ts';

for (const tongue of Object.values(tongues)) {
  test(`the screens of a vault in ${tongue.language} have no fault that axe knows, and let nobody on with other words`, async ({
    page,
    address,
  }) => {
    await page.goto(address);
    await page.getByRole('button', { name: tongue.language }).click();
    const shown = page.locator('[data-secret=passphrase]');
    const first = await shown.innerText();
    expect(first.split(' ')).toHaveLength(5);
    await page.locator('[data-vault=shown] button').nth(1).click();
    await expect(shown).not.toHaveText(first);
    expect(await faultsOf(page)).toEqual([]);
    await page.locator('[data-vault=shown] button[type=submit]').click();
    await page.locator('[data-vault=repeated] input').fill(first);
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-vault=repeated] [aria-invalid]')).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
  });
}

test('locked with half a word typed, nothing is seen and nothing is lost', async ({
  page,
  address,
}) => {
  await signIn(page, address, tongues.fa);
  await beginVisit(page, words.fa);
  await write(page, 'outlet_name', 'دکان نبش بازار');
  const { hash } = new URL(page.url());
  await page.keyboard.press('Control+Shift+KeyL');
  await page.locator('[data-vault=unlock]').waitFor();
  expect(new URL(page.url()).hash).toBe('');
  expect(await page.content()).not.toContain('دکان نبش بازار');
  expect(await faultsOf(page)).toEqual([]);
  await openVault(page);
  await page.getByRole('navigation').first().waitFor();
  await page.evaluate((place) => {
    location.hash = place;
  }, hash);
  await expect(question(page, 'outlet_name').locator('input')).toHaveValue('دکان نبش بازار');
});

test('two people on one laptop each open their own with their words; wrong ones have to wait', async ({
  page,
  address,
}) => {
  await signIn(page, address, tongues.fa);
  await page.reload();
  await page.locator('[data-vault=unlock] input').waitFor();
  await page.getByRole('button', { name: 'گاوصندوق تازه برای کسی دیگر' }).click();
  const passphrase = await beginVault(page);
  await page.getByRole('heading', { name: tongues.fa.signIn }).waitFor();
  await page.reload();
  const submit = page.locator('[data-vault=unlock] button[type=submit]');
  for (let tries = 0; tries < 5; tries += 1) {
    await expect(submit).not.toContainText('ثانیه');
    await page.locator('[data-vault=unlock] input').fill(`پنج واژه که هیچ نیست ${tries}`);
    await submit.click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('alert').filter({ hasText: 'هیچ گاوصندوقی' }).waitFor();
  }
  await expect(submit).toBeDisabled();
  await expect(submit).toContainText('ثانیه');
  // A new start of the page does not spare the wait.
  await page.reload();
  await expect(submit).toContainText('ثانیه');
  await expect(submit).not.toContainText('ثانیه');
  await openVault(page, passphrase);
  await page.getByRole('heading', { name: tongues.fa.signIn }).waitFor();
});

test('after a change of the passphrase the new one opens the work of before, and the old one nothing', async ({
  page,
  address,
}) => {
  await signIn(page, address, tongues.fa);
  await page.evaluate(() => {
    location.hash = '/vault';
  });
  await page.getByRole('button', { name: 'عبارت عبور دیگر' }).click();
  expect(await faultsOf(page)).toEqual([]);
  const next = await page.locator('[data-secret=passphrase]').innerText();
  await page.locator('[data-vault=shown] button[type=submit]').click();
  await page.locator('[data-vault=repeated] input').fill(next);
  await page.keyboard.press('Enter');
  await page.getByText('دیگر چیزی را باز نمی‌کند').waitFor();
  await page.reload();
  await page.locator('[data-vault=unlock] input').fill(passphraseOf(page));
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'هیچ گاوصندوقی' }).waitFor();
  await openVault(page, next);
  await page.getByRole('heading', { name: 'گاوصندوق', exact: true }).waitFor();
});

test.describe('recovery keys that the secretariat offers', () => {
  // What the page asks of the server goes through here, not through its worker.
  test.use({ serviceWorkers: 'block' });

  test('are told of on the first screen, compared, taken, and open the vault from then on', async ({
    page,
    address,
  }) => {
    const [one, two] = await Promise.all([makeAgeKeys(), makeAgeKeys()]);
    await page.route('**/devices/*', async (route) => {
      const answer = await route.fetch();
      const team: object = await answer.json();
      const recovery = [one.recipient, two.recipient];
      await route.fulfill({ response: answer, json: { ...team, recovery } });
    });
    await signIn(page, address, tongues.fa);
    await page.getByRole('link', { name: 'کلیدها را ببین' }).click();
    for (const { recipient } of [one, two]) {
      await expect(page.getByText(recipient.slice(-8))).toBeVisible();
    }
    expect(await faultsOf(page)).toEqual([]);
    const take = page.getByRole('button', { name: 'این کلیدها را بپذیر' });
    await take.click();
    await page.getByText('مانند پیش آن را باز می‌کنند').waitFor();
    await expect(take).toHaveCount(0);
    await page.reload();
    await page.getByRole('button', { name: 'عبارت عبور گم شده است' }).click();
    await page.locator('[data-vault=unlock] input').fill(two.identity);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'گاوصندوق', exact: true }).waitFor();
    await page.reload();
    await openVault(page);
    await page.getByRole('heading', { name: 'گاوصندوق', exact: true }).waitFor();
  });
});
