import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';
import { startBareSite } from '../support/bare-site.ts';
import { newRecordId } from '../support/make-entries.ts';
import { sampleAccount } from '../support/node-device.ts';
import { priceAnswers } from '../support/price-answers.ts';
import { compare } from './measure.ts';

const ROUNDS = 3;
const RECORDS = 2000;

export const bench: Bench = {
  name: 'push.2k',
  compares: '2,000 records sent, judged, stored and confirmed / one bare POST of the same JSON',
  unit: 'ms',
  run: () =>
    onStage('store', async ({ address, newPage }) => {
      const site = await startBareSite();
      try {
        const page = await newPage();
        await page.goto(address);
        const bare = await newPage();
        await bare.goto(site.address);
        const surveyor = await sampleAccount(address, 'surveyor');
        await page.evaluate(async (account) => {
          const store = await window.storePage;
          await store.signIn(account);
          await store.sync();
        }, surveyor);
        const visit = newRecordId();
        const sets = Array.from({ length: RECORDS }, (_, n) => priceAnswers(visit, n));
        return await compare(
          ROUNDS,
          () =>
            page.evaluate(async (all) => {
              const store = await window.storePage;
              await store.saveAll('price', all);
              return store.sync();
            }, sets),
          async () => {
            const json = await page.evaluate(
              async (count) => (await window.storePage).lastEntries(count),
              RECORDS,
            );
            return bare.evaluate(async (body) => {
              const began = performance.now();
              const answer = await fetch('/bare', { method: 'POST', body });
              await answer.json();
              return performance.now() - began;
            }, json);
          },
        );
      } finally {
        await site.close();
      }
    }),
};
