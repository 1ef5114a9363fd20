import { describe, expect, test } from 'vitest';
import type { LocalStore } from '../../../../renderer/db/stores.ts';
import { settle, withCall } from '../../../support/desktop-faults.ts';
import type { Device } from '../../../support/device.ts';
import { createDevice, INDEX_NAME, makeIdentity } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { progressOf } from '../../../support/feed-progress.ts';
import { makeDraft, makePrice } from '../../../support/make-record.ts';
import { amountsOf } from '../../../support/prices.ts';

/** Another connection holds every table of the index, so that nothing of it answers, until told to let go. */
async function holdIndex(device: Device): Promise<() => void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = device.indexedDB.open(INDEX_NAME);
    request.addEventListener('success', () => resolve(request.result));
  });
  let isHeld = true;
  const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
  function keepBusy(): void {
    if (!isHeld) return db.close();
    transaction.objectStore('meta').get('journal').addEventListener('success', keepBusy);
  }
  keepBusy();
  return () => void (isHeld = false);
}

async function untilWhole(store: LocalStore): Promise<void> {
  await new Promise<void>((resolve) => {
    function look(): void {
      if (!store.health().isIndexBehind) resolve();
    }
    store.onHealth(look);
    look();
  });
}

describe('a save', () => {
  test('of several changes is one act: one frame, all records or none', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const changes = [makePrice(device.newId()), makePrice(device.newId())];
    expectOk(await store.records.write(changes));
    const page = expectOk(await device.desktop().call('journal.read', { from: 1 }));
    expect(page.payloads).toHaveLength(1);
    expect(await store.records.list('price')).toHaveLength(2);
  });

  test('names what its author saw, so that the next change of the same answer is no conflict', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    expectOk(await store.records.write([makePrice(record, { price_amount: '10' })]));
    expectOk(await store.records.write([makePrice(record, { price_amount: '20' })]));
    const [first, second] = await store.records.history(record);
    expect(second?.base['price_amount']).toEqual([first?.stamp]);
    expect((await store.records.find(record))?.conflicts).toEqual([]);
  });

  test('is refused before anyone has signed in', async () => {
    const device = createDevice();
    const store = await device.open();
    const written = await store.records.write([makePrice(device.newId())]);
    expect(written).toEqual({ ok: false, error: { kind: 'account/signed-out' } });
  });

  test('of what the journal could not give back is refused, and the question is named', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    const written = await store.records.write([makePrice(record, { note: Number.NaN })]);
    expect(written).toMatchObject({
      ok: false,
      error: { kind: 'record/bad-answer', record, field: 'note' },
    });
    expect(await store.records.list('price')).toEqual([]);
  });

  test('of many at once goes to the disk together', async () => {
    const device = createDevice();
    let appends = 0;
    const store = await device.open(
      withCall('journal.append', async (call) => {
        appends += 1;
        return call();
      }),
    );
    expectOk(await store.setIdentity(makeIdentity()));
    appends = 0;
    const saves = Array.from({ length: 20 }, () =>
      store.records.write([makePrice(device.newId())]),
    );
    for (const saved of await Promise.all(saves)) expectOk(saved);
    expect(appends).toBe(1);
    const entries = await store.sync.entriesFrom(makeIdentity().feed, 1, 100);
    expect(entries).toHaveLength(20);
  });

  test('that changes one record twice at once keeps both, the later on top', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    await Promise.all([
      store.records.write([makePrice(record, { price_amount: '10' })]),
      store.records.write([makePrice(record, { price_amount: '20' })]),
    ]);
    const price = await store.records.find(record);
    expect(price?.answers['price_amount']).toBe('20');
    expect(price?.conflicts).toEqual([]);
  });
});

describe('a disk that fails', () => {
  test('leaves nothing claimed as saved, and the draft where it was', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    expectOk(await store.drafts.save(makeDraft(record)));
    device.disk.plan.push('full');
    const written = await store.records.write([makePrice(record)], [record]);
    expect(written).toEqual({ ok: false, error: { kind: 'journal/disk-full' } });
    expect(store.health()).toMatchObject({
      saving: 'failed',
      failure: { kind: 'journal/disk-full' },
    });
    expect(await store.records.list('price')).toEqual([]);
    expect(await store.drafts.find(record)).toMatchObject({ record });
    const again = await device.open();
    expect(await again.records.list('price')).toEqual([]);
    expect(await again.drafts.find(record)).toMatchObject({ record });
  });

  test('for a moment takes the next save again, with no number of the feed left out', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    device.disk.plan.push('torn');
    expect((await store.records.write([makePrice(device.newId())])).ok).toBe(false);
    expectOk(await store.records.write([makePrice(device.newId(), { price_amount: '20' })]));
    expect(store.health()).toMatchObject({ saving: 'saved', failure: null });
    const again = await device.open();
    expect(await amountsOf(again)).toEqual(['20']);
    expect(await progressOf(again, makeIdentity().feed)).toMatchObject({ last: 1 });
  });

  test('after all bytes were written may bring the act back at the next start, never half of it', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    expectOk(await store.drafts.save(makeDraft(record)));
    device.disk.plan.push('late');
    expect((await store.records.write([makePrice(record)], [record])).ok).toBe(false);
    const again = await device.open();
    expect(await amountsOf(again)).toEqual(['1500']);
    expect(await again.drafts.list()).toEqual([]);
  });

  test('is not trusted: what it holds after a bad append is looked up before the next', async () => {
    const device = createDevice();
    const failure = { kind: 'journal/write-failed', detail: 'no answer' };
    let isBad = false;
    const store = await device.open(
      withCall('journal.append', async (call) => {
        const appended = await call();
        return isBad ? { ok: false, error: failure } : appended;
      }),
    );
    expectOk(await store.setIdentity(makeIdentity()));
    isBad = true;
    expect((await store.records.write([makePrice(device.newId())])).ok).toBe(false);
    isBad = false;
    expectOk(await store.records.write([makePrice(device.newId())]));
    const entries = await store.sync.entriesFrom(makeIdentity().feed, 1, 10);
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2]);
    expect(entries[1]?.prev).not.toBe(entries[0]?.prev);
  });
});

describe('an index that fails', () => {
  test('while a save is written does not undo it: it is saved, and the index is repaired', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    expectOk(await store.records.write([makePrice(device.newId(), { price_amount: '10' })]));
    device.indexedDB.deleteDatabase(INDEX_NAME);
    await settle();
    expectOk(await store.records.write([makePrice(device.newId(), { price_amount: '20' })]));
    expect(store.health().saving).toBe('saved');
    await untilWhole(store);
    expect(await amountsOf(store)).toEqual(['20', '10']);
    const again = await device.open();
    expect(await amountsOf(again)).toEqual(['20', '10']);
  });

  test('silently is noticed: saves go on, built on what the journal says', async () => {
    const device = createDevice();
    device.silenceMs = 40;
    const record = device.newId();
    const store = await device.openSignedIn();
    expectOk(await store.records.write([makePrice(record, { price_amount: '10' })]));
    const letGo = await holdIndex(device);
    expectOk(await store.records.write([makePrice(record, { price_amount: '20' })]));
    expect(store.health().isIndexBehind).toBe(true);
    expectOk(await store.records.write([makePrice(record, { price_amount: '30' })]));
    device.silenceMs = 2000;
    letGo();
    await untilWhole(store);
    expect(await amountsOf(store)).toEqual(['30']);
    const history = await store.records.history(record);
    expect(history.map((entry) => entry.base['price_amount']?.length ?? 0)).toEqual([0, 1, 1]);
  });
});
