import type { Bench } from '../../build/bench-kind.ts';
import { newRecordId } from '../support/make-entries.ts';
import { onStage } from '../support/bench-browser.ts';
import { sampleAccount } from '../support/node-device.ts';
import { priceAnswers } from '../support/price-answers.ts';
import { compare } from './measure.ts';

const ROUNDS = 8;
const RECORDS = 25;

export const bench: Bench = {
  name: 'save',
  compares:
    'one price acknowledged (journal flushed, index written) / one bare strict IndexedDB put',
  unit: 'ms',
  run: () =>
    onStage('store', async ({ address, newPage }) => {
      const page = await newPage();
      await page.goto(address);
      const surveyor = await sampleAccount(address, 'surveyor');
      await page.evaluate(async (account) => (await window.storePage).signIn(account), surveyor);
      const visit = newRecordId();
      const sets = Array.from({ length: RECORDS }, (_, n) => priceAnswers(visit, n));
      return compare(
        ROUNDS,
        () => page.evaluate(async (all) => (await window.storePage).saveEach('price', all), sets),
        () => page.evaluate(async (all) => (await window.storePage).putBare(all), sets),
      );
    }),
};
