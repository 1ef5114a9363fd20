import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, onTestFinished, test } from 'vitest';
import { createIndexDatabase } from '../../../../renderer/db/database.ts';
import { quickVault } from '../../../support/quick-vault.ts';

const secret = 'فروشندهٔ نبش بازار';
const draft = { record: 'r1', visit: 'v1', set: { outlet_name: secret }, savedMs: 7 };

async function openTwice() {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const { keys } = await quickVault();
  const sealed = createIndexDatabase('index', options, keys.sealer('index'));
  await sealed.open();
  const bare = createIndexDatabase('index', options);
  await bare.open();
  onTestFinished(() => {
    sealed.close();
    bare.close();
  });
  return { sealed, bare };
}

test('rows come back by key, index, range and cursor, and lie sealed but for keys and indexes', async () => {
  const { sealed, bare } = await openTwice();
  await sealed.drafts.bulkPut([draft, { ...draft, record: 'r2' }] as never);
  expect(await sealed.drafts.get('r1' as never)).toEqual(draft);
  expect(await sealed.drafts.bulkGet(['r1', 'none'] as never)).toEqual([draft, undefined]);
  expect(await sealed.drafts.where('visit').equals('v1').count()).toBe(2);
  expect(await sealed.drafts.where('visit').equals('v1').toArray()).toHaveLength(2);
  // oxlint-disable-next-line unicorn/no-array-reverse -- of a collection of Dexie
  expect(await sealed.drafts.orderBy('record').reverse().primaryKeys()).toEqual(['r2', 'r1']);
  const filtered = sealed.drafts.filter(({ record }) => (record as string) === 'r2');
  expect(await filtered.first()).toMatchObject({ record: 'r2', savedMs: 7 });
  await sealed.drafts.where('record').equals('r2').modify({ savedMs: 8 });
  expect(await sealed.drafts.get('r2' as never)).toMatchObject({ savedMs: 8, set: draft.set });
  const rows: readonly object[] = await bare.drafts.toArray();
  for (const row of rows) {
    expect(Object.keys(row).toSorted()).toEqual(['$', 'record', 'visit']);
    expect(Buffer.from((row as { $: Uint8Array }).$).toString('utf8')).not.toContain(secret);
  }
});

test('a row that was put in the place of another is not read', async () => {
  const { sealed, bare } = await openTwice();
  await sealed.drafts.put(draft as never);
  const [row] = await bare.drafts.toArray();
  await bare.drafts.put({ ...row, record: 'r2' } as never);
  expect(await sealed.drafts.get('r1' as never)).toEqual(draft);
  await expect(sealed.drafts.get('r2' as never)).rejects.toThrow('not as it was written');
});

test('rows are read and written inside one transaction', async () => {
  const { sealed } = await openTwice();
  await sealed.drafts.put(draft as never);
  await sealed.transaction('rw', sealed.drafts, sealed.settings, async () => {
    const read = await sealed.drafts.get('r1' as never);
    await sealed.settings.put({ key: 'k', value: read?.savedMs ?? 0 });
    await sealed.drafts.delete('r1' as never);
  });
  expect(await sealed.settings.get('k')).toEqual({ key: 'k', value: 7 });
  expect(await sealed.drafts.count()).toBe(0);
});

test('a row of a list that was opened is as it was written last, and gone when it was exchanged', async () => {
  const { sealed, bare } = await openTwice();
  const record = {
    id: 'r1',
    kind: 'price',
    createdAt: 'a',
    changedAt: 'a',
    view: { remark: secret },
  };
  await sealed.records.put(record as never);
  for (let time = 0; time < 2; time += 1) {
    expect(await sealed.records.get('r1' as never)).toEqual(record);
  }
  const [first] = await bare.records.toArray();
  await sealed.records.put({ ...record, view: { remark: 'changed' } } as never);
  expect(await sealed.records.get('r1' as never)).toMatchObject({ view: { remark: 'changed' } });
  // What lay there before, put back by somebody, is what it says.
  await bare.records.put(first as never);
  expect(await sealed.records.get('r1' as never)).toEqual(record);
  await bare.records.put({ ...first, id: 'r2' } as never);
  await expect(sealed.records.get('r2' as never)).rejects.toThrow('not as it was written');
});
