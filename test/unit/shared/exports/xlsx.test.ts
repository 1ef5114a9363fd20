import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { Column, Row, Table } from '#shared/exports/table.ts';
import { writeXlsx } from '#shared/exports/xlsx.ts';
import { joinBytes, rowsOf } from '../../../support/bytes.ts';
import { hasLibreOffice, readInLibreOffice } from '../../../support/libre-office.ts';

const columns: readonly Column[] = [
  { name: 'item_spec', header: 'مشخصات کالا', type: 'text' },
  { name: 'price_amount', header: 'قیمت', type: 'decimal' },
  { name: 'stock_days', header: 'روزهای موجودی', type: 'integer' },
  { name: 'visit_date', header: 'تاریخ بازدید', type: 'date' },
  { name: 'started_at', header: 'آغاز', type: 'datetime' },
];
const rows: readonly Row[] = [
  ['شکر ۵۰ کیلویی', '42500', '7', '2026-11-27', '2026-11-27T09:15:30+03:00'],
  ['=1+1', '-0.25', null, null, null],
  [' فاصله\r\n_x0041_ \u0001<&>"', '12345678901234567890.5', '0', '2024-02-29', null],
];
const options = { rightToLeft: true, modifiedMs: 1_795_000_000_000 };
const table: Table = { name: 'price', title: 'قیمت', columns, rows: rowsOf(rows) };
function tableOf(count: number): Table {
  return { ...table, rows: rowsOf(Array.from({ length: count }, () => rows[0] ?? [])) };
}

function parts(workbook: Uint8Array): Readonly<Record<string, string>> {
  const files = Object.entries(unzipSync(workbook));
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

test('a workbook says right to left, freezes its header and carries Persian headers', async () => {
  const xml = parts(await joinBytes(writeXlsx([tableOf(1)], options)));
  const sheet = xml['xl/worksheets/sheet1.xml'] ?? '';
  expect(sheet).toContain('<sheetView rightToLeft="1"');
  expect(sheet).toContain(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
  );
  expect(sheet).toContain('مشخصات کالا');
  expect(xml['xl/workbook.xml']).toContain('<sheet name="قیمت"');
});

test('a workbook for an English reader runs left to right', async () => {
  const xml = parts(await joinBytes(writeXlsx([tableOf(1)], { ...options, rightToLeft: false })));
  expect(xml['xl/worksheets/sheet1.xml']).not.toContain('rightToLeft');
});

test('numbers are numbers, days are days, texts are texts, for a reader that is not ours', async () => {
  const workbook = await joinBytes(writeXlsx([{ ...table, rows: rowsOf(rows) }], options));
  const read = await readXlsx(workbook);
  const [, first, second, third] = read.sheets[0]?.rows ?? [];
  expect(first).toEqual([
    'شکر ۵۰ کیلویی',
    42_500,
    7,
    new Date('2026-11-27T00:00:00Z'),
    new Date('2026-11-27T09:15:30Z'),
  ]);
  expect(second?.slice(0, 2)).toEqual(['=1+1', -0.25]);
  expect(third?.[1]).toBe('12345678901234567890.5');
});

test('a number of more than fifteen digits is kept as text and reported by its column', async () => {
  const kept: string[] = [];
  const workbook = writeXlsx([{ ...table, rows: rowsOf(rows) }], {
    ...options,
    onKeptAsText: (name, column) => kept.push(`${name}.${column}`),
  });
  await joinBytes(workbook);
  expect(kept).toEqual(['price.price_amount']);
});

test.each([
  [3, 2],
  [4, 2],
  [5, 3],
])('%i rows at two a sheet make %i sheets, and no row is lost', async (rowCount, sheetCount) => {
  const workbook = await joinBytes(writeXlsx([tableOf(rowCount)], { ...options, maxRows: 3 }));
  const read = await readXlsx(workbook);
  expect(read.sheets.map((sheet) => sheet.name)).toEqual(
    ['قیمت', 'قیمت 2', 'قیمت 3'].slice(0, sheetCount),
  );
  const dataRows = read.sheets.reduce((sum, sheet) => sum + sheet.rows.length - 1, 0);
  expect(dataRows).toBe(rowCount);
});

test('a table without rows is a sheet with its header', async () => {
  const read = await readXlsx(await joinBytes(writeXlsx([tableOf(0)], options)));
  expect(read.sheets[0]?.rows).toEqual([columns.map((column) => column.header)]);
});

// LibreOffice is the second reader that people use; a machine without it says so in the name of what it skips.
test.skipIf(!hasLibreOffice)(
  'LibreOffice (skipped where it is not installed) reads the sums, days and awkward texts of the workbook',
  async () => {
    const many = Array.from({ length: 200 }, (_, i): Row => [
      `کالا ${i}`,
      `${i}.25`,
      String(i),
      '2026-11-27',
      null,
    ]);
    const second: Table = { name: 'demand', title: 'تقاضا', columns, rows: rowsOf(many) };
    const workbook = await joinBytes(
      writeXlsx([{ ...table, rows: rowsOf(rows) }, second], options),
    );
    const sheets = await readInLibreOffice(workbook);
    const demand = sheets['تقاضا'] ?? [];
    expect(demand[0]).toEqual(columns.map((column) => column.header));
    expect(demand.slice(1).reduce((sum, row) => sum + Number(row[1]), 0)).toBe(19_950);
    const price = sheets['قیمت'] ?? [];
    expect(price[1]).toEqual(['شکر ۵۰ کیلویی', '42500', '7', '2026-11-27', '2026-11-27 09:15:30']);
    expect(price[2]?.slice(0, 2)).toEqual(['=1+1', '-0.25']);
    expect(price[3]?.[0]?.replaceAll('\r\n', '\n')).toBe(' فاصله\n_x0041_ \u0001<&>"');
  },
);
