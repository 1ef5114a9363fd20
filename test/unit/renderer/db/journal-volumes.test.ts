import { readFileSync } from 'node:fs';
import path from 'node:path';
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import { ok } from '#shared/core/result.ts';
import { createJournal } from '#shared/journal/journal.ts';
import type { Device } from '../../../support/device.ts';
import { createDevice, INDEX_NAME, makeIdentity } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { progressOf } from '../../../support/feed-progress.ts';
import { makeDraft, makePrice, makeVisit } from '../../../support/make-record.ts';
import { openMemoryFolder } from '../../../support/memory-journal-folder.ts';
import { savePrices } from '../../../support/prices.ts';
import { makeReceipt } from '../../../support/receipts.ts';

const VOLUME_BYTES = 3000;

/** Every row of the index. */
async function rowsOf({ indexedDB }: Device): Promise<unknown> {
  const db = await new Dexie(INDEX_NAME, { indexedDB, IDBKeyRange }).open();
  const tables = db.tables.map(async (table) => [table.name, await table.toArray()] as const);
  const rows = Object.fromEntries(await Promise.all(tables));
  db.close();
  return rows;
}

async function compact({ disk }: Device): Promise<number> {
  const journal = createJournal(async () => ok(openMemoryFolder(disk)), VOLUME_BYTES);
  expectOk(await journal.open(null));
  let freed = 0;
  for (let more = 1; more > 0; freed += more) more = expectOk(await journal.compact());
  return freed;
}

/** A morning's work: a visit, quotations typed letter by letter, some finished, some sent, one refused, one open. */
async function workOn(device: Device): Promise<{ readonly open: RecordId }> {
  const store = await device.openSignedIn();
  const visit = device.newId();
  expectOk(await store.records.write([makeVisit(visit, { outlet_name: 'دکان' })]));
  for (let count = 0; count < 6; count += 1) {
    const record = device.newId();
    for (let letter = 1; letter <= 8; letter += 1) {
      const set = { item_spec: 'برنج هندی'.slice(0, letter) };
      expectOk(await store.drafts.save(makeDraft(record, { visit, set })));
    }
    device.clock.nowMs += 1000;
    expectOk(
      await store.records.write([makePrice(record, { price_amount: `${count}` })], [record]),
    );
  }
  const { feed } = makeIdentity();
  const failure = { kind: 'account/not-allowed' } as const;
  const refused = [{ seq: 3, failure }];
  const receipt = makeReceipt({ feed, seq: 4, refused: '3' });
  expectOk(await store.sync.confirm({ receipt, refused, atMs: device.clock.nowMs }));
  const open = device.newId();
  for (const text of ['چ', 'چا', 'چای']) {
    expectOk(await store.drafts.save(makeDraft(open, { visit, set: { item_spec: text } })));
  }
  return { open };
}

describe('a journal whose volumes were compacted', () => {
  test('leaves the index as it is, and makes a new one that is the same row for row', async () => {
    const device = createDevice({ volumeBytes: VOLUME_BYTES });
    const { open } = await workOn(device);
    const before = await rowsOf(device);
    expect(await compact(device)).toBeGreaterThan(2000);

    const again = await device.open();
    expect(again.health().wasRebuilt).toBe(false);
    expect((await again.drafts.find(open))?.set).toEqual({ item_spec: 'چای' });

    device.indexedDB = new IDBFactory();
    const anew = await device.open();
    expect(anew.health().wasRebuilt).toBe(true);
    expect(await rowsOf(device)).toEqual(before);
    await savePrices(device, anew, ['77']);
    expect((await progressOf(anew, makeIdentity().feed)).last).toBe(8);
  });
});

describe('the one file in which the journal lay before there were volumes', () => {
  test('is the first volume: everything in it is there, and new work goes on behind it', async () => {
    const device = createDevice({ volumeBytes: VOLUME_BYTES });
    const file = path.join(import.meta.dirname, '../../../fixtures/journal/single-file.bzj');
    device.disk.bytes = new Uint8Array(readFileSync(file));
    const store = await device.open();

    expect(await store.identity()).toEqual(makeIdentity());
    const [visit] = await store.records.list('visit');
    expect(visit?.answers['outlet_name']).toBe('دکان نبش بازار');
    const [price] = await store.records.list('price');
    expect(price?.answers).toMatchObject({ price_amount: '1600', item_spec: 'برنج' });
    const history = await store.records.history(price?.id ?? device.newId());
    expect(history.at(-1)?.why).toBe('typo');
    expect((await store.drafts.list()).map(({ set }) => set)).toEqual([{ item_spec: 'چای سیاه' }]);
    expect(await store.photos.listUnsent()).toMatchObject([{ mediaType: 'image/jpeg', bytes: 3 }]);
    expect(await store.settings.get('language')).toBe('en');
    expect(await progressOf(store, makeIdentity().feed)).toMatchObject({ confirmed: 1, last: 3 });

    const before = await rowsOf(device);
    await savePrices(device, store, ['10']);
    expect([...device.disk.files.keys()]).toEqual(['journal.bzj', 'journal-2.bzj']);
    expect(await rowsOf(device)).not.toEqual(before);
    device.indexedDB = new IDBFactory();
    const again = await device.open();
    expect((await progressOf(again, makeIdentity().feed)).last).toBe(4);
  });
});
