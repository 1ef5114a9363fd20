import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { PoolConfig } from 'pg';
import { DurableNodeFS, syncPath } from './durable-node-fs.ts';

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
    // -- the adapter takes the place of pg's own connection, which pg's types do not offer
    poolConfig: { ...createPgConfig(database), max: 1 } as unknown as PoolConfig,
    close: async () => database.close(),
  };
}

// Made beside its place and then renamed: a process killed while it makes one leaves nothing half-made behind.
async function createDatabase(folder: string): Promise<void> {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  const database = await start(fresh);
  await database.close();
  // initdb itself flushes nothing here.
  for (const entry of readdirSync(fresh, { recursive: true, encoding: 'utf8' })) {
    syncPath(path.join(fresh, entry));
  }
  renameSync(fresh, folder);
  syncPath(path.dirname(folder));
}

async function start(folder: string): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableNodeFS(folder),
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
