import {
  beginVisit,
  expect,
  faultsOf,
  fillHeader,
  overhang,
  pick,
  signIn,
  test,
  tongues,
  words,
} from './entry-test.ts';
import { openFirst } from './shell-test.ts';

const read = {
  fa: {
    supervisor: /سرپرست/,
    link: 'پوشش نوبت',
    needed: 'هنوز لازم است',
    here: 'هنوز در این بازار لازم است',
    page: 'پوشش نوبت پیمایش',
    none: /هنوز هیچ/,
    rest: 'هنوز لازم است: ۴',
  },
  en: {
    supervisor: /Supervisor/,
    link: 'Coverage',
    needed: 'Still needed',
    here: 'Still needed in this market',
    page: 'Coverage of the round',
    none: /none yet/,
    rest: 'Still needed: 4',
  },
} as const;

for (const key of ['fa', 'en'] as const) {
  const word = words[key];
  const tongue = tongues[key];

  test(`a surveyor sees what is still needed, today and in the market, in ${tongue.language}`, async ({
    page,
    address,
  }) => {
    test.slow();
    await signIn(page, address, tongue);
    await expect(page.getByText(read[key].needed, { exact: true })).toBeVisible();
    await beginVisit(page, word);
    await fillHeader(page, word);
    await pick(page, 'market_level', 'retail');
    await page.keyboard.press('Alt+Digit2');
    await expect(page.getByText(read[key].here)).toBeVisible();
    await expect(page.getByRole('tabpanel')).toContainText(word.rice);
    expect(await faultsOf(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
  });

  test(`a supervisor drills from the table of the round down to a cell in ${tongue.language}`, async ({
    page,
    address,
  }) => {
    test.slow();
    await openFirst(page, address, tongue);
    await page.getByRole('button', { name: read[key].supervisor }).click();
    await page.getByRole('link', { name: read[key].link }).click();
    await expect(page.getByRole('heading', { name: read[key].page })).toBeVisible();
    await page.getByRole('button', { name: read[key].none }).first().press('Enter');
    await expect(page.getByText(read[key].rest)).toBeVisible();
    expect(await faultsOf(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
  });
}
