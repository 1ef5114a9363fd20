import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';
import { startBareSite } from '../support/bare-site.ts';
import { createNodeDevice, sampleAccount } from '../support/node-device.ts';
import { compare } from './measure.ts';

const ROUNDS = 3;
const RECORDS = 2000;

export const bench: Bench = {
  name: 'pull.2k',
  compares: '2,000 records received, journaled and indexed / one bare GET of the same JSON',
  unit: 'ms',
  run: () =>
    onStage('store', async ({ address, newPage }) => {
      const site = await startBareSite();
      try {
        const page = await newPage();
        await page.goto(address);
        const bare = await newPage();
        await bare.goto(site.address);
        const supervisor = await sampleAccount(address, 'supervisor');
        const device = await createNodeDevice(address, await sampleAccount(address, 'surveyor'));
        await page.evaluate(async (account) => {
          const store = await window.storePage;
          await store.signIn(account);
          await store.sync();
        }, supervisor);
        return await compare(
          ROUNDS,
          async () => {
            // One of the records is the visit itself.
            await device.sendVisit(RECORDS - 1);
            return page.evaluate(async () => (await window.storePage).sync());
          },
          async () => {
            site.serve(
              await page.evaluate(
                async (count) => (await window.storePage).lastEntries(count),
                RECORDS,
              ),
            );
            return bare.evaluate(async () => {
              const began = performance.now();
              const answer = await fetch('/bare', { cache: 'no-store' });
              await answer.json();
              return performance.now() - began;
            });
          },
        );
      } finally {
        await site.close();
      }
    }),
};
