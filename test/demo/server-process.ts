import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';

/** The built server as a process of its own. */
export interface ServerProcess {
  readonly port: number;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
}

/** Starts the built server with the sample project in `dataFolder`; port 0 lets it choose one. */
export async function startServer(
  dataFolder: string,
  port = 0,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  mkdirSync(dataFolder, { recursive: true });
  const log = openSync(path.join(dataFolder, 'server.log'), 'a');
  const child = spawn(process.execPath, [path.resolve('out/server/server.mjs')], {
    env: {
      ...process.env,
      PORT: String(port),
      BAZARNEGAR_DATA: dataFolder,
      BAZARNEGAR_SAMPLE: '1',
      ...environment,
    },
    stdio: ['ignore', 'pipe', log],
  });
  const exited = once(child, 'exit');
  const listening = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: child.stdout ?? Readable.from([]) }).on('line', (line) => {
      const said = /"listening":(\d+)/.exec(line)?.[1];
      if (said !== undefined) resolve(Number(said));
    });
  });
  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    child.kill(signal);
    await exited;
  }
  return { port: listening, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}
