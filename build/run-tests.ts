import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './ensure-browser.ts';
import { runChecks } from './run-checks.ts';
import { root, runCommand } from './run-process.ts';
import type { StageTotals } from './stage-totals.ts';
import { readPlaywrightTotals, readVitestTotals } from './stage-totals.ts';

// npm test: everything, in stages; the first stage with a failure is the last. The last line counts.

interface Stage {
  readonly name: string;
  readonly run: () => Promise<StageTotals>;
}

const vitestReport = path.join(root, '.cache', 'vitest-totals.json');
const playwrightReport = path.join(root, '.cache', 'playwright.json');

const stages: readonly Stage[] = [
  { name: 'build', run: runBuild },
  { name: 'checks', run: runChecks },
  { name: 'unit, property, sync and server tests', run: runVitest },
  { name: 'screen tests', run: runPlaywright },
];

const began = performance.now();
let passed = 0;
let failed = 0;
const skipped: string[] = [];
const secondTries: string[] = [];

for (const stage of stages) {
  console.log(`\n=== ${stage.name}`);
  const stageBegan = performance.now();
  const totals = await stage.run();
  passed += totals.passed;
  failed += totals.failed;
  skipped.push(...totals.skipped);
  secondTries.push(...(totals.secondTries ?? []));
  const seconds = ((performance.now() - stageBegan) / 1000).toFixed(0);
  console.log(`=== ${stage.name}: ${totals.passed} passed, ${totals.failed} failed (${seconds} s)`);
  if (failed > 0) break;
}

for (const line of skipped) console.log(`SKIPPED ${line}`);
for (const title of secondTries) console.log(`PASSED ON A SECOND TRY ${title}`);
console.log(`\n${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
const left = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed${left}`);

async function runBuild(): Promise<StageTotals> {
  const { code } = await runCommand('node build/bundle.ts', { show: true });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}

async function runVitest(): Promise<StageTotals> {
  const { code } = await runCommand('vitest run --config test/vitest.config.ts', {
    show: true,
    env: { VITEST_TOTALS: vitestReport },
  });
  return atLeastOneFailure(code, readVitestTotals(vitestReport));
}

async function runPlaywright(): Promise<StageTotals> {
  if (!existsSync(path.join(root, 'test/playwright.config.ts'))) {
    console.log('test/playwright.config.ts is not there yet');
    return { passed: 0, failed: 0, skipped: [] };
  }
  const browser = await ensureBrowser();
  const { code } = await runCommand(
    'playwright test --config test/playwright.config.ts --reporter=list,json',
    { show: true, env: { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport } },
  );
  return atLeastOneFailure(code, readPlaywrightTotals(playwrightReport));
}

/** A run that ended badly without naming a failed test is a failure all the same. */
function atLeastOneFailure(code: number, totals: StageTotals | undefined): StageTotals {
  const counted = totals ?? { passed: 0, failed: 0, skipped: [] };
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}
