import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { root } from './run-process.ts';

// The browser keeps a page's data by its origin, and the port is part of it: so it is fixed.
const port = Number(process.env['PORT'] ?? 47615);
export const dataFolder = process.env['BAZARNEGAR_DATA'] ?? path.join(root, '.data');

const healthSchema = z.object({
  app: z.literal('bazarnegar'),
  isSample: z.boolean(),
  sampleAccounts: z.array(z.object({ name: z.string(), password: z.string(), role: z.string() })),
});
const listeningSchema = z.object({ listening: z.number() });

export interface LocalServer {
  readonly address: string;
  readonly health: z.infer<typeof healthSchema>;
  readonly isOurs: boolean;
  readonly stop: () => Promise<void>;
  /** Settles when the server ends; never, when it was running before. */
  readonly ended: Promise<void>;
}

/** Starts the built server with the sample project, or finds the one that runs already. */
export async function startLocalServer(): Promise<LocalServer> {
  const address = `http://127.0.0.1:${port}`;
  const running = await askHealth(address);
  if (running !== undefined)
    return {
      address,
      health: running,
      isOurs: false,
      stop: () => Promise.resolve(),
      ended: new Promise(() => {}),
    };
  if (await isTaken())
    throw new Error(
      `Port ${port} is taken by another program. Close it, or choose another with the variable PORT (data in a browser is kept per port).`,
    );
  return launch(address);
}

async function launch(address: string): Promise<LocalServer> {
  mkdirSync(dataFolder, { recursive: true });
  const logFile = path.join(dataFolder, 'server.log');
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, [path.join(root, 'out/server/server.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      BAZARNEGAR_SAMPLE: '1',
      ...process.env,
      PORT: String(port),
      BAZARNEGAR_DATA: dataFolder,
    },
  });
  child.stderr.pipe(log, { end: false });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
    });
  });
  const listening = new Promise<boolean>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      log.write(`${line}\n`);
      if (isListening(line)) resolve(true);
    });
    void ended.then(() => {
      resolve(false);
    });
  });
  const health = (await listening) ? await waitForHealth(address) : undefined;
  if (health === undefined) {
    child.kill();
    throw new Error(`The server did not start. Its last words (${logFile}):\n${tail(logFile)}`);
  }

  async function stop(): Promise<void> {
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(10_000)]);
    if (child.exitCode === null) child.kill('SIGKILL');
  }
  return { address, health, isOurs: true, stop, ended };
}

async function waitForHealth(address: string): Promise<LocalServer['health'] | undefined> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const health = await askHealth(address);
    if (health !== undefined) return health;
    await sleep(500);
  }
  return undefined;
}

async function askHealth(address: string): Promise<LocalServer['health'] | undefined> {
  try {
    const response = await fetch(`${address}/health`, { signal: AbortSignal.timeout(3000) });
    return healthSchema.safeParse(await response.json()).data;
  } catch {
    return undefined;
  }
}

async function isTaken(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

function isListening(line: string): boolean {
  try {
    return listeningSchema.safeParse(JSON.parse(line)).success;
  } catch {
    return false;
  }
}

function tail(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}
