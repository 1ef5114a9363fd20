import type { Instant } from '../core/instant.ts';
import { instantMs } from '../core/instant.ts';
import type { Cell, ColumnType } from './table.ts';
import { xlsxStyles } from './xlsx-parts.ts';
import { xlsxText } from './xlsx-text.ts';

const MS_OF_DAY = 86_400_000;
// Day 0 of the 1900 system as every spreadsheet counts it today is 1899-12-30, 25,569 days before 1970-01-01. Days before
// 1900-03-01 are off by one in it (a leap day that never was) and are written as text.
const DAYS_TO_1970 = 25_569;
const FIRST_TRUE_DAY = 61;
// A spreadsheet holds a number as an IEEE double and shows 15 digits of it; a longer one would change.
const MAX_DIGITS = 15;

/** The XML of one cell; `column` is its letters, `row` counts from 1. An absent value has no cell. */
export function cellXml(cell: Cell, type: ColumnType, column: string, row: number): string {
  if (cell === null) return '';
  const at = `${column}${row}`;
  const number = numberOf(cell, type);
  if (number !== undefined) return `<c r="${at}" s="${xlsxStyles[type]}"><v>${number}</v></c>`;
  return textCellXml(cell, at, type === 'text' ? xlsxStyles.text : xlsxStyles.kept);
}

/** The XML of a cell of text in a style. */
export function textCellXml(text: string, at: string, style: number): string {
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t${space}>${xlsxText(text)}</t></is></c>`;
}

/** True where a number, day or moment is written as text, because a spreadsheet's own number would change it. */
export function isKeptAsText(cell: Cell, type: ColumnType): boolean {
  return cell !== null && type !== 'text' && numberOf(cell, type) === undefined;
}

function numberOf(cell: string, type: ColumnType): string | undefined {
  switch (type) {
    case 'text':
      return undefined;
    case 'integer':
    case 'decimal':
      return significantDigits(cell) <= MAX_DIGITS ? cell : undefined;
    case 'date':
      return serial(`${cell}T00:00:00Z`);
    case 'datetime':
      // The clock of the place it was recorded at; its offset has a column of its own.
      return serial(`${cell.slice(0, 19)}Z`);
  }
}

function significantDigits(number: string): number {
  return number.replaceAll(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}

function serial(instant: string): string | undefined {
  const days = instantMs(instant as Instant) / MS_OF_DAY + DAYS_TO_1970;
  return days < FIRST_TRUE_DAY ? undefined : String(days);
}
