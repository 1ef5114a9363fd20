import { expect, test } from 'vitest';
import { guardText, unguardText, writeCsv } from '#shared/exports/csv.ts';
import type { Column, Row } from '#shared/exports/table.ts';
import { joinBytes, rowsOf } from '../../../support/bytes.ts';

async function csvText(columns: readonly Column[], rows: readonly Row[]): Promise<string> {
  const bytes = await joinBytes(writeCsv({ name: 't', title: 't', columns, rows: rowsOf(rows) }));
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

const name: Column = { name: 'outlet_name', header: 'نام واحد', type: 'text' };
const amount: Column = { name: 'price_amount', header: 'قیمت', type: 'decimal' };

test('a CSV file begins with a byte order mark and ends every line with CR LF', async () => {
  expect(await csvText([name, amount], [['فروشگاه', '1250']])).toBe(
    '\ufeffنام واحد,قیمت\r\nفروشگاه,1250\r\n',
  );
});

test('a table without rows is a line of headers', async () => {
  expect(await csvText([name], [])).toBe('\ufeffنام واحد\r\n');
});

test('quotes, commas, semicolons and line breaks are quoted as RFC 4180 says', async () => {
  const text = await csvText([name, name, name], [['a "b", c', 'a;b', 'a\nb']]);
  expect(text).toContain('"a ""b"", c","a;b","a\nb"\r\n');
});

test('a negative number in a column of numbers stays a number', async () => {
  expect(await csvText([amount], [['-12.5']])).toContain('\r\n-12.5\r\n');
});

test.each([
  '=1+1',
  '=HYPERLINK("http://evil.example","click")',
  '+964 750 000 0000',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '＝1+1',
  "'=1",
])('the text %j is defused with an apostrophe and read back as typed', (typed) => {
  expect(guardText(typed)).toBe(`'${typed}`);
  expect(unguardText(guardText(typed))).toBe(typed);
});

test.each(["'quoted'", 'a=b', '۱۲-۵', '500 g', "''"])(
  'the harmless text %j is left alone',
  (typed) => {
    expect(guardText(typed)).toBe(typed);
    expect(unguardText(typed)).toBe(typed);
  },
);

test('a header that begins as a formula is defused as well', async () => {
  expect(await csvText([{ name: 'x', header: '=1+1', type: 'decimal' }], [])).toBe(
    "\ufeff'=1+1\r\n",
  );
});
