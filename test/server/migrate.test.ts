import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrations } from '../../server/migrations/all-migrations.ts';
import { migrate, newestMigration } from '../../server/store/migrate.ts';
import type { OpenDatabase } from '../../server/store/sql.ts';
import { onEachDatabase } from '../support/open-test-database.ts';

const next = { name: '9998-next', sql: 'create table next_thing (a int);' };
const broken = { name: '9999-broken', sql: 'create table half_done (a int); select 1 / 0;' };

onEachDatabase('migrating', (kind) => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await kind.open();
  });
  afterAll(async () => database.close());

  test('a database that is up to date does nothing', async () => {
    expect(await migrate(database.db, migrations)).toEqual([]);
    expect(await newestMigration(database.db)).toBe(migrations.at(-1)?.name);
  });

  test('applies a step once, however many processes start at the same time', async () => {
    const longer = [...migrations, next];
    const applied = await Promise.all([1, 2, 3].map(async () => migrate(database.db, longer)));
    expect(applied.flat()).toEqual([next.name]);
  });

  test('leaves nothing of a step that fails', async () => {
    await expect(migrate(database.db, [...migrations, next, broken])).rejects.toThrow(
      'division by zero',
    );
    expect(await newestMigration(database.db)).toBe(next.name);
    const { rows } = await sql<{ readonly found: string | null }>`
      select to_regclass('half_done')::text as found`.execute(database.db);
    expect(rows).toEqual([{ found: null }]);
  });

  test('refuses a database that a newer program has migrated', async () => {
    await expect(migrate(database.db, migrations)).rejects.toThrow(
      'newer version of Bazarnegar (9998-next)',
    );
  });

  test('refuses a step that was edited after it had been applied', async () => {
    const edited = { ...next, sql: 'create table next_thing (a bigint);' };
    await expect(migrate(database.db, [...migrations, edited])).rejects.toThrow(
      'was changed after',
    );
  });
});
