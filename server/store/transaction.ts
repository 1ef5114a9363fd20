import type { Database, Tx } from './database.ts';

/** Thrown inside a transaction that met another one's write and must begin again. */
const metAnother = new Error('another transaction wrote what this one was about to write');

const MAX_ATTEMPTS = 5;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const UNIQUE_VIOLATION = '23505';

/** Ends the running transaction and begins it again: another one has just written what this one was about to. */
export function beginAgain(): never {
  throw metAnother;
}

/** Runs `work` in one transaction: all of it is durable, or none. Begun again where it meets another writer. */
export async function inTransaction<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().setIsolationLevel('read committed').execute(work);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isWorthAnother(error)) throw error;
    }
  }
}

function isWorthAnother(error: unknown): boolean {
  if (error === metAnother) return true;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || code === UNIQUE_VIOLATION;
}
