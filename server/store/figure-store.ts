import { sql } from 'kysely';
import type { Db } from './database.ts';

/** How much a server holds, over all projects; nothing of what it holds. */
export interface Figures {
  readonly entries: number;
  /** Refused entries by the kind of their failure. */
  readonly refused: ReadonlyMap<string, number>;
  readonly photos: number;
  readonly photoBytes: number;
  /** Sessions that have not ended. */
  readonly sessions: number;
}

/** Counts what the database holds at `now`. */
export async function readFigures(db: Db, now: Date): Promise<Figures> {
  // Positions have no gaps: the last one is the count, without reading the table.
  const { rows } = await sql<Omit<Figures, 'refused'>>`
    select
      (select coalesce(sum((select max(position) from entry where entry.project = project.project)), 0)
        from project)::bigint as entries,
      (select count(*) from photo) as photos,
      (select coalesce(sum(bytes), 0) from photo)::bigint as "photoBytes",
      (select count(*) from session where expires_at > ${now}) as sessions`.execute(db);
  const refused = await sql<{ readonly kind: string; readonly count: number }>`
    select failure::json ->> 'kind' as kind, count(*) as count from quarantine group by 1`.execute(
    db,
  );
  const [counts] = rows;
  if (!counts) throw new Error('the database counted nothing');
  return { ...counts, refused: new Map(refused.rows.map(({ kind, count }) => [kind, count])) };
}
