import 'fake-indexeddb/auto';
import { act } from 'react';
import type { Root } from 'react-dom/client';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { LocalStore } from '../../../../renderer/db/stores.ts';
import type { Live, LiveOptions } from '../../../../renderer/db/use-live.ts';
import { useLive } from '../../../../renderer/db/use-live.ts';
import { createDevice, INDEX_NAME } from '../../../support/device.ts';
import { savePrices } from '../../../support/prices.ts';

let root: Root;
let seen: Live<unknown>[];

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  root = createRoot(document.createElement('div'));
  seen = [];
});

afterEach(async () => {
  await act(async () => root.unmount());
});

function Probe({
  store,
  record,
  options,
}: {
  readonly store: LocalStore;
  readonly record: RecordId;
  readonly options?: LiveOptions;
}) {
  const live = useLive(
    async () => (await store.records.find(record))?.answers['price_amount'],
    [store, record],
    options,
  );
  seen.push(live);
  return null;
}

async function show(store: LocalStore, record: RecordId, options?: LiveOptions): Promise<void> {
  await act(async () =>
    root.render(<Probe store={store} record={record} {...(options && { options })} />),
  );
  await pass();
}

async function pass(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 100; turn += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 1);
      });
    }
  });
}

function ready(value: unknown): Live<unknown> {
  return { status: 'ready', value };
}

test('a query tells loading from its first answer, and follows every change without loading again', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const [record] = (await savePrices(device, store, ['10'])) as [RecordId];
  await show(store, record);
  expect(seen[0]).toEqual({ status: 'loading' });
  expect(seen.at(-1)).toEqual(ready('10'));
  const change = { record, kind: 'price', form: 1, set: { price_amount: '20' } };
  await store.records.write([change]);
  await pass();
  expect(seen.at(-1)).toEqual(ready('20'));
  expect(seen.slice(seen.findIndex((live) => live.status === 'ready'))).not.toContainEqual({
    status: 'loading',
  });
});

test('a query of another record never shows the first one’s answer as its own', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const [one, two] = (await savePrices(device, store, ['10', '20'])) as [RecordId, RecordId];
  await show(store, one);
  seen = [];
  await show(store, two);
  expect(seen[0]).toEqual({ status: 'loading' });
  expect(seen).not.toContainEqual(ready('10'));
  expect(seen.at(-1)).toEqual(ready('20'));
});

test('a list whose filter is typed keeps its rows until the new ones are there', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const [one, two] = (await savePrices(device, store, ['10', '20'])) as [RecordId, RecordId];
  await show(store, one, { between: 'answer-before' });
  seen = [];
  await show(store, two, { between: 'answer-before' });
  expect(seen).not.toContainEqual({ status: 'loading' });
  expect(seen.at(-1)).toEqual(ready('20'));
});

test('a query of an index that was lost answers again once it is repaired', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const [record] = (await savePrices(device, store, ['10'])) as [RecordId];
  device.indexedDB.deleteDatabase(INDEX_NAME);
  await show(store, record);
  for (let at = 0; at < 20 && seen.at(-1)?.status !== 'ready'; at += 1) await pass();
  expect(seen.at(-1)).toEqual(ready('10'));
});

function isLast(value: string): boolean {
  const last = seen.at(-1);
  return last?.status === 'ready' && last.value === value;
}

test('a paced query that took long rests while changes come, and has the last of them in the end', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const [record] = (await savePrices(device, store, ['10'])) as [RecordId];
  let asked = 0;
  const paced = { isPaced: true };
  function Slow() {
    const live = useLive(
      async () => {
        asked += 1;
        const found = await store.records.find(record);
        await new Promise((resolve) => {
          setTimeout(resolve, 100);
        });
        return found?.answers['price_amount'];
      },
      [store, record],
      paced,
    );
    seen.push(live);
    return null;
  }
  await act(async () => root.render(<Slow />));
  for (let at = 0; at < 20 && seen.at(-1)?.status !== 'ready'; at += 1) await pass();
  const before = asked;
  for (const price_amount of ['20', '30', '40', '50', '60']) {
    await act(async () => {
      await store.records.write([{ record, kind: 'price', form: 1, set: { price_amount } }]);
      await new Promise((resolve) => {
        setTimeout(resolve, 20);
      });
    });
  }
  expect(asked - before).toBeLessThan(3);
  for (let at = 0; at < 40 && !isLast('60'); at += 1) await pass();
  expect(seen.at(-1)).toEqual(ready('60'));
});
