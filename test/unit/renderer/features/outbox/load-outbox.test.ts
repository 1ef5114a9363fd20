import { expect, test } from 'vitest';
import { setAside } from '../../../../../renderer/features/outbox/aside.ts';
import { loadOutbox } from '../../../../../renderer/features/outbox/load-outbox.ts';
import { recordAddress } from '../../../../../renderer/features/outbox/record-address.ts';
import { createDevice, testFeed } from '../../../../support/device.ts';
import { expectOk } from '../../../../support/expect-ok.ts';
import { makeDraft, makePrice, makeVisit } from '../../../../support/make-record.ts';
import { makeReceipt } from '../../../../support/receipts.ts';

test('what waits is told by visit, what was refused and what is being typed one by one', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const [visit, first, second, bad, remark, draft] = [
    device.newId(),
    device.newId(),
    device.newId(),
    device.newId(),
    device.newId(),
    device.newId(),
  ];
  expectOk(await store.records.write([makePrice(bad, { visit })]));
  const failure = { kind: 'account/not-allowed' } as const;
  const refused = [{ seq: 1, failure }];
  const receipt = makeReceipt({ feed: testFeed(1), seq: 1, refused: '1' });
  expectOk(await store.sync.confirm({ receipt, refused, atMs: 1 }));
  expectOk(await store.records.write([makeVisit(visit, { outlet_name: 'دکان نمونه' })]));
  expectOk(await store.records.write([makePrice(first, { visit }), makePrice(second, { visit })]));
  const set = { on_record: visit, text: 'نشانی کامل شد' };
  expectOk(await store.records.write([{ record: remark, kind: 'comment', form: 1, set }]));
  expectOk(await store.drafts.save(makeDraft(draft, { kind: 'demand', visit })));
  const bytes = new Uint8Array([0xff, 0xd8, 0xff]);
  expectOk(await store.photos.put({ record: first, mediaType: 'image/jpeg', bytes }));

  const outbox = await loadOutbox(store);
  expect(outbox.problems).toMatchObject([{ record: { id: bad }, failure, visit: { id: visit } }]);
  expect(outbox.waiting).toHaveLength(2);
  const [ofVisit, others] = outbox.waiting;
  expect(ofVisit?.visit?.answers['outlet_name']).toBe('دکان نمونه');
  expect(ofVisit?.kinds).toEqual(
    new Map([
      ['visit', 1],
      ['price', 2],
    ]),
  );
  expect(others).toEqual({
    visit: undefined,
    kinds: new Map([['comment', 1]]),
    first: remark,
  });
  expect(outbox.photos).toEqual({ count: 1, bytes: 3 });
  expect(outbox.drafts).toMatchObject([{ draft: { record: draft }, visit: { id: visit } }]);
});

test('a refused record that is set aside is out of the way, still counted, and can be taken up again', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const [one, two] = [device.newId(), device.newId()];
  expectOk(await store.records.write([makePrice(one), makePrice(two)]));
  const failure = { kind: 'account/not-allowed' } as const;
  const refused = [1, 2].map((seq) => ({ seq, failure }));
  const receipt = makeReceipt({ feed: testFeed(1), seq: 2, refused: '1-2' });
  expectOk(await store.sync.confirm({ receipt, refused, atMs: 1 }));
  expectOk(await setAside(store, one, true));

  const outbox = await loadOutbox(store);
  expect(outbox.problems).toMatchObject([{ record: { id: two } }]);
  expect(outbox.aside).toMatchObject([{ record: { id: one }, failure }]);
  expect(outbox.coverage).toMatchObject({ isWhole: false, refused: 2 });

  expectOk(await setAside(store, one, false));
  expect((await loadOutbox(store)).aside).toEqual([]);
});

test('a record is opened where it is filled in, and what has no such screen has no address', () => {
  const [visit, price] = [createDevice().newId(), createDevice().newId()];
  expect(recordAddress('visit', visit, undefined)).toBe(`/visits/${visit}`);
  expect(recordAddress('price', price, visit)).toBe(`/visits/${visit}/price/${price}`);
  expect(recordAddress('comment', price, undefined)).toBeUndefined();
});
