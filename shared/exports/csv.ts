import { utf8 } from '../core/hash.ts';
import type { Cell, ColumnType, Table } from './table.ts';

const BYTE_ORDER_MARK = '\ufeff';
const CHUNK_CHARACTERS = 64 * 1024;

// Spreadsheets run a text that begins with one of these as a formula (OWASP, "CSV Injection"), also in their full-width
// forms and behind white space, controls and invisible characters (zero-width, marks of direction), which some readers
// drop first. Apostrophes in front are part of the pattern so that the guard can be taken off again.
const formulaStart = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;
const needsQuotes = /[",;\t\r\n]|^\s|\s$/;

/**
 * Defuses a text that a spreadsheet would run as a formula by one apostrophe in front; other texts are as they were.
 * Numbers, days and moments are columns of their own type and never touched: -5 stays -5.
 */
export function guardText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** The text that `guardText` was given, for every text: apostrophes a person typed survive. */
export function unguardText(text: string): string {
  return text.startsWith("'") && formulaStart.test(text) ? text.slice(1) : text;
}

/**
 * A table as CSV in pieces of about 64 kB: RFC 4180, UTF-8 with byte order mark, CRLF, first line the headers. An absent
 * value is an empty field. Texts are guarded against formulas (`unguardText` reads them back).
 */
export async function* writeCsv(table: Table): AsyncGenerator<Uint8Array> {
  const types = table.columns.map((column) => column.type);
  const headers = table.columns.map((column) => column.header);
  let text = `${BYTE_ORDER_MARK}${headers.map((header) => field(header, 'text')).join(',')}\r\n`;
  for await (const row of table.rows) {
    text += `${row.map((cell, i) => field(cell, types[i] ?? 'text')).join(',')}\r\n`;
    if (text.length >= CHUNK_CHARACTERS) {
      yield utf8(text);
      text = '';
    }
  }
  if (text !== '') yield utf8(text);
}

function field(cell: Cell, type: ColumnType): string {
  if (cell === null) return '';
  const text = type === 'text' ? guardText(cell) : cell;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
