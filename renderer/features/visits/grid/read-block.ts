import { parse } from 'csv-parse/browser/esm/sync';

/** Cells as they lie in a table, row by row. */
export type Block = readonly (readonly string[])[];

/** What a clipboard holds. */
interface Clipboard {
  readonly text: string;
  readonly html: string;
}

/**
 * Reads a block of cells that was copied from a spreadsheet: from its HTML where that is a table (LibreOffice writes its numbers
 * there without formatting), else from its text with tabs. Undefined where it is a single cell.
 */
export function readBlock({ text, html }: Clipboard): Block | undefined {
  const table = html === '' ? [] : readTable(html);
  const block = table.length > 0 ? table : readText(text);
  return block.length > 1 || (block[0]?.length ?? 0) > 1 ? block : undefined;
}

function readText(text: string): Block {
  if (!/[\t\n]/.test(text)) return [[text]];
  try {
    const rows: Block = parse(text, { ...tabs, quote: '"' });
    return withoutEnd(rows);
  } catch {
    // A quotation mark that is no frame around a cell: an inch, say.
    const rows: Block = parse(text, { ...tabs, quote: null });
    return withoutEnd(rows);
  }
}

const tabs = { delimiter: '\t', relax_column_count: true, relax_quotes: true } as const;

function readTable(html: string): Block {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const rows = [...(page.querySelector('table')?.rows ?? [])];
  return withoutEnd(
    rows.map((row) =>
      [...row.cells].flatMap((cell) => [
        textOf(cell),
        ...Array.from({ length: cell.colSpan - 1 }, () => ''),
      ]),
    ),
  );
}

/** `data-code`: a choice copied from this grid; `sdval`: a number of LibreOffice. */
function textOf(cell: HTMLTableCellElement): string {
  const own = cell.dataset['code'] ?? cell.getAttribute('sdval');
  return own ?? (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}

/** Spreadsheets end a block with an empty line. */
function withoutEnd(rows: Block): Block {
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''));
  return rows.slice(0, last + 1);
}
