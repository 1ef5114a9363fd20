import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';

const ENTRIES = 100_000;

export const bench: Bench = {
  name: 'journal.rebuild100k',
  compares:
    'index of 100,000 entries made anew from the journal / bare Dexie bulkAdd of the same rows',
  unit: 'ms',
  // Once: it takes minutes, and nothing in it is warm in the product either.
  run: () =>
    onStage('store', async ({ address, newPage }) => {
      const page = await newPage();
      await page.goto(address);
      await page.evaluate(async (count) => (await window.storePage).fillJournal(count), ENTRIES);
      const value = await page.evaluate(async () => (await window.storePage).rebuildIndex());
      const baseline = await page.evaluate(async () => (await window.storePage).bulkAddBare());
      return { value, baseline };
    }),
};
