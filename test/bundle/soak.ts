import { buildTestServer } from '../support/build-test-app.ts';
import { ingestTarget } from '../support/ingest-target.ts';
import type { MutationReport } from '../support/mutate-bundles.ts';
import { mutateBundles } from '../support/mutate-bundles.ts';
import { memoryDatabase } from '../support/open-test-database.ts';

// npm run test:soak:bundle -- [count] [seed] [taken in]: generated hostile bundles, `count` for the reader alone and `taken in` of them for
// the server's import and a laptop's; ends with code 1 where one is taken wrongly or in part, fails without a name, takes longer than two
// seconds, or the memory grows by more than 300 MiB.

// So many for one empty project: from the first good one on, nothing more can be left behind in part.
const TOGETHER = 200;
const MOST_GROWN = 300 * 1024 * 1024;

const [count = '100000', seed = '1', takenIn = '5000'] = process.argv.slice(2);

function isClean({ wronglyTaken, untyped, slow, grownBytes }: MutationReport): boolean {
  return wronglyTaken + untyped.length + slow === 0 && grownBytes < MOST_GROWN;
}

async function tell(what: string, run: () => Promise<MutationReport>): Promise<boolean> {
  const began = performance.now();
  const report = await run();
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  const untyped = report.untyped.slice(0, 5);
  console.log(JSON.stringify({ what, ...report, untyped, seconds }, null, 2));
  return isClean(report);
}

let isWell = await tell('reader', () => mutateBundles(Number(count), Number(seed)));
const server = await buildTestServer(memoryDatabase);
for (let done = 0; done < Number(takenIn); done += TOGETHER) {
  const some = Math.min(TOGETHER, Number(takenIn) - done);
  const target = await ingestTarget(server);
  isWell =
    (await tell('taken in', () => mutateBundles(some, Number(seed) + done, target))) && isWell;
}
await server.close();
process.exitCode = isWell ? 0 : 1;
