import { answerText } from '../../../forms/answer-text.ts';
import type { AnswerReader } from '../../../forms/answer-text.ts';
import type { FormStatus } from '../../../forms/form-status.ts';
import type { CellLook } from './cell-view.tsx';
import type { GridColumn } from './grid-columns.ts';
import type { GridRow } from './grid-row.ts';
import { isBlank, isOpenCell } from './grid-row.ts';

/** What a cell says: the answer in words, or the text that is none yet. */
export function cellText(row: GridRow, { name, field }: GridColumn, reader: AnswerReader): string {
  const { answers, raw } = row.content;
  return raw[name] ?? answerText('price', name, field, answers[name], reader);
}

export function cellLook(row: GridRow, status: FormStatus, column: GridColumn): CellLook {
  const { name } = column;
  const { content, hasDraft } = row;
  if (!status.shown.has(name)) return isBlank(row) ? 'plain' : 'off';
  if (content.raw[name] !== undefined) return 'unread';
  if (hasDraft && isOpenCell(row, status, column)) return 'open';
  const findings = hasDraft ? (status.findings.get(name) ?? []) : [];
  if (findings.some(({ severity }) => severity === 'stop')) return 'unread';
  if (findings.length > 0) return 'warned';
  return content.carried.includes(name) ? 'carried' : 'plain';
}
