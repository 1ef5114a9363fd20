import { sql } from 'kysely';
import type { ProjectId, RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { foldEntry } from '#shared/records/fold.ts';
import type { Database, Tx } from './database.ts';
import { listProjects } from './project-store.ts';
import type { HeldRecord } from './record-store.ts';
import { writeRecords } from './record-store.ts';

/**
 * The tables of a back-up, in the order they are filled again. Not among them: sessions (everyone signs in again), the
 * epoch (a restored database has its own) and records (they follow from the entries).
 */
export const dumpedTables = [
  'server_key',
  'bundle_key',
  'project',
  'account',
  'device',
  'enrolment',
  'feed',
  'entry',
  'quarantine',
  'photo',
  'audit',
] as const;
/** A table of a back-up. */
export type DumpedTable = (typeof dumpedTables)[number];

const ROWS = 100;

/** Runs `work` on one moment of the database, while others go on writing. */
export async function onSnapshot<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(work);
}

/** The rows of a table as JSON texts, a few at a time. */
export async function* dumpRows(tx: Tx, table: DumpedTable): AsyncGenerator<readonly string[]> {
  const cursor = sql.id(`dump_${table}`);
  await sql`declare ${cursor} no scroll cursor for
    select row_to_json(dumped)::text as row from ${sql.table(table)} as dumped`.execute(tx);
  for (;;) {
    const { rows } = await sql<{ readonly row: string }>`
      fetch ${sql.lit(ROWS)} from ${cursor}`.execute(tx);
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await sql`close ${cursor}`.execute(tx);
}

/** Puts rows of a dump back. */
export async function loadRows(tx: Tx, table: DumpedTable, rowsJson: string): Promise<void> {
  const target = sql.table(table);
  // Keys that a server made on the empty database give way to those that its laptops know.
  if (table === 'server_key' || table === 'bundle_key') await tx.deleteFrom(table).execute();
  await sql`insert into ${target}
    select * from json_populate_recordset(null::${target}, ${rowsJson}::json)`.execute(tx);
}

/** Makes all records anew from their entries: a record is nothing but the fold of its entries. */
export async function rebuildRecords(tx: Tx): Promise<void> {
  for (const { project } of await listProjects(tx)) {
    await tx.deleteFrom('record').where('project', '=', project).execute();
    for await (const records of foldedRecords(tx, project)) {
      await writeRecords(tx, project, new Map(), records);
    }
  }
}

interface EntryRow {
  readonly record: RecordId;
  readonly reader: HeldRecord['reader'];
  readonly body: string;
}

async function* foldedRecords(tx: Tx, project: ProjectId): AsyncGenerator<readonly HeldRecord[]> {
  const cursor = sql.id('entries_by_record');
  await sql`declare ${cursor} no scroll cursor for
    select record, reader, body from entry where project = ${sql.lit(project)}
    order by record, position`.execute(tx);
  let open: { state: RecordState; reader: HeldRecord['reader'] } | undefined;
  for (;;) {
    const { rows } = await sql<EntryRow>`fetch ${sql.lit(ROWS)} from ${cursor}`.execute(tx);
    const finished: HeldRecord[] = [];
    for (const { record, reader, body } of rows) {
      if (open !== undefined && open.state.record !== record) {
        finished.push(open);
        open = undefined;
      }
      open = { state: foldEntry(open?.state, JSON.parse(body) as Entry), reader };
    }
    if (rows.length === 0 && open !== undefined) finished.push(open);
    yield finished;
    if (rows.length === 0) break;
  }
  await sql`close ${cursor}`.execute(tx);
}

/** Begins a new epoch: devices then ask what is confirmed and send again what is missing. */
export async function beginEpoch(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('epoch').execute();
  await tx.insertInto('epoch').values({ id }).execute();
}
