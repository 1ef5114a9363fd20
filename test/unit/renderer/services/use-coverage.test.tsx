import 'fake-indexeddb/auto';
import { act } from 'react';
import { expect, test } from 'vitest';
import type { RecordStore } from '../../../../renderer/db/stores.ts';
import { createRegisters } from '../../../../renderer/forms/registers.ts';
import type { AppServices } from '../../../../renderer/services/services.ts';
import { useCoverage } from '../../../../renderer/services/use-coverage.ts';
import { ServicesContext } from '../../../../renderer/services/use-services.ts';
import { createDevice } from '../../../support/device.ts';
import { expectOk } from '../../../support/expect-ok.ts';
import { makeDraft } from '../../../support/make-record.ts';
import { mount } from '../../../support/mount.tsx';
import { savePrices } from '../../../support/prices.ts';

const registers = createRegisters({});

function Probe() {
  useCoverage(registers, 'round-1');
  return null;
}

async function pass(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  });
}

test('what is covered is not read and counted again while a price is typed, but is when one is finished', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  await savePrices(device, store, ['10', '20']);
  const read: string[] = [];
  const records: RecordStore = {
    ...store.records,
    list(kind, limit) {
      read.push(kind);
      return store.records.list(kind, limit);
    },
  };
  const services = { store: { ...store, records } } as AppServices;
  await mount(
    <ServicesContext value={services}>
      <Probe />
    </ServicesContext>,
  );
  await pass();
  expect(read).toContain('price');
  read.length = 0;
  expectOk(await store.drafts.save(makeDraft(device.newId())));
  await pass();
  expect(read).toEqual([]);
  await savePrices(device, store, ['30']);
  await pass();
  expect(read).toContain('price');
});
