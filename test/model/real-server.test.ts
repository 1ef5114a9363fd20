import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '#shared/core/json.ts';
import type { TestServer } from '../support/build-test-app.ts';
import { buildTestServer } from '../support/build-test-app.ts';
import { memoryDatabase } from '../support/open-test-database.ts';
import type { IndexKind } from './laptop.ts';
import { createMemoryServer } from './memory-server.ts';
import { createWorld, play } from './play.ts';
import type { Program } from './program.ts';
import { programOfSeed } from './program.ts';
import { createRealServer } from './real-server.ts';
import type { Server } from './server.ts';

const SCHEDULES = 8;

let real: TestServer;
beforeAll(async () => {
  real = await buildTestServer(memoryDatabase);
});
afterAll(async () => real.close());

/**
 * Everything the server answered to every laptop, and what it holds in the end; epochs by their order; times, keys and
 * signatures left out.
 */
async function playOn(program: Program, server: Server, index: IndexKind): Promise<string> {
  const world = await createWorld(program, server, index);
  await play(program, world);
  const { log, refused, epoch } = await server.contents();
  const exchanges = world.laptops.map(({ line }) => line.exchanges);
  const epochs = new Map<string, string>();
  const said = JSON.stringify({ exchanges, log, refused: refused.length, epoch }, (key, value) => {
    if (['serverMs', 'key', 'signature'].includes(key)) return undefined;
    if (key !== 'epoch' || typeof value !== 'string') return value as unknown;
    epochs.set(value, epochs.get(value) ?? `epoch ${epochs.size + 1}`);
    return epochs.get(value);
  });
  return canonicalJson(JSON.parse(said));
}

/** The schedule without what only laptops and servers in memory can be made to suffer. */
function playable({ steps, ...program }: Program): Program {
  const suffered = steps
    .filter((step) => step.do !== 'index-fails')
    .map((step) =>
      step.do === 'sync'
        ? {
            ...step,
            fates: step.fates.filter(({ is }) => is !== 'cut-batch' && is !== 'server-killed'),
          }
        : step,
    );
  return { ...program, steps: suffered };
}

test(`of ${SCHEDULES} schedules the real server on PGlite and laptops on IndexedDB say what the model says`, async () => {
  for (let seed = 1; seed <= SCHEDULES; seed += 1) {
    const program = playable(programOfSeed(seed));
    const modelled = await playOn(
      program,
      createMemoryServer(() => real.clock.ms),
      'memory',
    );
    const seen = await playOn(program, await createRealServer(real), 'indexeddb');
    expect(seen, `seed ${seed}`).toBe(modelled);
  }
}, 240_000);
