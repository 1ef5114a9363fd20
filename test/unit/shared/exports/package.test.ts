import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { RecordId } from '#shared/core/ids.ts';
import type { ExportSource } from '#shared/exports/export-source.ts';
import type { ExportChoices, Manifest } from '#shared/exports/manifest.ts';
import { writePackage } from '#shared/exports/package.ts';
import { rowsOf } from '../../../support/bytes.ts';
import {
  exportOrigin,
  makeRecord,
  persianLabels,
  sourceOf,
} from '../../../support/export-records.ts';
import { hasLibreOffice, readInLibreOffice } from '../../../support/libre-office.ts';

const visit = '01900000-0000-7000-8000-000000000001' as RecordId;
const prices = Array.from({ length: 25 }, (_, i) =>
  makeRecord(
    'price',
    `01900000-0000-7000-8000-1000000000${10 + i}`,
    { product_id: 'sugar', price_amount: `${i}.5` },
    { visit },
  ),
);
const records = [
  makeRecord('visit', visit, { visit_date: '2026-11-27', market_id: 'erbil' }),
  ...prices,
  makeRecord('demand', '01900000-0000-7000-8000-200000000001', { product_id: 'sugar' }, { visit }),
];

async function pack(source: ExportSource, choices: Partial<ExportChoices> = {}) {
  const pieces: Uint8Array[] = [];
  const order = {
    choices: { ...persianLabels, ...choices },
    origin: exportOrigin,
    offsetMinutes: 210,
  };
  const writer = writePackage(source, order);
  for (;;) {
    const next = await writer.next();
    if (next.done === true) {
      const files = unzipSync(Buffer.concat(pieces));
      return {
        result: next.value,
        files,
        text: (name: string) => strFromU8(files[name] ?? new Uint8Array()),
      };
    }
    pieces.push(next.value);
  }
}

test('a package holds a CSV for each form, a workbook, the codebook and a manifest', async () => {
  const { files, result } = await pack(sourceOf(records));
  expect(Object.keys(files)).toEqual([
    'visit.csv',
    'price.csv',
    'demand.csv',
    'competitor.csv',
    'records.xlsx',
    'codebook.csv',
    'choices.csv',
    'manifest.json',
  ]);
  expect(result.ok).toBe(true);
});

test('the manifest tells the true bytes and SHA-256 of every file, and counts what is in it', async () => {
  const { files, text } = await pack(sourceOf(records));
  const manifest: Manifest = JSON.parse(text('manifest.json'));
  const listed = Object.keys(files).filter((name) => name !== 'manifest.json');
  expect(manifest.files.map(({ name }) => name)).toEqual(listed);
  for (const { name, bytes, sha256 } of manifest.files) {
    const content = files[name] ?? new Uint8Array();
    expect(bytes).toBe(content.length);
    expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
  }
  expect(manifest).toMatchObject({
    format: 'bazarnegar-export',
    formatVersion: 1,
    appVersion: '0.1.0',
    exportedBy: 'supervisor1',
    exportedAt: '2026-11-27T12:00:00+03:30',
    language: 'fa',
    texts: 'labels',
    personal: 'left_out',
    filters: { review: ['approved'] },
    forms: {
      visit: { records: 1, formVersions: [1], withoutTheirVisit: 0 },
      price: { records: 25, formVersions: [1] },
      demand: { records: 1 },
      competitor: { records: 0, formVersions: [] },
    },
  });
});

test('the CSV of prices and its sheet hold the same rows', async () => {
  const { files } = await pack(sourceOf(records), { texts: 'names', language: 'en' });
  const csv: readonly Readonly<Record<string, string>>[] = parse(
    Buffer.from(files['price.csv'] ?? []),
    {
      bom: true,
      columns: true,
    },
  );
  const workbook = await readXlsx(files['records.xlsx'] ?? new Uint8Array());
  const [header = [], ...rows] = workbook.sheets[1]?.rows ?? [];
  const amount = header.indexOf('price_amount');
  expect(rows.map((row) => row[amount])).toEqual(csv.map((row) => Number(row['price_amount'])));
  expect(rows.map((row) => row[header.indexOf('KEY')])).toEqual(csv.map((row) => row['KEY']));
  expect(csv.every((row) => row['PARENT_KEY'] === visit)).toBe(true);
});

test('the workbook has a Persian sheet for each form and a dictionary that names its columns', async () => {
  const { files } = await pack(sourceOf(records));
  const workbook = await readXlsx(files['records.xlsx'] ?? new Uint8Array());
  expect(workbook.sheets.map((sheet) => sheet.name)).toEqual([
    'سربرگ بازدید',
    'استعلام قیمت',
    'تقاضا',
    'رقیب',
    'فرهنگ داده',
  ]);
  const dictionary = workbook.sheets[4]?.rows ?? [];
  expect(dictionary).toContainEqual(['استعلام قیمت', 'price_amount', 'قیمت', 'عدد', '']);
});

test('a number too long for a spreadsheet is noted in the dictionary', async () => {
  const long = makeRecord(
    'price',
    prices[0]?.id ?? '',
    { price_amount: '1234567890123456789' },
    { visit },
  );
  const { files } = await pack(sourceOf([long]), { language: 'en' });
  const workbook = await readXlsx(files['records.xlsx'] ?? new Uint8Array());
  const row = workbook.sheets[4]?.rows.find((cells) => cells[1] === 'price_amount');
  expect(row?.[4]).toMatch(/written as text .*: 1$/);
});

test('a record that changes while it is being exported spoils the package, and it says so', async () => {
  let reads = 0;
  const source: ExportSource = {
    ...sourceOf(records),
    records: (form) => {
      if (form !== 'price') return rowsOf([]);
      reads += 1;
      return rowsOf(reads === 1 ? prices : prices.slice(1));
    },
  };
  const { result } = await pack(source);
  expect(result).toEqual({ ok: false, error: { kind: 'export/records-changed', form: 'price' } });
});

test.skipIf(!hasLibreOffice)(
  'LibreOffice (skipped where it is not installed) opens the workbook of a package and its prices add up',
  async () => {
    const { files } = await pack(sourceOf(records));
    const sheets = await readInLibreOffice(files['records.xlsx'] ?? new Uint8Array());
    const [header = [], ...rows] = sheets['استعلام قیمت'] ?? [];
    const amount = header.indexOf('قیمت');
    expect(rows.reduce((sum, row) => sum + Number(row[amount]), 0)).toBe(312.5);
  },
);
