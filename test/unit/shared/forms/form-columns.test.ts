import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Decimal } from '#shared/core/decimal.ts';
import type { Sha256 } from '#shared/core/ids.ts';
import type { Answers } from '#shared/forms/answers.ts';
import {
  choicesHeader,
  choicesRows,
  codebookHeader,
  codebookRows,
} from '#shared/forms/codebook.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { formIds, formOf, surveyFormIds } from '#shared/forms/definitions/catalogue.ts';
import { formColumns } from '#shared/forms/form-columns.ts';
import { columnPartLabel } from '#shared/forms/form-labels.ts';

function cells(form: SurveyFormId, answers: Answers) {
  return Object.fromEntries(
    formColumns(formOf(form)).map(({ name, read }) => [name, read(answers)]),
  );
}

describe('the columns of a form', () => {
  test.each(formIds)(
    'of %s are one or several per field, in order, each with a name of its own',
    (id) => {
      const columns = formColumns(formOf(id));
      const names = columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect([...new Set(columns.map(({ field }) => field))]).toEqual(
        Object.keys(formOf(id).fields),
      );
    },
  );

  test.each(formIds)('of %s that are a part of a field have a label in both languages', (id) => {
    const bare = formColumns(formOf(id)).filter(
      ({ field, part }) => part !== undefined && columnPartLabel(id, field, part) === undefined,
    );
    expect(bare.map(({ name }) => name)).toEqual([]);
  });

  test('a grid, a place and photos fill several columns', () => {
    const row = cells('demand', {
      iran_rating: { price: '4', reliability: 'na' },
      demand_attachment: [
        { sha256: 'a'.repeat(64) as Sha256, caption: 'کارت ویزیت' },
        { sha256: 'b'.repeat(64) as Sha256 },
      ],
    });
    expect(row).toMatchObject({
      iran_rating_price: '4',
      iran_rating_quality: undefined,
      iran_rating_reliability: 'na',
      demand_attachment: `${'a'.repeat(64)} ${'b'.repeat(64)}`,
      demand_attachment_captions: 'کارت ویزیت | ',
    });
    const gps = {
      latitude: '36.19' as Decimal,
      longitude: '44.01' as Decimal,
      source: 'map',
    } as const;
    expect(cells('visit', { gps })).toMatchObject({
      gps_latitude: '36.19',
      gps_longitude: '44.01',
      gps_source: 'map',
    });
  });

  test('several choices and ranks are codes with spaces between, numbers stay what they are', () => {
    const row = cells('demand', {
      buying_factors: ['price', 'credit', 'brand'],
      max_lead_days: 14,
      purchase_qty: '12.5',
    });
    expect(row).toMatchObject({
      buying_factors: 'price credit brand',
      max_lead_days: 14,
      purchase_qty: '12.5',
    });
  });

  test('don’t know and refused are kept apart from no answer, in every column of the field', () => {
    const missing = { missing: 'refused' } as const;
    const row = cells('demand', { iran_rating: missing, purchase_qty: missing });
    expect(row['iran_rating_quality']).toEqual(missing);
    expect(row['purchase_qty']).toEqual(missing);
    expect(row['order_qty']).toBeUndefined();
  });

  test('only the respondent’s name and phone are personal', () => {
    const personal = surveyFormIds.flatMap((id) =>
      formColumns(formOf(id))
        .filter((column) => column.personal)
        .map(({ name }) => name),
    );
    expect(personal).toEqual(['respondent_name', 'respondent_phone']);
  });
});

describe('the codebook', () => {
  test.each(surveyFormIds)('of %s says in words what the definition says in data', (id) => {
    const rows = codebookRows(id);
    expect(rows.map(([, , column]) => column)).toEqual(
      formColumns(formOf(id)).map(({ name }) => name),
    );
    for (const row of rows) {
      expect(row).toHaveLength(codebookHeader.length);
      expect(row.join(' ')).not.toMatch(/undefined|\[object/);
    }
  });

  test('writes conditions, constraints and units in the manner of the questionnaire', () => {
    const csv = [codebookHeader, ...codebookRows('price')].map((texts) =>
      texts.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
    );
    const rows: readonly Readonly<Record<string, string>>[] = parse(csv.join('\n'), {
      columns: true,
    });
    function row(column: string) {
      return rows.find((one) => one['column'] === column);
    }
    expect(row('bulk_price')).toMatchObject({
      required: 'yes',
      unit: 'price_currency',
      shown_if: "${bulk_min_qty} != ''",
      constraints: '. > 0; . <= ${price_amount} / ${sale_qty}',
      label_en: 'Price per unit at that quantity',
    });
    expect(row('unavailable_reason')).toMatchObject({
      shown_if: "${availability} = 'temporarily_out' or ${availability} = 'never'",
    });
    expect(row('unit_price_usd')).toMatchObject({ unit: 'usd / std_unit(product_id)' });
    expect(row('price_amount')?.['constraints']).toContain('warn: 0.5..2 times the median');
    expect(row('brand_id')).toMatchObject({ choices: 'brand (register) + unbranded + other' });
    expect(row('fx_rate')).toMatchObject({ asked_with: 'unit_price_usd' });
  });

  test('lists every choice of the questionnaire with its labels', () => {
    const rows = choicesRows();
    expect(rows.find(([list, code]) => list === 'likert5' && code === 'na')?.slice(2, 4)).toEqual([
      'No opinion / never dealt with',
      'بدون نظر یا بدون تجربه',
    ]);
    for (const row of rows) expect(row).toHaveLength(choicesHeader.length);
    expect(rows.length).toBeGreaterThan(341);
  });
});
