import { sql } from 'kysely';
import type { PersonId, ProjectId, RecordId } from '#shared/core/ids.ts';
import type { Entry } from '#shared/records/entry.ts';
import type { RecordState } from '#shared/records/fold.ts';
import { foldEntry, isOfOneEntry } from '#shared/records/fold.ts';
import type { PackedState } from '#shared/records/packed-state.ts';
import { packState, unpackState } from '#shared/records/packed-state.ts';
import { reviewOf, subjectOf } from '#shared/records/record.ts';
import type { Db, Tx } from './database.ts';
import { beginAgain } from './transaction.ts';

/** A record as it is kept. `reader`: who reads it beside the reviewers. */
export interface HeldRecord {
  readonly state: RecordState;
  readonly reader: PersonId;
}

/** A record, and who reads it now. */
export interface Addressed {
  readonly record: RecordId;
  readonly reader: PersonId;
}

/** Reads the states of records and holds them until the transaction ends; records that do not exist are left out. */
export async function holdRecords(
  tx: Tx,
  project: ProjectId,
  records: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, HeldRecord>> {
  if (records.length === 0) return new Map();
  // One parameter, however many there are: a list of five hundred takes longer to put together than to answer.
  const { rows } = await sql<HeldRow>`
    select record, reader, state, ${onlyEntry}
    from record where project = ${project} and record = any(${records})
    -- Two transactions that hold records in one order cannot wait for each other.
    order by record for update`.execute(tx);
  return new Map(rows.map((row) => [row.record, { state: readState(row), reader: row.reader }]));
}

interface HeldRow {
  readonly record: RecordId;
  readonly reader: PersonId;
  readonly state: string | null;
  /** The entry where there is no state. */
  readonly entry: string | null;
}

const onlyEntry = sql`
  case when state is null then (
    select body from entry where entry.project = record.project and entry.record = record.record limit 1
  ) end as entry`;

function readState({ state, entry }: Pick<HeldRow, 'state' | 'entry'>): RecordState {
  if (state !== null) return unpackState(JSON.parse(state) as PackedState);
  if (entry === null) throw new Error('a record without a state and without an entry');
  return foldEntry(undefined, JSON.parse(entry) as Entry);
}

/**
 * Writes states of records that `holdRecords` was asked for. One that it did not find is new; where another
 * transaction has made it meanwhile, this one begins again and sees it.
 */
export async function writeRecords(
  tx: Tx,
  project: ProjectId,
  held: ReadonlyMap<RecordId, HeldRecord>,
  changed: readonly HeldRecord[],
): Promise<void> {
  const rows = changed
    .map((record) => toRow(project, record))
    .toSorted((a, b) => (a.record < b.record ? -1 : 1));
  const known = rows.filter(({ record }) => held.has(record));
  const fresh = rows.filter(({ record }) => !held.has(record));
  if (known.length > 0) {
    await sql`
      update record set owner = n.owner, reader = n.reader, kind = n.kind, subject = n.subject, review = n.review, state = n.state
      from json_to_recordset(${JSON.stringify(known)}::json)
        as n (record text, kind text, owner text, reader text, subject text, review text, state text)
      where record.project = ${project} and record.record = n.record`.execute(tx);
  }
  if (fresh.length > 0) {
    // By the columns there are: a back-up is loaded under the schema it was made with. `null::record` would be PostgreSQL's own type.
    const { numAffectedRows } = await sql`
      insert into record
      select * from json_populate_recordset(
        (select held from record as held where false), ${JSON.stringify(fresh)}::json)
      order by record
      on conflict do nothing`.execute(tx);
    if (numAffectedRows !== BigInt(fresh.length)) beginAgain();
  }
}

/**
 * Gives comments on some records to the owners of these, where they came first (after a restore) or the owner is another now; answers
 * which. Called after `appendEntries`, under its lock: of a comment and its record one must see the other.
 */
export async function addressComments(
  tx: Tx,
  project: ProjectId,
  subjects: readonly RecordId[],
): Promise<readonly Addressed[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<Addressed>`
    update record as comment set reader = about.owner
    from record as about
    where about.project = ${project} and about.record = any(${subjects})
      and comment.project = ${project} and comment.subject = about.record and comment.reader <> about.owner
    returning comment.record, comment.reader`.execute(tx);
  return rows;
}

/** All records of a kind, by id, a page at a time. */
export async function* allRecords(
  db: Db,
  project: ProjectId,
  kind: string,
): AsyncGenerator<RecordState> {
  const size = 500;
  for (let after = '', full = true; full;) {
    const { rows } = await sql<HeldRow>`
      select record, reader, state, ${onlyEntry}
      from record where project = ${project} and kind = ${kind} and record > ${after}
      order by record limit ${size}`.execute(db);
    for (const row of rows) yield readState(row);
    after = rows.at(-1)?.record ?? after;
    full = rows.length === size;
  }
}

interface RecordRow {
  readonly project: ProjectId;
  readonly record: RecordId;
  readonly kind: string;
  readonly owner: PersonId;
  readonly reader: PersonId;
  readonly subject: RecordId | null;
  readonly review: string | null;
  /** JSON inside JSON: PostgreSQL would unescape it otherwise, and has no place for every character (U+0000). */
  readonly state: string | null;
}

function toRow(project: ProjectId, { state, reader }: HeldRecord): RecordRow {
  return {
    project,
    record: state.record,
    kind: state.kind,
    owner: state.created.author,
    reader,
    subject: subjectOf(state) ?? null,
    review: reviewOf(state) ?? null,
    state: isOfOneEntry(state) ? null : JSON.stringify(packState(state)),
  };
}
