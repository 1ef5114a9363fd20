import { createMemoryServer } from './memory-server.ts';
import { createWorld, play } from './play.ts';
import type { Program } from './program.ts';

/** Lets a schedule happen among laptops and a server in memory; throws where something does not hold. */
export async function runProgram(program: Program): Promise<void> {
  let nowMs = 1_780_000_000_000;
  const server = createMemoryServer(() => (nowMs += 1000));
  const world = await createWorld(program, server, 'memory');
  await play(program, world);
}
