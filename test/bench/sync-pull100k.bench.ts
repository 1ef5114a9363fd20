import type { Bench } from '../../build/bench-kind.ts';
import { onStage } from '../support/bench-browser.ts';
import { createNodeDevice, sampleAccount } from '../support/node-device.ts';

const RECORDS = 100_000;
const OF_VISIT = 20_000;

export const bench: Bench = {
  name: 'sync.pull100k.vs_bulkadd',
  compares:
    '100,000 records received, journaled and indexed / the same rows of the index added with bare Dexie bulkAdd',
  unit: 'records/s',
  run: () =>
    onStage('store', async ({ address, newPage }) => {
      const device = await createNodeDevice(address, await sampleAccount(address, 'surveyor'));
      for (let sent = 0; sent < RECORDS; sent += OF_VISIT) await device.sendVisit(OF_VISIT - 1);
      const page = await newPage();
      await page.goto(address);
      const supervisor = await sampleAccount(address, 'supervisor');
      await page.evaluate(async (account) => (await window.storePage).signIn(account), supervisor);
      const ms = await page.evaluate(async () => (await window.storePage).sync());
      const bareMs = await page.evaluate(async () => (await window.storePage).bulkAddBare());
      return { value: (RECORDS / ms) * 1000, baseline: (RECORDS / bareMs) * 1000 };
    }),
};
