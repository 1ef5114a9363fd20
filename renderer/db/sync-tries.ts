import type { Failure } from '#shared/core/failure.ts';
import type { IndexDatabase } from './database.ts';
import { readMeta } from './database.ts';
import type { SyncTries } from './stores.ts';

// A day in which every try fails for another reason still fits; weeks offline are one.
const MOST = 50;

/** Adds a try to the latest ones, newest first: to the newest where it ended like that. */
export function withTry(
  tries: readonly SyncTries[],
  { atMs, failure }: { readonly atMs: number; readonly failure: Failure | null },
): readonly SyncTries[] {
  const [newest, ...older] = tries;
  if (newest && newest.failure?.kind === failure?.kind) {
    return [{ ...newest, lastMs: atMs, count: newest.count + 1, failure }, ...older];
  }
  return [{ firstMs: atMs, lastMs: atMs, count: 1, failure }, ...tries].slice(0, MOST);
}

/** The tries that the index has noted. */
export async function readTries(db: IndexDatabase): Promise<readonly SyncTries[]> {
  return (await readMeta(db, 'tries'))?.tries ?? [];
}
