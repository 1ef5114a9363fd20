import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { Receipt } from '#shared/records/receipt.ts';
import type { RecordView } from '#shared/records/record.ts';
import { createDevice, testFeed } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { pendingOf } from '../../../support/feed-progress.ts';
import { makeDraft, makePrice, makeVisit } from '../../../support/make-record.ts';
import { createMemoryIndex } from '../../../support/memory-index.ts';
import { makeReceipt } from '../../../support/receipts.ts';

async function idsOf(views: Promise<readonly RecordView[]>): Promise<readonly RecordId[]> {
  return (await views).map((view) => view.id);
}

function receiptUpTo(seq: number): Receipt {
  return makeReceipt({ feed: testFeed(1), seq });
}

const refusal = { kind: 'account/not-allowed' } as const;

describe('records', () => {
  test('of a visit come in the order they were made; comments on it come apart', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const [visit, first, second, remark] = [
      device.newId(),
      device.newId(),
      device.newId(),
      device.newId(),
    ];
    expectOk(await store.records.write([makeVisit(visit)]));
    expectOk(await store.records.write([makePrice(first, { visit })]));
    expectOk(await store.records.write([makePrice(second, { visit })]));
    expectOk(await store.records.write([makePrice(first, { price_amount: '9' })]));
    const set = { on_record: visit, text: 'لطفاً نشانی را کامل کنید' };
    expectOk(await store.records.write([{ record: remark, kind: 'comment', form: 1, set }]));
    expect(await idsOf(store.records.listOfVisit(visit))).toEqual([first, second]);
    expect(await idsOf(store.records.comments(visit))).toEqual([remark]);
  });

  test('of one entry have no state but that entry; with a second one they have', async () => {
    const device = createDevice({ memoryIndex: createMemoryIndex() });
    const store = await device.openSignedIn();
    const record = device.newId();
    const kept = device.memoryIndex?.database.states;
    expectOk(await store.records.write([makePrice(record, { price_amount: '10' })]));
    expect(await kept?.toArray()).toEqual([]);
    // Asked of a store that has read nothing yet.
    const reopened = await device.open();
    const state = await reopened.records.state(record);
    expect(state?.paths['price_amount']?.heads).toMatchObject([{ value: '10' }]);
    expectOk(await reopened.records.write([makePrice(record, { price_amount: '20' })]));
    expect(await kept?.toArray()).toHaveLength(1);
    const after = (await reopened.records.state(record))?.paths['price_amount'];
    expect(after?.heads).toMatchObject([{ value: '20' }]);
    expect(after?.superseded).toHaveLength(1);
  });

  test('that are given up and made anew in one turn have no state of what they were', async () => {
    const device = createDevice({ memoryIndex: createMemoryIndex() });
    const store = await device.openSignedIn();
    const record = device.newId();
    expectOk(await store.records.write([makePrice(record, { price_amount: '10' })]));
    expectOk(await store.records.write([makePrice(record, { price_amount: '20' })]));
    const refused = [1, 2].map((seq) => ({ seq, failure: refusal }));
    expectOk(await store.sync.confirm({ atMs: 1, receipt: receiptUpTo(2), refused }));
    const acts = [
      store.records.withdraw(record),
      store.records.write([makePrice(record, { price_amount: '30' })]),
    ];
    for (const act of acts) expectOk(await act);
    expect(await device.memoryIndex?.database.states.toArray()).toEqual([]);
    const state = await (await device.open()).records.state(record);
    expect(state?.paths['price_amount']?.heads).toMatchObject([{ value: '30' }]);
  });

  test('wait for review the longest waiting first', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const ids = [device.newId(), device.newId(), device.newId()];
    for (const id of ids) expectOk(await store.records.write([makePrice(id)]));
    const [first, second, third] = ids as [RecordId, RecordId, RecordId];
    expectOk(await store.records.write([makePrice(second, { review_status: 'returned' })]));
    expectOk(await store.records.write([makePrice(first, { price_amount: '9' })]));
    expect(await idsOf(store.records.listByReview('submitted'))).toEqual([third, first]);
    expect(await idsOf(store.records.listByReview('returned'))).toEqual([second]);
    expect(await store.records.countByReview('submitted')).toBe(2);
  });

  test('are read some at a time by their ids, in the order they were made', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const [first, second, gone] = [device.newId(), device.newId(), device.newId()];
    for (const id of [first, second, gone]) expectOk(await store.records.write([makePrice(id)]));
    expectOk(await store.records.write([makePrice(first, { price_amount: '9' })]));
    const ids = await store.records.ids('price');
    const deletion = { record: gone, kind: 'price', form: 1, set: { deleted: true } };
    expectOk(await store.records.write([deletion]));
    expect(ids).toEqual([first, second, gone]);
    expect(await idsOf(store.records.findMany(ids))).toEqual([first, second]);
    expect(await store.records.ids('price')).toEqual([first, second]);
  });

  test('that were deleted leave every list and keep their history', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const [visit, price] = [device.newId(), device.newId()];
    expectOk(await store.records.write([makeVisit(visit), makePrice(price, { visit })]));
    expectOk(
      await store.records.write([
        { record: price, kind: 'price', form: 1, set: { deleted: true } },
      ]),
    );
    expect(await store.records.find(price)).toBeUndefined();
    expect(await store.records.list('price')).toEqual([]);
    expect(await store.records.listOfVisit(visit)).toEqual([]);
    expect(await idsOf(store.records.listByReview('submitted'))).toEqual([visit]);
    expect(await store.records.history(price)).toHaveLength(2);
  });

  test('are limited to the latest where a list asks for some', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const ids = [device.newId(), device.newId(), device.newId()];
    for (const id of ids) expectOk(await store.records.write([makePrice(id)]));
    expect(await idsOf(store.records.list('price', 2))).toEqual([ids[2], ids[1]]);
  });
});

describe('the counts', () => {
  test('say what is on the laptop, on the way and on the server', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const [a, b, c] = [device.newId(), device.newId(), device.newId()];
    expectOk(await store.records.write([makeVisit(a)]));
    expectOk(await store.records.write([makePrice(b)]));
    const told = { refused: [], atMs: 5000 };
    expectOk(await store.sync.confirm({ ...told, receipt: receiptUpTo(2) }));
    device.clock.nowMs += 10;
    expectOk(await store.records.write([makePrice(b, { price_amount: '9' })]));
    expectOk(await store.records.write([makePrice(c)]));
    expectOk(await store.drafts.save(makeDraft(device.newId())));
    expect(await store.counts()).toEqual({
      onLaptop: 3,
      unsent: 2,
      onServer: 1,
      drafts: 1,
      refused: 0,
      unsentPhotos: 0,
      oldestUnsentMs: device.clock.nowMs,
      confirmedAtMs: 5000,
    });
    const states = await store.records.sendStates();
    expect(states.get(a)).toBeUndefined();
    expect(states.get(b)).toEqual({ kind: 'waiting' });
  });

  test('are right again when a restored server holds less than before', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const told = { refused: [], atMs: 1 };
    for (let at = 0; at < 3; at += 1) {
      expectOk(await store.records.write([makePrice(device.newId())]));
    }
    expectOk(await store.sync.confirm({ ...told, receipt: receiptUpTo(3) }));
    expect(await store.counts()).toMatchObject({ unsent: 0, onServer: 3 });
    expectOk(await store.sync.confirm({ ...told, receipt: receiptUpTo(1) }));
    expect(await store.counts()).toMatchObject({ unsent: 2, onServer: 1 });
    expect(await pendingOf(store)).toMatchObject([{ feed: testFeed(1), confirmed: 1, last: 3 }]);
  });
});

describe('a record the server refused', () => {
  test('needs a person, keeps its data, and does not hold up the feed', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const [bad, good] = [device.newId(), device.newId()];
    expectOk(await store.records.write([makePrice(bad, { price_amount: '10' })]));
    expectOk(await store.records.write([makePrice(good)]));
    const refused = [{ seq: 1, failure: refusal }];
    expectOk(await store.sync.confirm({ receipt: receiptUpTo(2), refused, atMs: 1 }));
    const again = await device.open();
    expect((await again.records.sendStates()).get(bad)).toEqual({
      kind: 'refused',
      failure: refusal,
    });
    expect(await again.counts()).toMatchObject({ unsent: 0, refused: 1, onServer: 1, onLaptop: 2 });
    expect(await again.records.find(bad)).toMatchObject({ answers: { price_amount: '10' } });
    expect(await pendingOf(again)).toEqual([]);
  });

  test('is said again whole by its next change, and is settled when the server takes that', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    const told = { atMs: 1 };
    expectOk(await store.records.write([makePrice(record, { price_amount: '10', qty: '2' })]));
    const refused = [{ seq: 1, failure: refusal }];
    expectOk(await store.sync.confirm({ ...told, receipt: receiptUpTo(1), refused }));
    const change = { record, kind: 'price', form: 1, set: { qty: '3' } };
    expectOk(await store.records.write([change]));
    const [entry] = await store.sync.entriesFrom(testFeed(1), 2, 10);
    expect(entry?.set).toEqual({ price_amount: '10', qty: '3', review_status: 'submitted' });
    expect((await store.records.sendStates()).get(record)).toEqual({ kind: 'waiting' });
    expectOk(await store.sync.confirm({ ...told, receipt: receiptUpTo(2), refused: [] }));
    expect((await store.records.sendStates()).size).toBe(0);
  });

  test('stays refused when a change made before the refusal was known is taken', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    const told = { atMs: 1 };
    expectOk(await store.records.write([makePrice(record, { price_amount: '10' })]));
    const change = { record, kind: 'price', form: 1, set: { qty: '3' } };
    expectOk(await store.records.write([change]));
    const refused = [{ seq: 1, failure: refusal }];
    expectOk(await store.sync.confirm({ ...told, receipt: receiptUpTo(2), refused }));
    expect((await store.records.sendStates()).get(record)?.kind).toBe('refused');
  });

  test('can be taken away without saying again what was refused', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    const told = { atMs: 1 };
    expectOk(await store.records.write([makePrice(record)]));
    const refused = [{ seq: 1, failure: refusal }];
    expectOk(await store.sync.confirm({ ...told, receipt: receiptUpTo(1), refused }));
    const deletion = { record, kind: 'price', form: 1, set: { deleted: true } };
    expectOk(await store.records.write([deletion]));
    const [entry] = await store.sync.entriesFrom(testFeed(1), 2, 10);
    expect(entry?.set).toEqual({ deleted: true });
    expectOk(await store.sync.confirm({ ...told, receipt: receiptUpTo(2), refused: [] }));
    expect((await store.records.sendStates()).size).toBe(0);
  });

  test('can be given up: it is again as the server has it, also after a rebuild', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    const told = { atMs: 1 };
    expectOk(await store.records.write([makePrice(record, { price_amount: '10' })]));
    expectOk(await store.records.write([makePrice(record, { price_amount: '20' })]));
    const refused = [{ seq: 2, failure: refusal }];
    expectOk(await store.sync.confirm({ ...told, receipt: receiptUpTo(2), refused }));
    expectOk(await store.records.withdraw(record));
    device.indexedDB = new IDBFactory();
    for (const one of [store, await device.open()]) {
      expect((await one.records.find(record))?.answers['price_amount']).toBe('10');
      expect(await one.counts()).toMatchObject({ refused: 0, unsent: 0, onServer: 1 });
      expect(await one.records.history(record)).toHaveLength(2);
    }
  });

  test('that the server never had is gone when it is given up', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const record = device.newId();
    expectOk(await store.records.write([makePrice(record)]));
    const refused = [{ seq: 1, failure: refusal }];
    const told = { receipt: receiptUpTo(1), refused, atMs: 1 };
    expectOk(await store.sync.confirm(told));
    expectOk(await store.records.withdraw(record));
    expectOk(await store.sync.confirm(told));
    expect(await store.records.list('price')).toEqual([]);
    expect(await store.counts()).toMatchObject({ onLaptop: 0, refused: 0, unsent: 0 });
  });
});
