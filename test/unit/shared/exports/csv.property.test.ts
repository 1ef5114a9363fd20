import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { guardText, unguardText, writeCsv } from '#shared/exports/csv.ts';
import type { Cell, Column, Row } from '#shared/exports/table.ts';
import { joinBytes, rowsOf } from '../../../support/bytes.ts';

const columns: readonly Column[] = [
  { name: 'spec', header: 'شرح', type: 'text' },
  { name: 'amount', header: 'قیمت', type: 'decimal' },
  { name: 'day', header: 'تاریخ', type: 'date' },
];

// What breaks CSV readers and spreadsheets is drawn often: quotes, separators, line ends, signs, apostrophes.
const awkward = fc.string({
  unit: fc.constantFrom(
    '"',
    ',',
    ';',
    '\r',
    '\n',
    '\t',
    "'",
    '=',
    '+',
    '-',
    '@',
    ' ',
    '＝',
    '\0',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\u2066',
    'ی',
    'a',
    '1',
  ),
  minLength: 1,
  maxLength: 12,
});
const text = fc.oneof(awkward, fc.string({ unit: 'grapheme', minLength: 1 }));
const amount = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String);
const day = fc.constantFrom('2026-11-27', '1999-01-01');
function orNull<T extends string>(arbitrary: fc.Arbitrary<T>) {
  return fc.option(arbitrary, { nil: null });
}
const row: fc.Arbitrary<Row> = fc.tuple(orNull<string>(text), orNull(amount), orNull(day));

async function readBack(rows: readonly Row[]): Promise<readonly Row[]> {
  const bytes = await joinBytes(writeCsv({ name: 't', title: 't', columns, rows: rowsOf(rows) }));
  const [, ...lines] = parse(Buffer.from(bytes), { bom: true, recordDelimiter: '\r\n' });
  return lines.map((line) =>
    line.map((cell, i): Cell => {
      if (cell === '') return null;
      return columns[i]?.type === 'text' ? unguardText(cell) : cell;
    }),
  );
}

test('a CSV file read back gives the same values, whatever the texts hold', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      expect(await readBack(rows)).toEqual(rows);
    }),
  );
});

test('a guarded text never begins as a formula and gives back what was typed', () => {
  fc.assert(
    fc.property(text, (typed) => {
      const guarded = guardText(typed);
      expect(guarded).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u);
      expect(unguardText(guarded)).toBe(typed);
    }),
    { numRuns: 10_000 },
  );
});
