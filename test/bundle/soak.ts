import { mutateBundles } from '../support/mutate-bundles.ts';

// npm run test:soak:bundle -- [count] [seed]: generated hostile bundles; ends with code 1 where one is taken wrongly, fails
// without a name or takes longer than two seconds.

const [count = '100000', seed = '1'] = process.argv.slice(2);
const began = performance.now();
const report = await mutateBundles(Number(count), Number(seed));
const seconds = ((performance.now() - began) / 1000).toFixed(0);
console.log(JSON.stringify({ ...report, untyped: report.untyped.slice(0, 5), seconds }, null, 2));
process.exitCode = report.wronglyTaken + report.untyped.length + report.slow === 0 ? 0 : 1;
