import * as fc from 'fast-check';
import { programOfSeed, programs } from './program.ts';
import { runProgram } from './run.ts';

// npm run test:soak [-- <first seed> [<how many>]]: schedules one after the other, until stopped.

const REPORT_MS = 10_000;

const first = Number(process.argv[2] ?? Math.trunc(Math.random() * 2 ** 30));
const most = Number(process.argv[3] ?? Infinity);
const began = performance.now();
let reported = began;
let violations = 0;
let done = 0;

function report(): void {
  const minutes = (performance.now() - began) / 60_000;
  const rate = Math.round(done / minutes);
  console.log(`${done} schedules from seed ${first}, ${rate} a minute, ${violations} violations`);
}

for (; done < most; done += 1) {
  const seed = first + done;
  try {
    await runProgram(programOfSeed(seed));
  } catch (error) {
    violations += 1;
    console.log(`seed ${seed}: ${String(error)}`);
    await shrink(seed);
  }
  if (performance.now() - reported > REPORT_MS) {
    reported = performance.now();
    report();
  }
}
report();
process.exitCode = violations === 0 ? 0 : 1;

/** Prints the shortest schedule found that still goes wrong. */
async function shrink(seed: number): Promise<void> {
  const property = fc.asyncProperty(programs, runProgram);
  const limits = { seed, numRuns: 1, unbiased: true, interruptAfterTimeLimit: 60_000 };
  const { counterexample, errorInstance } = await fc.check(property, limits);
  console.log(`${String(errorInstance)}\n${JSON.stringify(counterexample?.[0])}`);
}
