import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DamageReport } from '../support/damage-sealed-journals.ts';
import { cutPower, killWriters, rotBits } from '../support/damage-sealed-journals.ts';

// npm run test:soak:journal -- [power cuts] [kills] [rotten] [seed]: damages sealed journals; ends with code 1 where an acknowledged act is
// lost, one is read that nobody wrote, or damage goes unseen.

const [cuts = '100000', kills = '1000', rotten = '10000', seed = '1'] = process.argv.slice(2);

const began = performance.now();
await tell('power cuts', () => cutPower(Number(cuts), Number(seed)));
await tell('bit rot', () => rotBits(Number(rotten), Number(seed)));
await tell('kill -9', () =>
  killWriters(Number(kills), Number(seed), () =>
    mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-kills-')),
  ),
);

async function tell(name: string, run: () => Promise<DamageReport>): Promise<void> {
  const report = await run();
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(JSON.stringify({ name, ...report, secondsSoFar: seconds }));
  if (report.lost + report.wrong + report.unseen > 0) process.exitCode = 1;
}
