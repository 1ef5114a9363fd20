import { utf8 } from '../core/hash.ts';
import type { Row, Table } from './table.ts';
import { cellXml, isKeptAsText, textCellXml } from './xlsx-cell.ts';
import {
  contentTypesXml,
  rootRelationsXml,
  sheetEndXml,
  sheetStartXml,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
  xlsxStyles,
} from './xlsx-parts.ts';
import { columnLetters, sheetName } from './xlsx-text.ts';
import type { ZipFile } from './zip.ts';
import { writeZip } from './zip.ts';

/** How a workbook is written; `onKeptAsText` hears of each number or day written as text (more than 15 digits). */
export interface WorkbookOptions {
  readonly rightToLeft: boolean;
  /** The time put on its parts, in ms since 1970 UTC. */
  readonly modifiedMs: number;
  readonly onKeptAsText?: (table: string, column: string) => void;
  /** Rows of one sheet with its header; the rest of a table goes to further sheets. Spreadsheets stop at 1,048,576. */
  readonly maxRows?: number;
}

const MAX_ROWS = 1_048_576;
const CHUNK_CHARACTERS = 64 * 1024;
const widthOf = { text: 22, integer: 12, decimal: 16, date: 13, datetime: 20 } as const;

/**
 * Tables as one XLSX workbook in pieces, a sheet each, written as their rows come: texts are inline, so that nothing
 * grows with the rows (ECMA-376, ISO/IEC 29500 transitional). Tables are read one after the other, each once.
 */
export function writeXlsx(
  tables: AsyncIterable<Table> | Iterable<Table>,
  options: WorkbookOptions,
): AsyncGenerator<Uint8Array> {
  return writeZip(parts(tables, options), options.modifiedMs);
}

async function* parts(
  tables: AsyncIterable<Table> | Iterable<Table>,
  options: WorkbookOptions,
): AsyncGenerator<ZipFile> {
  const names: string[] = [];
  for await (const table of tables) {
    const rows = await readAhead(table.rows);
    let part = 1;
    do {
      names.push(sheetName(table.title, part === 1 ? '' : ` ${part}`));
      // The zip reads a file to its end before it asks for the next one: `hasNext` is settled by then.
      yield {
        name: `xl/worksheets/sheet${names.length}.xml`,
        content: sheet(table, rows, options),
      };
      part += 1;
    } while (rows.hasNext());
  }
  const made = { 'xl/styles.xml': stylesXml, '_rels/.rels': rootRelationsXml };
  const listing = {
    'xl/workbook.xml': workbookXml(names),
    'xl/_rels/workbook.xml.rels': workbookRelationsXml(names.length),
    '[Content_Types].xml': contentTypesXml(names.length),
  };
  for (const [name, xml] of Object.entries({ ...made, ...listing })) {
    yield { name, content: [utf8(xml)] };
  }
}

interface RowReader {
  /** True while a row is waiting. */
  hasNext(): boolean;
  /** The waiting row; call only when there is one. */
  take(): Promise<Row>;
}

async function readAhead(rows: AsyncIterable<Row>): Promise<RowReader> {
  const iterator = rows[Symbol.asyncIterator]();
  let next = await iterator.next();
  return {
    hasNext: () => next.done !== true,
    take: async () => {
      const row: Row = next.value;
      next = await iterator.next();
      return row;
    },
  };
}

async function* sheet(
  table: Table,
  rows: RowReader,
  options: WorkbookOptions,
): AsyncGenerator<Uint8Array> {
  const letters = table.columns.map((_, i) => columnLetters(i));
  const headers = table.columns.map((column, i) =>
    textCellXml(column.header, `${letters[i] ?? ''}1`, xlsxStyles.header),
  );
  let xml = `${sheetStartXml(
    options.rightToLeft,
    table.columns.map((column) => widthOf[column.type]),
  )}<row r="1">${headers.join('')}</row>`;
  let at = 1;
  while (rows.hasNext() && at < (options.maxRows ?? MAX_ROWS)) {
    const row = await rows.take();
    at += 1;
    xml += rowXml(table, row, letters, at);
    reportKeptAsText(table, row, options);
    if (xml.length >= CHUNK_CHARACTERS) {
      yield utf8(xml);
      xml = '';
    }
  }
  yield utf8(`${xml}${sheetEndXml(`A1:${letters.at(-1) ?? 'A'}${at}`)}`);
}

function rowXml(table: Table, row: Row, letters: readonly string[], at: number): string {
  const cells = table.columns.map((column, i) =>
    cellXml(row[i] ?? null, column.type, letters[i] ?? '', at),
  );
  return `<row r="${at}">${cells.join('')}</row>`;
}

function reportKeptAsText(table: Table, row: Row, options: WorkbookOptions): void {
  if (!options.onKeptAsText) return;
  for (const [i, column] of table.columns.entries()) {
    if (isKeptAsText(row[i] ?? null, column.type)) options.onKeptAsText(table.name, column.name);
  }
}
