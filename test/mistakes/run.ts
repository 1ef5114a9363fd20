import { labelledRows } from './labelled-rows.ts';
import { measure } from './measure.ts';
import { missingData, readRates, readRealPrices } from './real-prices.ts';

const COUNT = 20_000;
const reason = missingData();

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`.padStart(8);
}

if (reason === undefined) {
  const [prices, rates] = [readRealPrices(), readRates()];
  for (const part of ['tuning', 'held-out'] as const) {
    const found = measure(labelledRows(prices, rates, { part, count: COUNT, seed: 1405 }));
    console.log(`\n${part}: ${found.wrong} wrong rows, ${found.right} right ones`);
    console.log(
      `  named correctly ${percent(found.named)} (mean of the ways ${percent(found.namedOfEach)})` +
        `   among the offers ${percent(found.offered)}   false alarms ${percent(found.falseAlarms)}`,
    );
    for (const [name, { precision, recall }] of found.byName) {
      console.log(
        `  ${name.padEnd(16)} precision ${percent(precision)}   recall ${percent(recall)}`,
      );
    }
    for (const [way, score] of found.byWay) {
      const others = [...score.mistakenFor].map(([name, count]) => `${name} ${count}`).join(', ');
      console.log(
        `    ${way.padEnd(40)} ${String(score.rows).padStart(6)} named ${percent(score.named / score.rows)}` +
          `  warned ${percent(score.warned / score.rows)}  ${others}`,
      );
    }
  }
} else {
  console.log(reason);
  process.exitCode = 1;
}
