import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { PoolConfig } from 'pg';
import { DurableNodeFS } from './durable-node-fs.ts';
import { syncPlace } from './sync-place.ts';

/** An embedded PostgreSQL and how `pg` reaches it. */
export interface EmbeddedDatabase {
  readonly poolConfig: PoolConfig;
  close(): Promise<void>;
}

/** Opens the embedded PostgreSQL of a data folder, making it at first. The caller holds the folder's lock. */
export async function openEmbeddedDatabase(dataFolder: string): Promise<EmbeddedDatabase> {
  const folder = path.join(dataFolder, 'postgres');
  if (!existsSync(folder)) await createDatabase(folder);
  return reach(await start(folder));
}

/** `pg`'s way to a PGlite that is open already. It has one connection, so queries wait for each other. */
export function reach(database: PGlite): EmbeddedDatabase {
  return {
    poolConfig: Object.assign(createPgConfig(database), { max: 1 }) as PoolConfig,
    close: async () => database.close(),
  };
}

// Beside the built server lies an empty database: making one takes ten seconds of a processor.
const emptyDatabase = path.join(import.meta.dirname, 'empty-database.tar.gz');

// Made beside its place and then renamed: a process killed while it makes one leaves nothing half-made behind.
async function createDatabase(folder: string): Promise<void> {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const database = await start(fresh, existsSync(emptyDatabase) ? emptyDatabase : undefined);
  await database.close();
  await syncTree(fresh);
  renameSync(fresh, folder);
  await syncPlace(path.dirname(folder));
}

// Nothing is flushed while it is made; a thousand files one after the other would take seconds.
async function syncTree(folder: string): Promise<void> {
  const waiting = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  async function work(): Promise<void> {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      await syncPlace(path.join(folder, next));
    }
  }
  await Promise.all(Array.from({ length: 16 }, async () => work()));
}

async function start(folder: string, made?: string): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableNodeFS(folder),
    ...(made !== undefined && { loadDataDir: new Blob([readFileSync(made)]) }),
    // Without -F PostgreSQL asks for its flushes; fdatasync, its usual way, is not passed on by PGlite, fsync is.
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      '-c',
      'wal_sync_method=fsync',
      '-c',
      'shared_buffers=16MB',
    ],
  });
}
