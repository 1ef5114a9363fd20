import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { utf8 } from '#shared/core/hash.ts';
import { encodeJournalAct } from '#shared/journal/journal-record.ts';
import type { LocalStore } from '../../../../renderer/db/stores.ts';
import { killAtAppend, settle } from '../../../support/desktop-faults.ts';
import { createDevice, INDEX_NAME, makeIdentity } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { pendingOf, progressOf } from '../../../support/feed-progress.ts';
import { makeDraft, makePrice } from '../../../support/make-record.ts';
import { amountsOf, savePrices } from '../../../support/prices.ts';

async function lastSeq(store: LocalStore): Promise<number> {
  return (await progressOf(store, makeIdentity().feed)).last;
}

describe('a restart', () => {
  test('finds nothing at the very first start, and calls that no rebuild', async () => {
    const store = await createDevice().open();
    expect(await store.identity()).toBeUndefined();
    expect(store.health()).toMatchObject({ wasRebuilt: false, saving: 'saved', setAsideBytes: 0 });
  });

  test('finds what was saved, latest change first, without reading the journal again', async () => {
    const device = createDevice();
    await savePrices(device, await device.openSignedIn(), ['10', '20', '30']);
    const again = await device.open();
    expect(await amountsOf(again)).toEqual(['30', '20', '10']);
    expect(again.health().wasRebuilt).toBe(false);
    expect(device.progress).toEqual([]);
    expect(await again.identity()).toEqual(makeIdentity());
  });

  test('goes on with the numbers of the feed', async () => {
    const device = createDevice();
    await savePrices(device, await device.openSignedIn(), ['10', '20']);
    const again = await device.open();
    await savePrices(device, again, ['30']);
    expect(await lastSeq(again)).toBe(3);
    const entries = await again.sync.entriesFrom(makeIdentity().feed, 1, 10);
    expect(entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
  });

  test('keeps every stamp later than all seen before, also when the clock went back a year', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    expectOk(await store.records.write([makePrice(record, { price_amount: '10' })]));
    device.clock.nowMs -= 365 * 86_400_000;
    const again = await device.open();
    expectOk(await again.records.write([makePrice(record, { price_amount: '20' })]));
    expect((await again.records.find(record))?.answers['price_amount']).toBe('20');
    expect((await again.records.find(record))?.conflicts).toEqual([]);
  });
});

describe('an index that is not what the journal says', () => {
  test('is made anew when it was deleted, and everything is found again', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    await savePrices(device, store, ['10', '20', '30']);
    const draft = makeDraft(device.newId(), { set: { price_amount: '77' } });
    expectOk(await store.drafts.save(draft));
    expectOk(await store.settings.set('language', 'en'));
    device.indexedDB = new IDBFactory();
    const again = await device.open();
    expect(again.health().wasRebuilt).toBe(true);
    expect(await again.identity()).toEqual(makeIdentity());
    expect(await amountsOf(again)).toEqual(['30', '20', '10']);
    expect(await again.drafts.list()).toEqual([draft]);
    expect(await again.settings.get('language')).toBe('en');
    expect(device.progress.at(-1)).toEqual({ done: 6, total: 6 });
    await savePrices(device, again, ['40']);
    expect(await lastSeq(again)).toBe(4);
  });

  test('is read on when it is behind', async () => {
    const device = createDevice();
    await savePrices(device, await device.openSignedIn(), ['10']);
    const old = device.indexedDB;
    device.indexedDB = new IDBFactory();
    await savePrices(device, await device.open(), ['20', '30']);
    device.indexedDB = old;
    const again = await device.open();
    expect(again.health().wasRebuilt).toBe(false);
    expect(await amountsOf(again)).toEqual(['30', '20', '10']);
    await savePrices(device, again, ['40']);
    expect(await lastSeq(again)).toBe(4);
  });

  test('is made anew when it is ahead of the journal', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    await savePrices(device, store, ['10']);
    const before = device.disk.bytes.slice();
    await savePrices(device, store, ['20']);
    device.disk.bytes = before;
    const again = await device.open();
    expect(again.health().wasRebuilt).toBe(true);
    expect(await amountsOf(again)).toEqual(['10']);
  });

  test('is made anew when it is of another journal', async () => {
    const other = createDevice();
    const others = await other.openSignedIn();
    await savePrices(other, others, ['1', '2']);
    await others.close();
    const device = createDevice();
    await savePrices(device, await device.openSignedIn(), ['10', '20', '30']);
    device.indexedDB = other.indexedDB;
    const again = await device.open();
    expect(again.health().wasRebuilt).toBe(true);
    expect(await amountsOf(again)).toEqual(['30', '20', '10']);
  });

  test('is made anew when a newer version of the app left it', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    await savePrices(device, store, ['10']);
    await store.close();
    await new Promise((resolve, reject) => {
      const request = device.indexedDB.open(INDEX_NAME, 9990);
      request.addEventListener('success', () => resolve(request.result.close()));
      request.addEventListener('error', reject);
    });
    expect(await amountsOf(await device.open())).toEqual(['10']);
  });

  test('is given up with a failure when IndexedDB never answers', async () => {
    const device = createDevice();
    await savePrices(device, await device.openSignedIn(), ['10']);
    const silent = new IDBFactory();
    silent.open = () => new EventTarget() as never;
    silent.deleteDatabase = () => new EventTarget() as never;
    device.indexedDB = silent;
    device.silenceMs = 50;
    await expect(device.open()).rejects.toThrow('index/write-failed');
  });
});

describe('a journal', () => {
  test('with a torn tail keeps all before it, and says what was set aside', async () => {
    const device = createDevice();
    await savePrices(device, await device.openSignedIn(), ['10', '20']);
    const whole = device.disk.bytes;
    device.disk.bytes = new Uint8Array([...whole, 0x42, 0x5a, 0x4a, 0x31, 9]);
    const again = await device.open();
    expect(await amountsOf(again)).toEqual(['20', '10']);
    expect(again.health().setAsideBytes).toBe(5);
    expect(device.disk.bytes).toEqual(whole);
  });

  test('keeps, counts and reports what a newer version wrote, and never gives a number of its feed again', async () => {
    const device = createDevice();
    const store = await device.openSignedIn();
    await savePrices(device, store, ['10']);
    const newer = utf8(JSON.stringify([{ is: 'entry', entry: { shape: 'of tomorrow' } }]));
    const noJson = utf8('not even JSON');
    const known = encodeJournalAct([{ is: 'setting', key: 'theme', value: 'dark' }]);
    expectOk(await device.desktop().call('journal.append', { payloads: [newer, noJson, known] }));
    const again = await device.open();
    expect(again.health().unknownRecords).toBe(2);
    expect(await again.settings.get('theme')).toBe('dark');
    await savePrices(device, again, ['20']);
    expect(await lastSeq(again)).toBe(1);
    const feed = (await again.identity())?.feed;
    expect(feed).not.toBe(makeIdentity().feed);
    const pending = await pendingOf(again);
    expect(pending).toHaveLength(2);
    expect((await (await device.open()).identity())?.feed).toBe(feed);
  });

  test('that another window holds opens nothing', async () => {
    const device = createDevice();
    const held = { ok: false, error: { kind: 'journal/held-elsewhere' } };
    const opening = device.open((desktop) => ({
      ...desktop,
      call: (async (name: never, input: never) =>
        name === 'journal.open' ? held : desktop.call(name, input)) as typeof desktop.call,
    }));
    await expect(opening).rejects.toThrow('journal/held-elsewhere');
  });
});

describe('killed', () => {
  test('before the journal has an act, it never was; the draft is still there', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    expectOk(await store.drafts.save(makeDraft(record)));
    const dying = await device.open(killAtAppend(1, 'before-append'));
    void dying.records.write([makePrice(record)], [record]);
    await settle();
    const again = await device.open();
    expect(await again.records.list('price')).toEqual([]);
    expect(await again.drafts.find(record)).toMatchObject({ record });
  });

  test('between journal and index, the act is there at the next start, and its draft is gone', async () => {
    const device = createDevice();
    const record = device.newId();
    const store = await device.openSignedIn();
    expectOk(await store.drafts.save(makeDraft(record)));
    const dying = await device.open(killAtAppend(1, 'after-append'));
    void dying.records.write([makePrice(record)], [record]);
    await settle();
    const again = await device.open();
    expect(await amountsOf(again)).toEqual(['1500']);
    expect(await again.drafts.list()).toEqual([]);
    expect((await again.counts()).unsent).toBe(1);
  });
});
