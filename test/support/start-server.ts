import { spawn } from 'node:child_process';
import path from 'node:path';
import { serverFlags } from './quick-wasm.ts';

/** Whether a server runs from its sources or as it was built. */
export type Made = 'sources' | 'built';

type Signal = 'SIGTERM' | 'SIGINT' | 'SIGKILL';

/** A server in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  /** Where it gives figures, if it was asked to. */
  readonly metricsPort: number | undefined;
  /** Everything it said on standard error. */
  log(): string;
  kill(signal: Signal): void;
  /** Sends the signal and waits for its exit code. */
  end(signal: Signal): Promise<number | null>;
  /** Its exit code, null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

interface Ports {
  readonly listening: number;
  readonly metrics?: number;
}

export const root = path.resolve(import.meta.dirname, '../..');

const entries = {
  sources: 'server/main.ts',
  built: 'out/server/server.mjs',
  // Servers of others that the product is measured against.
  pouchdb: 'test/support/peers/pouchdb-server.ts',
  table: 'test/support/peers/table-server.ts',
} as const;

// `npm test` has just built it, and what is built starts in half the time; a test file run by itself takes the sources as they are.
export const ownEntry: Made = process.env['VITEST_TOTALS'] === undefined ? 'sources' : 'built';
const commandLine = { sources: 'server/cli.ts', built: 'out/server/cli.mjs' } as const;

/** Starts the server from its sources, as it was built, or another one; rejects with what it said where it ends before it listens. */
export async function startServer(
  environment: Readonly<Record<string, string>>,
  entry: keyof typeof entries = ownEntry,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [...serverFlags, entries[entry]], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'error', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
  });
  const { listening: port, metrics } = await new Promise<Ports>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString()) as Ports));
    child.once('close', (code) => reject(new Error(`exit ${code}: ${said}`)));
  });
  return {
    pid: child.pid ?? 0,
    port,
    url: `http://127.0.0.1:${port}`,
    metricsPort: metrics,
    log: () => said,
    kill: (signal) => void child.kill(signal),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    ended,
  };
}

/** Runs a command of the server's command line to its end. */
export async function runCli(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  input = '',
  entry: Made = ownEntry,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, [...serverFlags, commandLine[entry], ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => {
    child.once('close', (status) => resolve(status));
  });
  return { code, out, err };
}
