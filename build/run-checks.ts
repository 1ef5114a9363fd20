import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { root, runCommand } from './run-process.ts';
import type { StageTotals } from './stage-totals.ts';

const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });

/** Runs every `check:*` script of package.json, two at a time, and shows what the failing ones say. */
export async function runChecks(): Promise<StageTotals> {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const waiting = Object.entries(packageSchema.parse(manifest).scripts).filter(([name]) =>
    name.startsWith('check:'),
  );
  const totals = { passed: 0, failed: 0, skipped: [] };

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, command] = next;
      const outcome = await runCommand(command, { show: false });
      const passed = outcome.code === 0;
      totals[passed ? 'passed' : 'failed'] += 1;
      console.log(`${passed ? 'ok  ' : 'FAIL'} ${name} (${outcome.seconds.toFixed(1)} s)`);
      if (!passed) console.log(outcome.output.replaceAll(/^/gm, '     '));
      else
        for (const [line] of outcome.output.matchAll(/^not asked: .*$/gm))
          console.log(`     ${line}`);
    }
  }

  await Promise.all([work(), work()]);
  return totals;
}
