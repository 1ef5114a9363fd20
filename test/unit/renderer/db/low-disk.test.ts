import { expect, test } from 'vitest';
import { ok } from '#shared/core/result.ts';
import { withCall } from '../../../support/desktop-faults.ts';
import { createDevice } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { makeDevice } from '../../../support/make-entries.ts';
import { makeDraft } from '../../../support/make-record.ts';
import { amountsOf, savePrices } from '../../../support/prices.ts';

test('with the last of the disk own work is saved, and that of others waits until there is room', async () => {
  let freeBytes = 49_999_999;
  const device = createDevice();
  await device.openSignedIn();
  const store = await device.open(
    withCall('storage.state', async () => ({ freeBytes, journalBytes: 0 })),
  );
  const entries = [makeDevice('surveyor2').write()];
  const page = { entries, epoch: 'e', cursor: 1, atMs: device.clock.nowMs };

  expect(await store.sync.takeIn(page)).toEqual({
    ok: false,
    error: { kind: 'sync/no-room', freeBytes },
  });
  expect(await store.sync.cursor()).toBeUndefined();
  await savePrices(device, store, ['10']);
  expectOk(await store.drafts.save(makeDraft(device.newId())));
  expect(await amountsOf(store)).toEqual(['10']);

  freeBytes = 50_000_000;
  expect(await store.sync.takeIn(page)).toEqual(ok(1));
});
