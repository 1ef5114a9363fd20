import { describe } from 'vitest';
import { PGlite } from '@electric-sql/pglite';
import { emptyDatabase } from '../../build/empty-database.ts';
import { migrations } from '../../server/migrations/all-migrations.ts';
import { reach } from '../../server/store/embedded-database.ts';
import { migrate } from '../../server/store/migrate.ts';
import type { OpenDatabase } from '../../server/store/sql.ts';
import { overPool } from '../../server/store/sql.ts';
import { startPostgres, whyNoPostgres } from './start-postgres.ts';

/** A kind of database that a suite runs on. */
export interface TestDatabaseKind {
  readonly name: string;
  /** Why it cannot be had here; such a suite is skipped, and says so. */
  readonly missing: string | undefined;
  /** An empty, migrated database. */
  open(): Promise<OpenDatabase>;
  /** One without a schema. */
  openBare(): Promise<OpenDatabase>;
}

const missing = whyNoPostgres();

/** Runs a suite on every kind of database. */
export function onEachDatabase(subject: string, suite: (kind: TestDatabaseKind) => void): void {
  for (const kind of databaseKinds) {
    describe.skipIf(kind.missing !== undefined)(`${subject} on ${kind.name}`, () => {
      suite(kind);
    });
  }
}

/** For suites in which the kind of database plays no part. */
export const memoryDatabase: TestDatabaseKind = {
  name: 'PGlite',
  missing: undefined,
  open: async () => migrated(await openPglite()),
  openBare: openPglite,
};

const databaseKinds: readonly TestDatabaseKind[] = [
  memoryDatabase,
  {
    name: missing === undefined ? 'PostgreSQL' : `PostgreSQL (skipped: ${missing})`,
    missing,
    open: async () => openPostgres(),
    openBare: async () => openBarePostgres(),
  },
];

/** A PGlite in memory, from a template, because making one takes seconds. */
async function openPglite(): Promise<OpenDatabase> {
  const lite = await PGlite.create({ loadDataDir: new Blob([await emptyDatabase()]) });
  const embedded = reach(lite);
  return overPool(embedded.poolConfig, embedded.close);
}

/** A PostgreSQL of its own; one that does not flush is faster and loses nothing but in a power cut. */
export async function openPostgres(
  options: { readonly fsync?: boolean } = {},
): Promise<OpenDatabase> {
  return migrated(await openBarePostgres(options));
}

async function openBarePostgres(options: { readonly fsync?: boolean } = {}): Promise<OpenDatabase> {
  const postgres = await startPostgres(options);
  return overPool({ connectionString: postgres.url, max: 10 }, postgres.stop);
}

async function migrated(database: OpenDatabase): Promise<OpenDatabase> {
  await migrate(database.db, migrations);
  return database;
}
