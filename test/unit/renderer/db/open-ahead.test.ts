import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, onTestFinished, test } from 'vitest';
import type { IndexDatabase } from '../../../../renderer/db/database.ts';
import { createIndexDatabase } from '../../../../renderer/db/database.ts';
import { openAhead } from '../../../../renderer/db/open-ahead.ts';
import { quickVault } from '../../../support/quick-vault.ts';

const MANY = 250;

/** A sealed index with records, opened anew, and how often a row of it was deciphered since. */
async function openFilled() {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const { keys } = await quickVault();
  const sealer = keys.sealer('index');
  const filled = createIndexDatabase('index', options, sealer);
  await filled.open();
  const rows = Array.from({ length: MANY }, (_, number) => ({ id: `r${number}` }));
  await filled.records.bulkPut(rows as never);
  filled.close();
  const count = { opened: 0 };
  const db = createIndexDatabase('index', options, {
    ...sealer,
    open(sealed, place) {
      count.opened += 1;
      return sealer.open(sealed, place);
    },
  });
  await db.open();
  onTestFinished(() => db.close());
  return { db, count };
}

function reading(db: IndexDatabase) {
  return { read: async <T>(query: (of: IndexDatabase) => PromiseLike<T>) => query(db) };
}

test('a list that is asked for after it was opened ahead deciphers nothing', async () => {
  const { db, count } = await openFilled();
  let waits = 0;
  await openAhead(reading(db), async () => {
    waits += 1;
    // Never more at once than a moment takes.
    expect(count.opened).toBeLessThanOrEqual(waits * 100);
  });
  expect(count.opened).toBe(MANY);
  expect(await db.records.toArray()).toHaveLength(MANY);
  expect(count.opened).toBe(MANY);
});

test('an index that is closed meanwhile ends it', async () => {
  const { db, count } = await openFilled();
  let waits = 0;
  await openAhead(reading(db), async () => {
    waits += 1;
    if (waits === 2) db.close();
  });
  expect(count.opened).toBeLessThan(MANY);
});
