import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';
import { fieldPrices } from '../support/field-prices.ts';
import { sampleAccount } from '../support/node-device.ts';
import { compare } from './measure.ts';

const ROUNDS = 5;
const RECORDS = 60;

export const bench: Bench = {
  name: 'sync.save.vs_put',
  compares:
    'drafts finished a second at the p95 of one (journal flushed, index written) / bare strict IndexedDB puts',
  unit: 'saves/s',
  run: () =>
    onStage('store', async ({ address, newPage }) => {
      const page = await newPage();
      await page.goto(address);
      const surveyor = await sampleAccount(address, 'surveyor');
      await page.evaluate(async (account) => (await window.storePage).signIn(account), surveyor);
      const sets = JSON.stringify(fieldPrices(RECORDS).map(({ answers }) => answers));
      return compare(
        ROUNDS,
        async () =>
          1000 /
          (await page.evaluate(
            async (all) => (await window.storePage).slowSave(JSON.parse(all)),
            sets,
          )),
        async () =>
          1000 /
          (await page.evaluate(
            async (all) => (await window.storePage).slowBarePut(JSON.parse(all)),
            sets,
          )),
      );
    }),
};
