import { describe, expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { isExportable } from '#shared/exports/export-source.ts';
import type { ExportChoices } from '#shared/exports/manifest.ts';
import { openRecordTable } from '#shared/exports/record-table.ts';
import type { Cell } from '#shared/exports/table.ts';
import type { RecordView } from '#shared/records/record.ts';
import { makeRecord, persianLabels, sourceOf } from '../../../support/export-records.ts';

const visitId = '01900000-0000-7000-8000-000000000001' as RecordId;
const visit = makeRecord('visit', visitId, {
  visit_date: '2026-11-27',
  started_at: '2026-11-27T09:15:30+03:00',
  country: 'IRQ',
  market_id: 'erbil',
  outlet_name: 'فروشگاه نمونه',
  respondent_name: 'نام پاسخ‌دهنده',
  respondent_phone: '+964750000000',
  consent: 'yes',
  consent_share: 'yes',
});
const price = makeRecord(
  'price',
  '01900000-0000-7000-8000-000000000002',
  {
    product_id: 'sugar',
    availability: 'wide',
    price_amount: '12345678901234567890.25',
    stock_days: 12,
    purchase_price: { missing: 'refused' },
    price_includes: ['sales_tax', 'delivery'],
    brand_id: 'unbranded',
  },
  { visit: visitId, reasons: { price_amount: 'فروشنده گفت' }, remarks: { product_id: 'فله' } },
);
const labels = {
  'market/erbil': 'اربیل',
  'product/sugar': 'شکر',
  'person/surveyor1': 'کارشناس نمونهٔ ۱',
};

async function onlyRow(
  form: SurveyFormId,
  choices: Partial<ExportChoices>,
  records: readonly RecordView[] = [visit, price],
): Promise<{
  readonly row: Readonly<Record<string, Cell>>;
  readonly headers: Readonly<Record<string, string>>;
}> {
  const order = { choices: { ...persianLabels, ...choices }, offsetMinutes: 210 };
  const { table } = openRecordTable(form, sourceOf(records, labels), order);
  const headers = Object.fromEntries(table.columns.map(({ name, header }) => [name, header]));
  for await (const cells of table.rows) {
    return {
      row: Object.fromEntries(table.columns.map(({ name }, i) => [name, cells[i] ?? null])),
      headers,
    };
  }
  throw new Error('no row');
}

describe('a table of records', () => {
  test('carries the key, the key of its visit, the state of review, who and when', async () => {
    const { row } = await onlyRow('price', { texts: 'names' });
    expect(row).toMatchObject({
      KEY: price.id,
      PARENT_KEY: visitId,
      review_status: 'approved',
      flagged: 'no',
      entered_version: '1',
      recorded_by: 'surveyor1',
      changed_by: 'supervisor1',
    });
    expect(row['recorded_at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+03:30$/);
  });

  test('gives exact decimals, whole numbers and codes as they are stored', async () => {
    const { row } = await onlyRow('price', { texts: 'names' });
    expect(row).toMatchObject({
      product_id: 'sugar',
      price_amount: '12345678901234567890.25',
      stock_days: '12',
      price_includes: 'sales_tax delivery',
    });
  });

  test('gives Persian headers and the names of choices and register items', async () => {
    const { row, headers } = await onlyRow('price', {});
    expect(headers).toMatchObject({ product_id: 'کالا', price_amount: 'قیمت' });
    expect(row).toMatchObject({
      product_id: 'شکر',
      availability: 'به‌وفور موجود است',
      brand_id: 'بدون برند',
      recorded_by: 'کارشناس نمونهٔ ۱',
      'visit-market_id': 'اربیل',
    });
    expect(row['price_includes']).toContain('؛ ');
  });

  test('keeps the code of an item whose name is not known', async () => {
    const { row } = await onlyRow('visit', {}, [
      makeRecord('visit', visitId, { market_id: 'nowhere' }),
    ]);
    expect(row['market_id']).toBe('nowhere');
  });

  test('gives every date in both calendars, and a moment with its offset', async () => {
    const { row } = await onlyRow('visit', { texts: 'names' });
    expect(row).toMatchObject({
      visit_date: '2026-11-27',
      visit_date_solar: '1405/09/06',
      started_at: '2026-11-27T09:15:30+03:00',
      started_at_solar: '1405/09/06 09:15',
      started_at_offset: '+03:00',
    });
  });

  test('puts the place and day of the visit beside its prices', async () => {
    const { row } = await onlyRow('price', { texts: 'names' });
    expect(row).toMatchObject({
      'visit-visit_date': '2026-11-27',
      'visit-visit_date_solar': '1405/09/06',
      'visit-market_id': 'erbil',
    });
  });

  test('leaves a refused answer empty and lists it apart, so that it is not taken for no answer', async () => {
    const names = await onlyRow('price', { texts: 'names' });
    expect(names.row).toMatchObject({
      purchase_price: null,
      missing_answers: 'purchase_price=refused',
    });
    const inPersian = await onlyRow('price', {});
    expect(inPersian.row['missing_answers']).toMatch(/=پاسخ نداد$/);
  });

  test('carries the reasons and remarks with the questions they are on', async () => {
    const { row } = await onlyRow('price', { texts: 'names' });
    expect(row).toMatchObject({ reasons: 'price_amount=فروشنده گفت', remarks: 'product_id=فله' });
  });

  test('counts its records, their versions and those whose visit is not exported', async () => {
    const { table, tally } = openRecordTable('price', sourceOf([price]), {
      choices: persianLabels,
      offsetMinutes: 0,
    });
    for await (const _ of table.rows);
    expect(tally().count).toEqual({ records: 1, formVersions: [1], withoutTheirVisit: 1 });
  });
});

describe('personal data', () => {
  test('has no column at all unless the person exporting asks for it', async () => {
    const { row } = await onlyRow('visit', { texts: 'names' });
    expect(row).not.toHaveProperty('respondent_name');
    expect(row).not.toHaveProperty('respondent_phone');
    expect(JSON.stringify(row)).not.toContain('964750000000');
  });

  test('is given when it is asked for and the respondent agreed', async () => {
    const { row } = await onlyRow('visit', { personal: 'with_consent' });
    expect(row).toMatchObject({
      respondent_name: 'نام پاسخ‌دهنده',
      respondent_phone: '+964750000000',
    });
  });

  test.each(['no', { missing: 'refused' }, undefined])(
    'stays behind where the respondent answered %j, even when it is asked for',
    async (consent) => {
      const { consent_share: _, ...answers } = visit.answers;
      const given = consent === undefined ? answers : { ...answers, consent_share: consent };
      const remarks = { respondent_phone: 'شمارهٔ دوم ۰۷۵۱' };
      const { row } = await onlyRow('visit', { personal: 'with_consent' }, [
        makeRecord('visit', visitId, given, { remarks }),
      ]);
      expect(row).toMatchObject({ respondent_name: null, respondent_phone: null, remarks: null });
    },
  );

  test.each(['no', 'not_applicable', undefined])(
    'stays behind once the consent itself is %j, though the contact and the leave to share it came back from another laptop',
    async (consent) => {
      const { consent: _, ...answers } = visit.answers;
      const given = consent === undefined ? answers : { ...answers, consent };
      const { row } = await onlyRow('visit', { personal: 'with_consent' }, [
        makeRecord('visit', visitId, given),
      ]);
      expect(row).toMatchObject({ respondent_name: null, respondent_phone: null });
    },
  );

  test.each(['consent', 'consent_share'])(
    'stays behind while two answers to %s stand',
    async (of) => {
      const unsettled = { ...makeRecord('visit', visitId, visit.answers), conflicts: [of] };
      const { row } = await onlyRow('visit', { personal: 'with_consent' }, [unsettled]);
      expect(row).toMatchObject({ respondent_name: null, respondent_phone: null });
    },
  );
});

test('a deleted record, a record of a deleted visit and an unfinished one are never exported', () => {
  expect(isExportable(price, visit)).toBe(true);
  expect(isExportable({ ...price, deleted: true }, visit)).toBe(false);
  expect(isExportable(price, { ...visit, deleted: true })).toBe(false);
  expect(isExportable({ ...price, review: undefined }, visit)).toBe(false);
});
