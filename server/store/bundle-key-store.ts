import type { Db } from './database.ts';

/** The server's age keys: bundles are encrypted to `recipient` and opened with `identity`. */
export interface BundleKeys {
  readonly recipient: string;
  readonly identity: string;
}

/** The server's age keys; undefined before they were made. */
export async function findBundleKeys(db: Db): Promise<BundleKeys | undefined> {
  return db.selectFrom('bundle_key').select(['recipient', 'identity']).executeTakeFirst();
}

/** Keeps the server's age keys, unless it has some. */
export async function addBundleKeys(db: Db, keys: BundleKeys): Promise<void> {
  await db
    .insertInto('bundle_key')
    .values({ ...keys })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
