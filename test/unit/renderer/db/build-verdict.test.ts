import { expect, test } from 'vitest';
import { createDevice, testFeed } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { makePrice } from '../../../support/make-record.ts';
import { makeReceipt } from '../../../support/receipts.ts';

test('what was given up counts again where a restored server holds it, and can be refused again after that', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const price = device.newId();
  expectOk(await store.records.write([makePrice(price)]));
  const refused = [{ seq: 1, failure: { kind: 'account/not-allowed' } as const }];
  const refusal = {
    receipt: makeReceipt({ feed: testFeed(1), seq: 1, refused: '1' }),
    refused,
    atMs: 1,
  };
  const taken = {
    receipt: makeReceipt({ feed: testFeed(1), seq: 1, refused: '' }),
    refused: [],
    atMs: 2,
  };
  expectOk(await store.sync.confirm(refusal));
  expectOk(await store.records.withdraw(price));
  expect(await store.records.find(price)).toBeUndefined();

  expectOk(await store.sync.takeVerdict(taken));
  expect(await store.records.find(price)).toMatchObject({ id: price });
  expect(await store.counts()).toMatchObject({ unsent: 0, refused: 0 });

  expectOk(await store.sync.takeVerdict(refusal));
  expect(await store.counts()).toMatchObject({ refused: 1 });
});
