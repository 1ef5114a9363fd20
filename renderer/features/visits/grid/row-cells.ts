import { dataText } from '#shared/core/bidi.ts';
import { directionOf } from '#shared/core/language.ts';
import { answerText } from '../../../forms/answer-text.ts';
import type { AnswerReader } from '../../../forms/answer-text.ts';
import type { CellLook } from './cell-view.tsx';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './grid-row.ts';
import { isBlank, isOpenCell } from './grid-row.ts';
import type { RowReader } from './row-status.ts';

/** What a cell says: the answer in words, or the text that is none yet. */
export function cellText(row: GridRow, { name, field }: GridColumn, reader: AnswerReader): string {
  const { answers, raw } = row.content;
  const typed = raw[name];
  return typed === undefined
    ? answerText('price', name, field, answers[name], reader)
    : dataText(typed, directionOf[reader.language]);
}

export function cellLook(row: GridRow, reader: RowReader, column: GridColumn): CellLook {
  const { name } = column;
  const { content, hasDraft } = row;
  if (!isBlank(row) && !reader.shown(row).has(name)) return 'off';
  // Of what is finished, or not begun, nothing is to be found any more.
  if (!hasDraft) return content.carried.includes(name) ? 'carried' : 'plain';
  if (content.raw[name] !== undefined) return 'unread';
  const status = reader.status(row);
  if (isOpenCell(row, status, column)) return 'open';
  const findings = status.findings.get(name) ?? [];
  if (findings.some(({ severity }) => severity === 'stop')) return 'unread';
  if (findings.length > 0) return 'warned';
  return content.carried.includes(name) ? 'carried' : 'plain';
}
