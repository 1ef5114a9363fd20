import Dexie from 'dexie';
import { createIndexDatabase } from '../../../renderer/db/database.ts';
import { benchIndex } from './bench-vault.ts';

/** The rows of some tables, as the product's index holds them. */
type Tables = Readonly<Record<string, readonly unknown[]>>;

/**
 * Adds the same rows that the index of the product holds, to a new database of the same tables and indexes, with
 * Dexie's bulkAdd, 500 to a transaction and no more care than it takes by itself; answers milliseconds.
 */
export async function bulkAddBare(): Promise<number> {
  const rows = await rowsOfProduct();
  const bare = new Dexie('bare-tables');
  bare.version(1).stores({
    entries: '[feed+seq], record',
    records: 'id, [kind+changedAt], [parent+createdAt], [review+changedAt]',
    states: 'record',
  });
  await bare.open();
  const began = performance.now();
  for (const [table, all] of Object.entries(rows)) {
    for (let at = 0; at < all.length; at += 500) {
      await bare.table(table).bulkAdd(all.slice(at, at + 500));
    }
  }
  const took = performance.now() - began;
  await bare.delete();
  return took;
}

async function rowsOfProduct(): Promise<Tables> {
  const db = await createIndexDatabase(benchIndex.name, {}, benchIndex.sealer).open();
  const tables = ['entries', 'records', 'states'];
  const rows = await Promise.all(tables.map((table) => db.table(table).toArray()));
  db.close();
  return Object.fromEntries(tables.map((table, at) => [table, rows[at] ?? []]));
}
