import type { Page } from 'playwright-core';
import type { RecordId } from '#shared/core/ids.ts';
import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';
import type { NodeDevice } from '../support/node-device.ts';
import { createNodeDevice, sampleAccount } from '../support/node-device.ts';
import { openVault } from '../support/begin-vault.ts';
import { enterProduct, openScreen, searchList } from '../support/product-page.ts';
import { UNSEALED_PATH } from '../support/unsealed-page.ts';
import { compare } from './measure.ts';

const FIRST_ROWS = 10;
const LIST = '/records?form=price';
const LIST_ROW = 'table tbody tr';
/** A screen that does not read its lists anew with each page of records that arrives. */
const QUIET = '#/settings';

interface Screen {
  readonly name: string;
  readonly compares: string;
  readonly rounds: number;
  /** How many of them there are at least. */
  readonly records: number;
  /** What is on the server before anyone comes; answers the last visit. */
  fill(device: NodeDevice): Promise<RecordId>;
  /** What comes before each measurement. */
  begin?(page: Page): Promise<void>;
  /** Milliseconds of what is measured. */
  show(page: Page, visit: RecordId): Promise<number>;
}

/** How long a person reads the first screen before they ask for a list, in ms. */
const LOOK_AROUND_MS = 5000;

const screens: readonly Screen[] = [
  {
    name: 'vault.list10k',
    compares:
      'the table of 10,000 prices on the screen, all sealed / the same product without sealing',
    rounds: 7,
    records: 10_000,
    fill: (device) => device.sendVisit(10_000),
    show: (page) => openScreen(page, LIST, LIST_ROW, FIRST_ROWS),
  },
  {
    name: 'vault.first10k',
    compares:
      'the table of 10,000 prices on the screen for the first time, five seconds after the vault was opened, all sealed / the same product without sealing',
    rounds: 5,
    records: 10_000,
    fill: (device) => device.sendVisit(10_000),
    async begin(page) {
      await page.reload();
      await openVault(page);
      await page.getByText('Online', { exact: true }).waitFor();
      await page.waitForTimeout(LOOK_AROUND_MS);
    },
    show: (page) => openScreen(page, LIST, LIST_ROW, FIRST_ROWS),
  },
  {
    name: 'vault.visit60',
    compares:
      'the price grid of a visit with 60 rows, all sealed / the same product without sealing',
    rounds: 9,
    records: 60,
    fill: (device) => device.sendVisit(60),
    // So many rows are on a window of 768 px at least.
    show: (page, visit) =>
      openScreen(page, `/visits/${visit}?tab=price`, '[role=grid] [data-row]', 9),
  },
  {
    name: 'vault.search100k',
    compares:
      'the table of 100,000 prices opened and five of them found by their text, all sealed / the same product without sealing',
    rounds: 3,
    records: 100_000,
    async fill(device) {
      for (let visits = 1; visits < 5; visits++) await device.sendVisit(20_000);
      return device.sendVisit(20_000);
    },
    async show(page) {
      const opened = await openScreen(page, LIST, LIST_ROW, FIRST_ROWS);
      // The number of a row, of which each visit has one.
      return opened + (await searchList(page, '12345', 5));
    },
  },
];

export const benches: readonly Bench[] = screens.map(
  ({ name, compares, rounds, records, fill, begin, show }): Bench => ({
    name,
    compares,
    unit: 'ms',
    run: () =>
      onStage('unsealed', async ({ address, newPage }) => {
        const account = await sampleAccount(address, 'surveyor');
        const visit = await fill(await createNodeDevice(address, account));
        const sealed = await newPage();
        await enterProduct(sealed, address, 'surveyor', QUIET);
        await keepAwake(sealed);
        await untilArrived(sealed, records);
        const unsealed = await newPage();
        await enterProduct(unsealed, address, 'surveyor', `${UNSEALED_PATH}${QUIET}`);
        await keepAwake(unsealed);
        await untilArrived(unsealed, records);
        async function measure(page: Page): Promise<number> {
          await begin?.(page);
          return show(page, visit);
        }
        return compare(
          rounds,
          () => measure(sealed),
          () => measure(unsealed),
        );
      }),
  }),
);

/** A page that nobody touches for ten minutes locks its vault; the other one may take as long to begin. */
async function keepAwake(page: Page): Promise<void> {
  await page.evaluate(() => {
    setInterval(() => dispatchEvent(new PointerEvent('pointermove')), 60_000);
  });
}

/** Waits until so many records lie in the page's index: the status line is content while they still arrive. */
async function untilArrived(page: Page, records: number): Promise<void> {
  await page.evaluate(async (least) => {
    const found = (await indexedDB.databases()).find(({ name }) =>
      name?.startsWith('bazarnegar-index-'),
    );
    const db = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open(found?.name ?? '');
      asked.addEventListener('success', () => resolve(asked.result));
    });
    for (let count = 0; count < least;) {
      // Counting keeps the index from taking in more.
      await new Promise((resolve) => setTimeout(resolve, 5000));
      count = await new Promise<number>((resolve) => {
        const asked = db.transaction('records').objectStore('records').count();
        asked.addEventListener('success', () => resolve(asked.result));
      });
    }
    db.close();
  }, records);
}
