import { expect, test } from 'vitest';
import { labelledRows } from '../../../../mistakes/labelled-rows.ts';
import { measure } from '../../../../mistakes/measure.ts';
import { missingData, readRates, readRealPrices } from '../../../../mistakes/real-prices.ts';

const reason = missingData();

// The figures themselves are printed by `npm run mistakes`; these are what a change may not fall below.
test.skipIf(reason !== undefined)(
  `mistakes made in real prices are named, right prices are left alone${reason === undefined ? '' : ` (skipped: ${reason})`}`,
  () => {
    const rows = labelledRows(readRealPrices(), readRates(), {
      part: 'held-out',
      count: 6000,
      seed: 7,
    });
    const found = measure(rows);
    console.log(
      `${found.wrong} wrong rows: ${(100 * found.named).toFixed(1)} % named first, ${(100 * found.offered).toFixed(1)} % ` +
        `among the offers; ${found.right} right rows: ${(100 * found.falseAlarms).toFixed(1)} % warned of`,
    );
    expect(found.wrong).toBeGreaterThan(1000);
    expect(found.offered).toBeGreaterThan(0.95);
    expect(found.named).toBeGreaterThan(0.9);
    expect(found.falseAlarms).toBeLessThan(0.02);
  },
);
