import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';
import { createNodeDevice, sampleAccount } from '../support/node-device.ts';
import { enterProduct, openScreen } from '../support/product-page.ts';
import { compare } from './measure.ts';

const ROUNDS = 8;
const ROWS = 60;
const ROW = '[role=grid] [data-row]';
/** Rows that a window of 768 px shows at least. */
const IN_SIGHT = 9;

export const bench: Bench = {
  name: 'grid.open60',
  compares: 'the price grid of a visit with 60 rows on the screen / that of an empty visit',
  unit: 'ms',
  run: () =>
    onStage('product', async ({ address, newPage }) => {
      const device = await createNodeDevice(address, await sampleAccount(address, 'surveyor'));
      const full = await device.sendVisit(ROWS);
      const empty = await device.sendVisit(0);
      const page = await newPage();
      await enterProduct(page, address, 'surveyor');
      return compare(
        ROUNDS,
        () => openScreen(page, `/visits/${full}?tab=price`, ROW, IN_SIGHT),
        () => openScreen(page, `/visits/${empty}?tab=price`, ROW, 1),
      );
    }),
};
