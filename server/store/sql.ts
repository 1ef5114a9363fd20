import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database, Tables } from './database.ts';
import type { HeldElsewhere } from './data-lock.ts';
import { lockDataFolder } from './data-lock.ts';

/** Where the data is kept: a PostgreSQL server, or the embedded one in a data folder. */
export type DatabasePlace = { readonly url: string } | { readonly folder: string };

/** How many connections a process has to its database, of which how many do nothing, and how much work waits for one. */
export interface Connections {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

/** An open database. */
export interface OpenDatabase {
  readonly db: Database;
  connections(): Connections;
  close(): Promise<void>;
}

/** Opens the database; answers who holds it where another process works on the data folder. */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase | HeldElsewhere> {
  if ('url' in place) return overPool({ connectionString: place.url, max: 10 });
  const lock = lockDataFolder(place.folder);
  if ('pid' in lock) return lock;
  try {
    // Loaded where it is needed: it is large, and PostgreSQL does without it.
    const { openEmbeddedDatabase } = await import('./embedded-database.ts');
    const embedded = await openEmbeddedDatabase(place.folder);
    return overPool(embedded.poolConfig, async () => {
      await embedded.close();
      lock.release();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The database behind a pool of `pg`: one dialect and one driver for both kinds. */
export function overPool(config: pg.PoolConfig, afterClose?: () => Promise<void>): OpenDatabase {
  const pool = new pg.Pool({
    connectionTimeoutMillis: 30_000,
    ...config,
    types: { getTypeParser: parserOf },
  });
  // An idle connection that PostgreSQL drops (restart, failover) is replaced at the next query; unheard it would end the process.
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    connections: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: async () => {
      await db.destroy();
      await afterClose?.();
    },
  };
}

/** True for an error that passes by itself or by a hand on the machine: no way to the database, or no room on the disk. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  // SQLSTATE 08: connection, 53: resources, 57P: shutdown and start-up; the rest are Node's and pg's own.
  return (
    /^(?:08|53|57P)/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'ENOSPC', 'EPIPE', 'ETIMEDOUT'].includes(code) ||
    /connection terminated|timeout exceeded when trying to connect/i.test(error.message)
  );
}

const INT8 = 20;

// bigint columns hold counters and positions, far below 2^53: numbers, not the texts pg makes of them.
function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === INT8 && format !== 'binary') return Number;
  return pg.types.getTypeParser(oid, format ?? 'text') as (value: string) => unknown;
}
