import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';
import { createNodeDevice, sampleAccount } from '../support/node-device.ts';
import { enterProduct, openScreen } from '../support/product-page.ts';
import { compare } from './measure.ts';

const ROUNDS = 5;
const FEW = 100;
const MANY = 10_000;
const firstRows = 10;

export const bench: Bench = {
  name: 'list.10k',
  compares: 'the table of 10,000 prices on the screen / the table of 100',
  unit: 'ms',
  run: () =>
    onStage('product', async ({ address, newPage }) => {
      const device = await createNodeDevice(address, await sampleAccount(address, 'surveyor'));
      await device.sendVisit(FEW);
      const few = await newPage();
      await enterProduct(few, address, 'surveyor');
      await few.context().setOffline(true);
      await device.sendVisit(MANY - FEW);
      const many = await newPage();
      await enterProduct(many, address, 'surveyor');
      await many.context().setOffline(true);
      const list = '/records?form=price';
      return compare(
        ROUNDS,
        () => openScreen(many, list, 'table tbody tr', firstRows),
        () => openScreen(few, list, 'table tbody tr', firstRows),
      );
    }),
};
