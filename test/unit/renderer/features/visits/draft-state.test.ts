import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { formOf } from '#shared/forms/definitions/catalogue.ts';
import type { Draft } from '#shared/records/draft.ts';
import type { LocalStore } from '../../../../../renderer/db/stores.ts';
import { draftState, loadOpenDrafts } from '../../../../../renderer/features/visits/draft-state.ts';
import { createDevice } from '../../../../support/device.ts';
import { expectOk } from '../../../../support/expect-ok.ts';
import { sampleFormRegisters } from '../../forms/sample-form-registers.ts';

const surroundings = {
  registers: sampleFormRegisters,
  past: { visits: [], prices: [], competitors: [] },
  today: '2026-11-27' as PlainDate,
};

async function save(
  store: LocalStore,
  draft: Pick<Draft, 'record' | 'kind' | 'visit' | 'set'> & Partial<Draft>,
): Promise<void> {
  const form = formOf(draft.kind as 'visit').version;
  expectOk(await store.drafts.save({ form, raw: {}, isChange: false, savedMs: 1, ...draft }));
}

/** A visit in Erbil that is being typed, with one price. */
async function openVisit(price: Readonly<Record<string, string>>, raw: Draft['raw'] = {}) {
  const device = createDevice();
  const store = await device.openSignedIn();
  const [visit, record]: readonly RecordId[] = [device.newId(), device.newId()];
  if (!visit || !record) throw new Error('no ids');
  const header = { country: 'IRQ', market_id: 'erbil', visit_currency: 'IQD' };
  await save(store, { record: visit, kind: 'visit', visit: null, set: header, savedMs: 1 });
  await save(store, { record, kind: 'price', visit, set: price, raw, savedMs: 2 });
  return { store, visit, record };
}

test('drafts of all visits are listed with their visit, the one saved last first', async () => {
  const { store, visit, record } = await openVisit({ product_id: 'rice' });
  const drafts = await loadOpenDrafts(store);
  expect(drafts.map(({ part, whole }) => [part.id, whole.visit.id])).toEqual([
    [record, visit],
    [visit, visit],
  ]);
  expectOk(await store.drafts.remove(record));
  expect(await loadOpenDrafts(store)).toHaveLength(1);
});

test('what is missing of a draft is counted, and what was typed and is no answer', async () => {
  const { store } = await openVisit({ product_id: 'rice' }, { price_amount: 'ده هزا' });
  const [price] = await loadOpenDrafts(store);
  if (!price) throw new Error('no draft');
  // The description and how widely it is had: what the others ask follows from the second.
  expect(draftState(price, surroundings)).toEqual({ missing: 2, wrong: 1, warned: 0 });

  const further = await openVisit(
    { product_id: 'rice', item_spec: 'سفید', availability: 'wide' },
    { price_amount: 'ده هزا' },
  );
  const [nearer] = await loadOpenDrafts(further.store);
  if (!nearer) throw new Error('no draft');
  const state = draftState(nearer, surroundings);
  expect(state).toMatchObject({ wrong: 1, warned: 0 });
  expect(state.missing).toBeGreaterThan(2);
});

test('a warning counts until it is explained', async () => {
  const device = createDevice();
  const store = await device.openSignedIn();
  const record = device.newId();
  const set = { country: 'IRQ', consent: 'yes', fx_usd_buy: '1300', fx_usd_sell: '1500' };
  async function warned(explained: object): Promise<number | undefined> {
    await save(store, { record, kind: 'visit', visit: null, set: { ...set, ...explained } });
    const [draft] = await loadOpenDrafts(store);
    return draft && draftState(draft, surroundings).warned;
  }
  const before = await warned({});
  expect(before).toBeGreaterThan(0);
  expect(await warned({ '@reason/fx_usd_sell': 'دو صراف' })).toBe((before ?? 0) - 1);
});
