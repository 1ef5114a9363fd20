import type { Page } from '@playwright/test';
import type { HostileName } from '../../support/isolation.ts';
import { shownNames } from '../../support/isolation.ts';
import { prepareScreens } from '../../screens/prepare-screens.ts';
import type { Screen } from '../../screens/screen.ts';
import { at, escape, over, routeOf } from '../../screens/screen.ts';
import { beginVisit, fillHeader, pick, signIn, words, write } from './entry-test.ts';
import { expect, test, tongues } from './shell-test.ts';
import type { HostileTraces } from './hostile-records.ts';
import { sendHostileRecords, watchHostileTexts } from './hostile-records.ts';
import type { SentVisit } from './survey-records.ts';
import { sendVisits } from './survey-records.ts';

// Both directions in each, with what tears a line apart: digits beside brackets, an override, an isolate that never ends.
const outlet: HostileName = {
  stored: 'فروشگاه Golha (5) 2-in-1\u202e',
  marker: 'Golha (5)',
  shown: 'فروشگاه Golha (5) 2-in-1[RLO]',
};
const spec: HostileName = {
  stored: 'Ladan (7) روغن 1.8 l\u2067',
  marker: 'Ladan (7)',
  shown: 'Ladan (7) روغن 1.8 l[RLI]',
};
const reason: HostileName = {
  stored: 'see №3 (فاکتور)\u2069',
  marker: 'see №3',
  shown: 'see №3 (فاکتور)[PDI]',
};
const names = [outlet, spec, reason];

let hostileVisits: readonly string[] = [];
test.use({ serverOf: 'isolation' });
test.beforeAll(async ({ address }) => {
  const visit: SentVisit = {
    market: 'herat',
    outlet: outlet.stored,
    prices: [
      { product: 'sugar', spec: spec.stored, amount: '520', reason: reason.stored },
      { product: 'rice', spec: spec.stored, amount: '88' },
    ],
  };
  // Among the others the oldest and the newest: some screens begin with the one, some with the other.
  await sendVisits(address, [visit]);
  hostileVisits = await sendHostileRecords(address);
  await sendVisits(address, [visit]);
});

const record: Screen = {
  name: 'one record',
  open: async (page) => {
    await at('records', '/records').open(page);
    await page.getByRole('row').getByRole('button').nth(8).click();
    await page.getByRole('dialog').waitFor();
  },
  leave: escape,
};
const visit: Screen = {
  name: 'a visit',
  open: async (page) => {
    await at('visits', '/visits').open(page);
    const shown = page.getByRole('listitem').filter({ hasText: outlet.marker }).first();
    await shown.getByRole('link').click();
    await page.getByRole('tablist').waitFor();
  },
};

const MOST_PAYLOADS = 120;

/** Looks at screens in the language that is shown; those named in `with` have names on them. */
async function lookAt(
  page: Page,
  screens: readonly Screen[],
  withNames: readonly string[],
  traces: () => Promise<HostileTraces>,
): Promise<ReadonlySet<string>> {
  let read: ReadonlySet<string> = new Set();
  for (const screen of screens) {
    await screen.open(page);
    // Lists come a moment after their headings.
    if (withNames.includes(screen.name)) {
      await expect
        .poll(async () => (await shownNames(page, names)).seen, { message: screen.name })
        .toBeGreaterThan(0);
    }
    const { faults } = await shownNames(page, names);
    expect(faults, screen.name).toEqual([]);
    const { marks, faults: ran } = await traces();
    expect(ran, screen.name).toEqual([]);
    read = marks;
    if (lists.has(screen.name)) await readOn(page, traces);
    await screen.leave?.(page);
  }
  return read;
}

/** The first photo of the review queue, large and under its caption. */
const photo: Screen = {
  name: 'a photo',
  open: async (page) => {
    await at('review', '/review').open(page);
    const opener = page.getByRole('article').getByRole('button', { name: /zq\d{3}/ });
    await expect(async () => {
      await page.keyboard.press('KeyJ');
      await expect(opener.first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await opener.first().click();
    await expect(page.getByRole('dialog')).toContainText(/zq\d{3}/);
  },
  leave: escape,
};

const lists: ReadonlySet<string> = new Set(['visits', 'review', 'records', 'today', 'export']);

/** Reads a list to its end: rows that are not near the window are not in the page. */
async function readOn(page: Page, traces: () => Promise<HostileTraces>): Promise<void> {
  for (let isMore = true; isMore;) {
    isMore = await page.evaluate(async () => {
      const all = [document.documentElement, ...document.querySelectorAll('main, main *')];
      const long = all.filter((one) => one.scrollHeight > one.clientHeight + 40);
      const rest = long.find((one) => {
        const before = one.scrollTop;
        one.scrollTop += one.clientHeight * 0.8;
        return one.scrollTop > before + 5;
      });
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return rest !== undefined;
    });
    expect((await traces()).faults).toEqual([]);
  }
}

async function speak(page: Page, tongue: (typeof tongues)['fa' | 'en']): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === tongue.lang) return;
  await page.keyboard.press('Control+KeyK');
  await page.keyboard.type(tongue.language);
  await page.getByRole('option', { name: tongue.language }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', tongue.lang);
}

test('no name turns about what is around it, nor hides anything, on a screen of a supervisor', async ({
  page,
  address,
}) => {
  test.setTimeout(180_000);
  const traces = await watchHostileTexts(page);
  const screens = await prepareScreens(page, address, 'supervisor');
  for (const tongue of [tongues.fa, tongues.en]) {
    await speak(page, tongue);
    const withNames = ['visits', 'review', 'return', 'records', 'one record', 'a visit'];
    const read = await lookAt(page, [...screens, record, visit], withNames, traces);
    if (tongue === tongues.en) continue;
    const visits = hostileVisits.map((id) => at(id, `/visits/${id}`));
    await lookAt(page, visits, [], traces);
    // Nearly all were shown somewhere, each in the place of a name, a note or a reason: none did anything.
    expect(read.size).toBeGreaterThan(MOST_PAYLOADS);
  }
  await lookAt(page, [photo], [], traces);
});

test('nor on a screen of the surveyor who types it', async ({ page, address }) => {
  test.setTimeout(180_000);
  const traces = await watchHostileTexts(page);
  await signIn(page, address, tongues.fa);
  await beginVisit(page, words.fa);
  await fillHeader(page, words.fa);
  await pick(page, 'market_level', 'retail');
  await write(page, 'outlet_name', outlet.stored);
  const header = routeOf(page);
  await page.keyboard.press('Alt+Digit2');
  await page.locator('[data-column="product_id"] input').waitFor();
  await page.keyboard.type(words.fa.rice);
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(spec.stored);
  await page.keyboard.press('Enter');
  const grid = routeOf(page);
  const screens = [
    at('today', '/'),
    at('visits', '/visits'),
    at('visit header', header),
    at('grid', grid),
    at('outbox', '/outbox'),
    { ...over(at('palette', '/'), 'Control+KeyK'), leave: escape },
  ];
  const others = ['records', 'rates', 'measures', 'names', 'settings', 'safety'].map((name) =>
    at(name, `/${name}`),
  );
  for (const tongue of [tongues.fa, tongues.en]) {
    await speak(page, tongue);
    const withNames = screens.map(({ name }) => name);
    const read = await lookAt(page, [...screens, ...others], withNames, traces);
    expect(read.size).toBeGreaterThan(20);
  }
});
