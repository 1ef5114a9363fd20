import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from './database.ts';

/** One step of the schema: its name begins with its number. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

/**
 * Brings the schema up to `upTo` (the newest by default), in one transaction and under a lock, so that several
 * processes may start at once. Answers the names applied now. Throws where the database knows a migration that this
 * program does not, or one of another content.
 */
export async function migrate(
  db: Database,
  migrations: readonly Migration[],
  upTo: string | undefined = migrations.at(-1)?.name,
): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('bazarnegar migrations', 0))`.execute(
      tx,
    );
    await sql`create table if not exists migration (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(
      tx,
    );
    const { rows: applied } =
      await sql<Applied>`select name, checksum from migration order by name`.execute(tx);
    refuseStrangers(applied, migrations);
    const end = migrations.findIndex(({ name }) => name === upTo) + 1;
    const pending = migrations.slice(applied.length, end);
    for (const migration of pending) {
      await sql.raw(migration.sql).execute(tx);
      await sql`insert into migration (name, checksum)
        values (${migration.name}, ${checksum(migration)})`.execute(tx);
    }
    return pending.map(({ name }) => name);
  });
}

/** The name of the newest migration applied; undefined in a database that was never migrated. */
export async function newestMigration(db: Database): Promise<string | undefined> {
  const { rows: known } = await sql<{ readonly found: string | null }>`
    select to_regclass('migration')::text as found`.execute(db);
  if (typeof known[0]?.found !== 'string') return undefined;
  const { rows } = await sql<{ readonly name: string }>`
    select name from migration order by name desc limit 1`.execute(db);
  return rows[0]?.name;
}

function refuseStrangers(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [index, { name, checksum: recorded }] of applied.entries()) {
    const known = migrations[index];
    if (known?.name !== name) {
      throw new Error(`the database was made by a newer version of Bazarnegar (${name})`);
    }
    if (checksum(known) !== recorded) {
      throw new Error(`the migration ${name} was changed after it had been applied`);
    }
  }
}

function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
