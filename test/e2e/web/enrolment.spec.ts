import path from 'node:path';
import { expect, faultsOf, openFirst, test, tongues } from './shell-test.ts';
import { sendVisits } from './survey-records.ts';
import { openVault } from '../../support/begin-vault.ts';

const shots = path.resolve(import.meta.dirname, '../../../test-results/enrolment');

test.use({ serverOf: 'enrolment' });

test('a supervisor’s code brings a laptop in, once, and barring it sends its person out', async ({
  page,
  browser,
  address,
}) => {
  test.slow();
  // Of the first surveyor.
  const prices = [{ product: 'sugar', spec: 'شکر سفید، فله', amount: '52' }];
  await sendVisits(address, [{ market: 'herat', outlet: 'فروشگاه نمونهٔ یک', prices }]);
  await openFirst(page, address, tongues.fa);
  await page.getByRole('button', { name: 'سرپرست', exact: true }).click();
  await page.getByRole('link', { name: tongues.fa.settings }).click();
  const team = page.getByRole('region', { name: 'افراد و لپ‌تاپ‌ها' });
  await expect(team.getByRole('listitem').first()).toBeVisible();
  expect(await faultsOf(page)).toEqual([]);
  await team.getByRole('button', { name: 'کد برای یک لپ‌تاپ' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'شبکه دارد: کد یک‌روزه' }).click();
  const code = (await dialog.locator('p').nth(1).innerText()).replaceAll(/\s/g, '');
  expect(code).toMatch(/^[\d۰-۹]{20}$/u);
  await page.screenshot({ path: path.join(shots, 'code.png') });
  await dialog.getByRole('button', { name: 'تمام' }).click();
  await expect(team.getByText('کدهایی که هنوز به کار نرفته‌اند')).toBeVisible();

  const laptop = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
  await openFirst(laptop, address, tongues.en);
  await laptop.getByRole('button', { name: 'I have a code for this laptop' }).click();
  const wrong = code.replace(/.$/u, (last) => (last === '1' || last === '۱' ? '2' : '1'));
  await laptop.getByLabel('Code').fill(wrong);
  await expect(laptop.getByText('A digit is wrong in this code.')).toBeVisible();
  expect(await faultsOf(laptop)).toEqual([]);
  await laptop.screenshot({ path: path.join(shots, 'typed-wrong.png') });
  await laptop.getByLabel('Code').fill(code);
  await laptop.getByRole('button', { name: 'Go on' }).click();
  await expect(laptop.getByRole('contentinfo')).toContainText('saved');

  const second = await (await browser.newContext()).newPage();
  await openFirst(second, address, tongues.en);
  await second.getByRole('button', { name: 'I have a code for this laptop' }).click();
  await second.getByLabel('Code').fill(code);
  await second.getByRole('button', { name: 'Go on' }).click();
  await expect(second.getByRole('alert')).toContainText('not valid');

  await page.reload();
  await openVault(page);
  await team.getByRole('button', { name: 'گم شده: راهش را ببندید' }).first().click();
  await page.screenshot({ path: path.join(shots, 'bar.png') });
  await dialog.getByRole('button', { name: 'راهش را ببندید' }).click();
  await expect(team.getByText('راهش بسته است')).toBeVisible();
  await page.screenshot({ path: path.join(shots, 'team.png'), fullPage: true });
  const session = await laptop.request.get(`${address}session`);
  expect(session.status()).toBe(401);

  const office = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
  await openFirst(office, address, tongues.en);
  await office.getByRole('button', { name: 'Secretariat', exact: true }).click();
  await office.getByRole('link', { name: tongues.en.settings }).click();
  const people = office.getByRole('region', { name: 'People and laptops' });
  const asked = office.getByRole('dialog');
  async function openTeam(person: string): Promise<void> {
    const row = people.getByRole('listitem').filter({ hasText: person }).first();
    await row.getByRole('button', { name: 'Team', exact: true }).click();
  }
  await openTeam('surveyor2');
  await asked.getByLabel('Team').fill('North');
  await asked.getByRole('button', { name: 'Put into this team' }).click();
  await expect(people.getByRole('heading', { name: 'North' })).toBeVisible();
  await openTeam('supervisor1');
  await asked.getByRole('button', { name: 'North' }).click();
  expect(await faultsOf(office)).toEqual([]);
  await office.screenshot({ path: path.join(shots, 'put-into-team.png') });
  await asked.getByRole('button', { name: 'Put into this team' }).click();
  await expect(people.getByRole('listitem').filter({ hasText: 'reaches every team' })).toHaveCount(
    1,
  );
  expect(await faultsOf(office)).toEqual([]);
  await office.screenshot({ path: path.join(shots, 'teams.png'), fullPage: true });

  // The supervisor hears of it at the next sync: the first surveyor is nobody of theirs any more.
  await page.reload();
  await openVault(page);
  await expect(page.getByRole('region', { name: 'حساب' })).toContainText('North');
  await expect(team.getByText('surveyor2').first()).toBeVisible();
  await expect(team.getByText('surveyor1')).toHaveCount(0);

  // What had arrived of theirs can be read, and nothing of it waits to be decided.
  await page.goto(`${address}#/review`);
  await expect(page.getByText('چیزی در انتظار بازبینی نیست')).toBeVisible();
  await page.goto(`${address}#/visits`);
  await page.getByRole('link', { name: 'باز کردن' }).click();
  const notice = page.getByText('این کار گروهی دیگر است');
  await expect(notice).toBeVisible();
  await expect(page.locator('[data-field="outlet_name"] input:enabled')).toHaveCount(0);
  expect(await faultsOf(page)).toEqual([]);
  await page.screenshot({ path: path.join(shots, 'work-of-others.png') });
  await page.keyboard.press('Alt+Digit2');
  await expect(page.locator('[role=grid] [data-row]')).toHaveCount(1);
  await expect(notice).toBeVisible();
  await expect(page.getByRole('button', { name: 'ردیف تازه' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'افزودن عکس' })).toBeDisabled();
  await page.screenshot({ path: path.join(shots, 'prices-of-others.png') });
});
