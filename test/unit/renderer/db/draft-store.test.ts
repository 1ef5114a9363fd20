import { describe, expect, test } from 'vitest';
import { IDBFactory } from 'fake-indexeddb';
import type { PersonId } from '#shared/core/ids.ts';
import { withCall } from '../../../support/desktop-faults.ts';
import { createDevice, makeIdentity, testFeed } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { makeDraft, makePrice } from '../../../support/make-record.ts';

describe('a draft', () => {
  test('is kept as it was typed, also what is no answer yet', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    const draft = makeDraft(device.newId(), { set: { qty: '3' }, raw: { price_amount: '۱٫۵۰۰' } });
    expectOk(await store.drafts.save(draft));
    device.indexedDB = new IDBFactory();
    expect(await (await device.open()).drafts.find(draft.record)).toEqual(draft);
  });

  test('typed fast goes to the disk once for what waited, and the newest wins', async () => {
    const device = createDevice();
    const record = device.newId();
    let frames = 0;
    const store = await device.open(
      withCall('journal.append', async (call) => {
        frames += 1;
        return call();
      }),
    );
    const saves = ['1', '15', '150', '1500'].map((amount) =>
      store.drafts.save(makeDraft(record, { set: { price_amount: amount } })),
    );
    for (const saved of await Promise.all(saves)) expectOk(saved);
    expect(frames).toBe(1);
    expect((await (await device.open()).drafts.find(record))?.set).toEqual({
      price_amount: '1500',
    });
  });

  test('that could not be saved says so to everyone who waited for it', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    device.disk.plan.push('full');
    const saves = await Promise.all([
      store.drafts.save(makeDraft(record)),
      store.drafts.save(makeDraft(record)),
    ]);
    expect(saves.map((saved) => saved.ok)).toEqual([false, false]);
    expect(await store.drafts.list()).toEqual([]);
  });

  test('does not come back by an autosave that was late', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    expectOk(await store.drafts.save(makeDraft(record)));
    device.clock.nowMs += 1000;
    const [finished, late] = await Promise.all([
      store.records.write([makePrice(record)], [record]),
      store.drafts.save(makeDraft(record, { savedMs: device.clock.nowMs - 10 })),
    ]);
    expectOk(finished);
    expectOk(late);
    expect(await store.drafts.list()).toEqual([]);
    device.clock.nowMs += 1000;
    const change = makeDraft(record, { isChange: true, savedMs: device.clock.nowMs });
    expectOk(await store.drafts.save(change));
    expect(await store.drafts.list()).toHaveLength(1);
  });

  test('that was thrown away stays away', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    expectOk(await store.drafts.save(makeDraft(record)));
    expectOk(await store.drafts.remove(record));
    expect(await (await device.open()).drafts.list()).toEqual([]);
  });

  test('is listed with its visit, latest keystroke first', async () => {
    const device = createDevice();
    const visit = device.newId();
    const store = await device.openSignedIn();
    const [a, b, c] = [device.newId(), device.newId(), device.newId()];
    expectOk(await store.drafts.save(makeDraft(a, { visit, savedMs: 1 })));
    expectOk(await store.drafts.save(makeDraft(b, { visit, savedMs: 2 })));
    expectOk(await store.drafts.save(makeDraft(c, { savedMs: 3 })));
    expect(await store.drafts.listOfVisit(visit)).toMatchObject([{ record: b }, { record: a }]);
    expect(await store.drafts.list()).toMatchObject([{ record: c }, { record: b }, { record: a }]);
  });
});

describe('a draft of a change', () => {
  test('is untouched by others’ edits that arrive while it is typed, and finishing it does not hide them', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    expectOk(await store.records.write([makePrice(record, { price_amount: '10' })]));
    const draft = makeDraft(record, { isChange: true, set: { price_amount: '20' } });
    expectOk(await store.drafts.save(draft));

    const supervisor = createDevice();
    const other = await supervisor.openSignedIn(
      makeIdentity({ person: 'supervisor1' as PersonId, role: 'supervisor', feed: testFeed(2) }),
    );
    const own = await store.sync.entriesFrom(testFeed(1), 1, 10);
    const page = { epoch: 'e', cursor: 1, atMs: 1 };
    expectOk(await other.sync.takeIn({ ...page, entries: own }));
    expectOk(
      await other.records.write([
        { record, kind: 'price', form: 1, set: { price_amount: '11' }, why: 'typing error' },
      ]),
    );
    const others = await other.sync.entriesFrom(testFeed(2), 1, 10);
    expectOk(await store.sync.takeIn({ ...page, entries: others }));

    expect((await store.drafts.find(record))?.set).toEqual({ price_amount: '20' });
    const again = await device.open();
    expectOk(await again.records.write([makePrice(record, draft.set)], [record]));
    const price = await again.records.find(record);
    expect(price?.conflicts).toEqual(['price_amount']);
    const heads = (await again.records.state(record))?.paths['price_amount']?.heads;
    expect(heads?.map((head) => head.value)).toEqual(['20', '11']);
  });
});
