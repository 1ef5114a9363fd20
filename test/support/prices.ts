import type { RecordId } from '#shared/core/ids.ts';
import type { LocalStore, SendState } from '../../renderer/db/stores.ts';
import type { Device } from './device.ts';
import { expectOk } from './expect-ok.ts';
import { makePrice } from './make-record.ts';

/** Finishes one price of each amount, one after the other. */
export async function savePrices(
  device: Device,
  store: LocalStore,
  amounts: readonly string[],
): Promise<readonly RecordId[]> {
  const records: RecordId[] = [];
  for (const price_amount of amounts) {
    const record = device.newId();
    records.push(record);
    expectOk(await store.records.write([makePrice(record, { price_amount })]));
  }
  return records;
}

/** The amounts of all prices a laptop holds, latest change first. */
export async function amountsOf(store: LocalStore): Promise<readonly unknown[]> {
  const prices = await store.records.list('price');
  return prices.map((price) => price.answers['price_amount']);
}

/** Where a record stands on its way to the server; undefined for one that is there. */
export async function sendStateOf(
  store: LocalStore,
  record: RecordId,
): Promise<SendState | undefined> {
  return (await store.records.sendStates()).get(record);
}
