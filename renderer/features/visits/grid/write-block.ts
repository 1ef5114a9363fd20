import { withoutIsolates } from '#shared/core/bidi.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { AnswerReader } from '../../../forms/answer-text.ts';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './grid-row.ts';
import { cellText } from './row-cells.ts';

/** A block of cells for the clipboard: as text with tabs, and as a table. */
interface WrittenBlock {
  readonly text: string;
  readonly html: string;
}

/** Cells for a spreadsheet: numbers in Latin digits, so that it reads them as numbers; choices by their names. */
export function writeBlock(
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
  reader: AnswerReader,
): WrittenBlock {
  const cells = rows.map((row) => columns.map((column) => cellOf(row, column, reader)));
  return {
    text: cells.map((row) => row.map(({ text }) => framed(text)).join('\t')).join('\n'),
    html: `<table>${cells.map((row) => `<tr>${row.map(htmlOf).join('')}</tr>`).join('')}</table>`,
  };
}

interface WrittenCell {
  readonly text: string;
  readonly code: string | undefined;
  readonly isNumber: boolean;
}

function cellOf(row: GridRow, column: GridColumn, reader: AnswerReader): WrittenCell {
  const { name, field } = column;
  const value = textAnswer(row.content.answers[name]);
  const isNumber = field.kind === 'decimal' && value !== undefined;
  return {
    text: isNumber ? value : plainText(row, column, reader),
    code: field.kind === 'select_one' ? value : undefined,
    isNumber,
  };
}

/** A text as it was typed, a choice by its name: in another program nothing is isolated. */
function plainText(row: GridRow, column: GridColumn, reader: AnswerReader): string {
  const { answers, raw } = row.content;
  const { name, field } = column;
  const typed = raw[name] ?? (field.kind === 'text' ? textAnswer(answers[name]) : undefined);
  return typed ?? withoutIsolates(cellText(row, column, reader));
}

/** A cell with a tab, line or quotation mark in it stands in quotation marks, as spreadsheets write it. */
function framed(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function htmlOf({ text, code, isNumber }: WrittenCell): string {
  const attributes = [
    code === undefined ? '' : ` data-code="${escaped(code)}"`,
    isNumber ? ` x:num="${text}" sdval="${text}"` : '',
  ].join('');
  return `<td${attributes}>${escaped(text)}</td>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
