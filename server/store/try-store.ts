import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** How often something was tried since its window began, and when that ends. */
export interface Tries {
  readonly count: number;
  readonly endsAt: Date;
}

/** What is counted, and from when until when a first try counts. */
export interface TryWindow {
  /** Whose tries: kept as a hash, since it is a name or an address. */
  readonly key: string;
  readonly now: Date;
  readonly endsAt: Date;
}

/** Counts one more try, for all processes at once; where a window has ended or none is there, it begins one. */
export async function countTry(db: Db, { key, now, endsAt }: TryWindow): Promise<Tries> {
  await sql`delete from sign_in_try where key in (
    select key from sign_in_try where ends_at <= ${now} for update skip locked)`.execute(db);
  const { rows } = await sql<{ readonly tries: number; readonly ends_at: Date }>`
    insert into sign_in_try as kept (key, tries, ends_at) values (${hashKey(key)}, 1, ${endsAt})
    on conflict (key) do update set
      tries = case when kept.ends_at <= ${now} then 1 else kept.tries + 1 end,
      ends_at = case when kept.ends_at <= ${now} then excluded.ends_at else kept.ends_at end
    returning tries, ends_at`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a try was not counted');
  return { count: row.tries, endsAt: row.ends_at };
}

/** How often it was tried up to now; undefined where no window is open. */
export async function readTries(
  db: Db,
  { key, now }: Pick<TryWindow, 'key' | 'now'>,
): Promise<Tries | undefined> {
  const { rows } = await sql<{ readonly tries: number; readonly ends_at: Date }>`
    select tries, ends_at from sign_in_try
    where key = ${hashKey(key)} and ends_at > ${now}`.execute(db);
  const [row] = rows;
  return row && { count: row.tries, endsAt: row.ends_at };
}

function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
