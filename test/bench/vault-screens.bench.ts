import type { Page } from 'playwright-core';
import type { RecordId } from '#shared/core/ids.ts';
import type { Role } from '#shared/records/role.ts';
import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';
import type { NodeDevice } from '../support/node-device.ts';
import { createNodeDevice, sampleAccount } from '../support/node-device.ts';
import { enterProduct, openScreen, searchList } from '../support/product-page.ts';
import { UNSEALED_PATH } from '../support/unsealed-page.ts';
import { compare } from './measure.ts';

const FIRST_ROWS = 10;
const LIST = '/records?form=price';
const LIST_ROW = 'table tbody tr';
const OF_VISIT = 20_000;
/** A screen that does not read its lists anew with each page of records that arrives. */
const QUIET = '#/settings';

interface Screen {
  readonly name: string;
  readonly compares: string;
  readonly rounds: number;
  readonly role: Role;
  /** What is on the server before anyone comes; answers the last visit. */
  fill(device: NodeDevice): Promise<RecordId>;
  /** Milliseconds of what is measured. */
  show(page: Page, visit: RecordId): Promise<number>;
}

const screens: readonly Screen[] = [
  {
    name: 'vault.list10k',
    compares:
      'the table of 10,000 prices on the screen, all sealed / the same product without sealing',
    rounds: 7,
    role: 'surveyor',
    fill: (device) => device.sendVisit(10_000),
    show: (page) => openScreen(page, LIST, LIST_ROW, FIRST_ROWS),
  },
  {
    name: 'vault.visit60',
    compares:
      'the price grid of a visit with 60 rows, all sealed / the same product without sealing',
    rounds: 9,
    role: 'surveyor',
    fill: (device) => device.sendVisit(60),
    // So many rows are on a window of 768 px at least.
    show: (page, visit) =>
      openScreen(page, `/visits/${visit}?tab=price`, '[role=grid] [data-row]', 9),
  },
  {
    name: 'vault.search100k',
    compares:
      'the table of 100,000 prices opened and searched, all sealed / the same product without sealing',
    rounds: 3,
    role: 'supervisor',
    async fill(device) {
      for (let visit = 1; visit < 5; visit += 1) await device.sendVisit(OF_VISIT);
      return device.sendVisit(OF_VISIT);
    },
    async show(page) {
      const openedMs = await openScreen(page, LIST, LIST_ROW, FIRST_ROWS);
      return openedMs + (await searchList(page, '19876', FIRST_ROWS - 1));
    },
  },
];

export const benches: readonly Bench[] = screens.map(
  ({ name, compares, rounds, role, fill, show }): Bench => ({
    name,
    compares,
    unit: 'ms',
    run: () =>
      onStage('unsealed', async ({ address, newPage }) => {
        const account = await sampleAccount(address, 'surveyor');
        const visit = await fill(await createNodeDevice(address, account));
        const sealed = await newPage();
        await enterProduct(sealed, address, role, QUIET);
        await keepAwake(sealed);
        const unsealed = await newPage();
        await enterProduct(unsealed, address, role, `${UNSEALED_PATH}${QUIET}`);
        await keepAwake(unsealed);
        return compare(
          rounds,
          () => show(sealed, visit),
          () => show(unsealed, visit),
        );
      }),
  }),
);

/** A page that nobody touches for ten minutes locks its vault; the other one takes longer to receive 100,000 records. */
async function keepAwake(page: Page): Promise<void> {
  await page.evaluate(() => {
    setInterval(() => dispatchEvent(new PointerEvent('pointermove')), 60_000);
  });
}
