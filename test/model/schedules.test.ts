import { expect, test } from 'vitest';
import { programOfSeed } from './program.ts';
import { runProgram } from './run.ts';

const SCHEDULES = 2000;
const PART = 250;

const parts = Array.from({ length: SCHEDULES / PART }, (_, at) => at * PART + 1);

test.each(parts)(
  `schedules from %i on, ${PART} of them: nothing is lost, nothing is there twice, and all agree`,
  async (from) => {
    for (let seed = from; seed < from + PART; seed += 1) {
      const program = programOfSeed(seed);
      await expect(runProgram(program), `seed ${seed}: ${JSON.stringify(program)}`).resolves.toBe(
        undefined,
      );
    }
  },
);
