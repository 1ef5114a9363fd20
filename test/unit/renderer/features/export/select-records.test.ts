import { expect, test } from 'vitest';
import { selectRecords } from '../../../../../renderer/features/export/select-records.ts';
import { readFilters } from '../../../../../renderer/forms/record-filters.ts';
import { createDevice } from '../../../../support/device.ts';
import { expectOk } from '../../../../support/expect-ok.ts';
import { makePrice, makeVisit } from '../../../../support/make-record.ts';

const all = readFilters(() => undefined);

function inMarket(market: string, day: string) {
  return { market_id: market, visit_date: day, review_status: 'approved' };
}

async function surveyedLaptop() {
  const device = createDevice();
  const store = await device.openSignedIn();
  const [herat, kabul] = [device.newId(), device.newId()];
  const [first, second, third, gone] = [
    device.newId(),
    device.newId(),
    device.newId(),
    device.newId(),
  ];
  expectOk(
    await store.records.write([
      makeVisit(herat, inMarket('herat', '2026-11-20')),
      makeVisit(kabul, inMarket('kabul', '2026-11-25')),
      makePrice(first, { visit: herat, review_status: 'approved' }),
      makePrice(second, { visit: kabul, review_status: 'approved' }),
      makePrice(third, { visit: kabul }),
      makePrice(gone, { visit: herat, review_status: 'approved' }),
    ]),
  );
  const deletion = { record: gone, kind: 'price', form: 1, set: { deleted: true } };
  expectOk(await store.records.write([deletion]));
  return { records: store.records, herat, kabul, first, second, third };
}

test('approved records are exported, deleted ones never, and those in other states are counted', async () => {
  const { records, herat, kabul, first, second } = await surveyedLaptop();
  const { ids, otherReviews } = await selectRecords(records, {
    filters: all,
    reviews: ['approved'],
  });
  expect(ids).toEqual({
    visit: [herat, kabul],
    price: [first, second],
    demand: [],
    competitor: [],
  });
  expect(otherReviews).toBe(1);
});

test('records of a market and of some days are those of its visits on these days', async () => {
  const { records, kabul, second, third } = await surveyedLaptop();
  const filters = readFilters((name) => ({ market: 'kabul', from: '2026-11-24' })[name]);
  const { ids } = await selectRecords(records, { filters, reviews: ['approved', 'submitted'] });
  expect(ids).toMatchObject({ visit: [kabul], price: [second, third] });
  const before = readFilters((name) => ({ market: 'kabul', to: '2026-11-24' })[name]);
  const none = await selectRecords(records, { filters: before, reviews: ['approved'] });
  expect(none.ids).toMatchObject({ visit: [], price: [] });
});
