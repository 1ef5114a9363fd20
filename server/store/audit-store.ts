import { sql } from 'kysely';
import type { ProjectId, Sha256 } from '#shared/core/ids.ts';
import type { Db, Tx } from './database.ts';

/** A line as it is kept: `body` is the canonical JSON that `hash` is of. */
export interface StoredAuditLine {
  readonly project: ProjectId;
  readonly number: number;
  readonly hash: Sha256;
  readonly body: string;
}

// The first of the two keys of an advisory lock: what is locked.
const AUDIT_LOCK = 7;

/** Has the writers of a project's audit wait for each other until the end of the transaction. */
export async function lockAudit(tx: Tx, project: ProjectId): Promise<void> {
  await sql`select pg_advisory_xact_lock(${AUDIT_LOCK}, hashtext(${project}))`.execute(tx);
}

/** The end of a project's chain. */
export async function readLastAudit(
  db: Db,
  project: ProjectId,
): Promise<Pick<StoredAuditLine, 'number' | 'hash'> | undefined> {
  return db
    .selectFrom('audit')
    .select(['number', 'hash'])
    .where('project', '=', project)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The lines at some numbers, of those that are there. */
export async function readAuditAt(
  db: Db,
  project: ProjectId,
  numbers: readonly number[],
): Promise<readonly Pick<StoredAuditLine, 'number' | 'body'>[]> {
  if (numbers.length === 0) return [];
  return db
    .selectFrom('audit')
    .select(['number', 'body'])
    .where('project', '=', project)
    .where('number', 'in', numbers)
    .orderBy('number')
    .execute();
}

/** Adds a line. */
export async function appendAuditLine(tx: Tx, line: StoredAuditLine): Promise<void> {
  await tx.insertInto('audit').values(line).execute();
}

/** The projects that have an audit. */
export async function listAudits(db: Db): Promise<readonly ProjectId[]> {
  const rows = await db
    .selectFrom('audit')
    .select('project')
    .distinct()
    .orderBy('project')
    .execute();
  return rows.map(({ project }) => project);
}

const PAGE = 500;

/** The lines of a project from the first on, a page at a time, as they are exported. */
export async function* readAudit(db: Db, project: ProjectId): AsyncGenerator {
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom('audit')
      .select(['number', 'hash', 'body'])
      .where('project', '=', project)
      .where('number', '>', after)
      .orderBy('number')
      .limit(PAGE)
      .execute();
    for (const { hash, body } of rows) yield withHash(body, hash);
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}

// What somebody wrote into the database by hand may be no JSON at all: that is for the verifier to say.
function withHash(body: string, hash: string): unknown {
  try {
    return { ...(JSON.parse(body) as object), hash };
  } catch {
    return { body, hash };
  }
}
