import { expect, test } from 'vitest';
import type { Json } from '#shared/core/json.ts';
import { findingsOf } from '../../../../../renderer/features/review/findings-of.ts';
import { createReviewReferences } from '../../../../../renderer/features/review/review-references.ts';
import { createRegisters } from '../../../../../renderer/forms/registers.ts';
import { sampleActs } from '../../../../../server/sample/sample-acts.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { RegisterName } from '#shared/forms/choices.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { RecordView } from '#shared/records/record.ts';
import { makeRecord } from '../../../../support/export-records.ts';

const lists: Partial<Record<RegisterName, RecordView[]>> = {};
for (const act of sampleActs('2026-11-27' as PlainDate)) {
  (lists[act.kind] ??= []).push(makeRecord(act.kind, act.record, act.set));
}
const registers = createRegisters(lists);
const visitId = '01900000-0000-7000-8000-000000000001' as RecordId;
const visit = makeRecord('visit', visitId, {
  country: 'AFG',
  admin1_pcode: 'AF32',
  market_id: 'herat',
  round_id: 'sample-2',
  market_level: 'retail',
  consent: 'yes',
  fx_usd_buy: '65',
  fx_usd_sell: '66',
});

function price(amount: string, rest: Readonly<Record<string, Json>> = {}): RecordView {
  const id = '01900000-0000-7000-8000-000000000002';
  return makeRecord(
    'price',
    id,
    {
      quote_id: id,
      product_id: 'sugar',
      item_spec: 'شکر سفید، فله',
      availability: 'wide',
      brand_id: 'unbranded',
      origin_country: 'PK',
      quality_grade: 'standard',
      price_level: 'retail',
      quote_basis: 'asked',
      price_amount: amount,
      price_currency: 'AFN',
      sale_unit: 'kg',
      sale_qty: '1',
      unit_price_std: amount,
      price_change_30d: 'same',
      quote_confidence: 'high',
      ...rest,
    },
    { visit: visitId, review: 'submitted' },
  );
}
function problems(record: RecordView): readonly string[] {
  const references = createReviewReferences(
    { visits: new Map([[visitId, visit]]), prices: [record] },
    registers,
  );
  return findingsOf(record, [record], references).map(
    ({ field, kind, severity }) => `${severity} ${field} ${kind}`,
  );
}

test('a price near what is known of the market has nothing against it', () => {
  expect(problems(price('52'))).toEqual([]);
});

test('a price far from the median is unusual, and can be approved all the same', () => {
  expect(problems(price('520'))).toEqual(['warn price_amount near_median']);
});

test('the question a flag opened at entry is neither asked for nor refused because the median has moved since', () => {
  const kept = price('520', { outlier_reason: 'فروشنده فاکتور نشان داد' });
  expect(problems(kept)).toEqual(['warn price_amount near_median']);
  expect(problems(price('52', { outlier_reason: 'فروشنده فاکتور نشان داد' }))).toEqual([]);
});

test('an answer that is no item of its register any more keeps a record from being approved', () => {
  expect(problems(price('52', { product_id: 'gone' }))).toContain('stop product_id unknown_item');
});

test('a reviewer sees that a visit has the same price of the same item twice', () => {
  const record = price('52');
  const twin = { ...record, id: '01900000-0000-7000-8000-000000000003' as RecordId };
  const elsewhere = { ...twin, visit: '01900000-0000-7000-8000-000000000004' as RecordId };
  function noticedBeside(other: RecordView): readonly string[] {
    const visits = new Map([[visitId, visit]]);
    const references = createReviewReferences({ visits, prices: [record, other] }, registers);
    return references.noticedOf(record).map(({ name }) => name);
  }
  expect(noticedBeside(twin)).toEqual(['duplicate']);
  expect(noticedBeside(elsewhere)).toEqual([]);
});
