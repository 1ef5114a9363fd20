import { sql } from 'kysely';
import type { FeedId, PersonId, ProjectId, RecordId, Sha256 } from '#shared/core/ids.ts';
import type { Db, Tx } from './database.ts';
import type { Addressed } from './record-store.ts';

/** An accepted entry: its canonical JSON with what is asked of it. `reader`: who reads it beside the reviewers. */
export interface StoredEntry {
  readonly feed: FeedId;
  readonly seq: number;
  readonly hash: Sha256;
  readonly record: RecordId;
  readonly kind: string;
  readonly author: PersonId;
  readonly reader: PersonId;
  readonly body: string;
}

/**
 * Adds entries in the order given and numbers them in the order in which they become visible. Called last in a transaction: the lock
 * makes writers of one project wait for each other from here to the commit, so that nobody who reads up to a position
 * can miss one below it (a sequence would skip rows: its numbers become visible out of order).
 */
export async function appendEntries(
  tx: Tx,
  project: ProjectId,
  entries: readonly StoredEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await lockPositions(tx, project);
  // JSON has no line feed of its own: texts that are handed over as lines need no escaping, and PostgreSQL no second parsing.
  const bodies = entries.map(({ body }) => body).join('\n');
  const rest = entries.map((entry) => ({ ...entry, body: undefined }));
  await sql`
    insert into entry (project, position, feed, seq, hash, record, kind, author, reader, body)
    select ${project}, (select coalesce(max(position), 0) from entry where project = ${project}) + added.place,
      feed, seq, hash, record, kind, author, reader, body
    from rows from (
      json_to_recordset(${JSON.stringify(rest)}::json)
        as (feed text, seq bigint, hash text, record text, kind text, author text, reader text),
      string_to_table(${bodies}, E'\n')
    ) with ordinality as added (feed, seq, hash, record, kind, author, reader, body, place)
  `.execute(tx);
}

/**
 * Gives entries of records to who reads them now, as if they had just become visible: a reader may be past their position.
 * Called after `appendEntries`, under its lock.
 */
export async function readdressEntries(
  tx: Tx,
  project: ProjectId,
  readers: readonly Addressed[],
): Promise<void> {
  if (readers.length === 0) return;
  await sql`
    update entry set reader = moved.reader, position = moved.position
    from (
      select held.position as place, given.reader,
        (select max(position) from entry where project = ${project})
          + row_number() over (order by held.position) as position
      from entry as held
      join json_to_recordset(${JSON.stringify(readers)}::json) as given (record text, reader text)
        on given.record = held.record
      where held.project = ${project} and held.reader <> given.reader
    ) as moved
    where entry.project = ${project} and entry.position = moved.place`.execute(tx);
}

/** Numbers what people read (undefined: everything) anew, behind everything else, so that it reaches also those who are past it. Called in a transaction. */
export async function showAnew(
  tx: Tx,
  project: ProjectId,
  readers: readonly PersonId[] | undefined,
): Promise<void> {
  const concerned = readers === undefined ? sql`true` : sql`reader = any(${readers})`;
  await lockPositions(tx, project);
  await sql`
    update entry set position = moved.position
    from (
      select position as place, (select max(position) from entry where project = ${project})
        + row_number() over (order by position) as position
      from entry where project = ${project} and ${concerned}
    ) as moved
    where entry.project = ${project} and entry.position = moved.place`.execute(tx);
}

async function lockPositions(tx: Tx, project: ProjectId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`positions of ${project}`}, 0))`.execute(
    tx,
  );
}

/** What of a project someone reads: registers, what they wrote, and the records of people. */
export interface Reading {
  readonly person: PersonId;
  readonly people: readonly PersonId[];
  readonly registers: readonly string[];
}

/** Who asks for entries: everything, or what they read. */
export interface Reader {
  readonly project: ProjectId;
  /** Undefined for those who read everything. */
  readonly only: Reading | undefined;
  /** The reader's own feed, which it has already. */
  readonly without: FeedId | undefined;
}

/** An entry of a page: its JSON and hash. */
export interface PageEntry {
  readonly position: number;
  readonly hash: Sha256;
  readonly body: string;
}

/** A page of entries, with the position to go on from. */
export interface EntryPage {
  readonly entries: readonly PageEntry[];
  readonly cursor: number;
  readonly more: boolean;
}

interface PageRow {
  readonly position: number | null;
  readonly hash: Sha256 | null;
  readonly body: string | null;
  readonly newest: number;
  readonly found: number;
}

const MAX_PAGE_BYTES = 1024 * 1024;

/** Entries a reader may see after a position, in order: at most `limit` and about 1 MiB, at least one if there is one. */
export async function readEntries(
  db: Db,
  reader: Reader,
  after: number,
  limit: number,
): Promise<EntryPage> {
  const visible = visibleTo(reader);
  const others = reader.without === undefined ? sql`true` : sql`feed <> ${reader.without}`;
  // One statement is one snapshot: nothing becomes visible between the page and the newest position.
  const { rows } = await sql<PageRow>`
    with newest as (
      select coalesce(max(position), 0) as position from entry where project = ${reader.project}
    ), page as (
      select position, hash, body from entry
      where project = ${reader.project} and position > ${after} and ${visible} and ${others}
      order by position limit ${limit}
    ), sized as (
      select position, hash, body, sum(octet_length(body)) over (order by position) - octet_length(body) as before
      from page
    )
    select sized.position, sized.hash, sized.body, newest.position as newest,
      (select count(*) from page) as found
    from newest left join sized on sized.before < ${MAX_PAGE_BYTES}
    order by sized.position
  `.execute(db);
  const entries = rows.flatMap(({ position, hash, body }) =>
    position === null || hash === null || body === null ? [] : [{ position, hash, body }],
  );
  const { newest = 0, found = 0, position: last = null } = rows.at(-1) ?? {};
  const more = last !== null && (found === limit || entries.length < found);
  return { entries, cursor: more ? last : Math.max(after, newest), more };
}

/** True where there is something in a feed that a reader may see. */
export async function readsOf(db: Db, reader: Reader, feed: FeedId): Promise<boolean> {
  const { rows } = await sql<{ readonly reads: boolean }>`
    select exists (
      select 1 from entry where project = ${reader.project} and feed = ${feed} and ${visibleTo(reader)}
    ) as reads`.execute(db);
  return rows[0]?.reads === true;
}

function visibleTo({ only }: Reader) {
  return only === undefined
    ? sql<boolean>`true`
    : sql<boolean>`(kind = any(${only.registers}) or ${only.person} in (reader, author) or reader = any(${only.people}))`;
}

/** All entries of a project, in the order in which they became visible, a page at a time. */
export async function* allEntries(db: Db, project: ProjectId): AsyncGenerator<string> {
  const reader = { project, only: undefined, without: undefined };
  for (let page: EntryPage | undefined, cursor = 0; page?.more !== false; cursor = page.cursor) {
    page = await readEntries(db, reader, cursor, 1000);
    yield* page.entries.map(({ body }) => body);
  }
}
