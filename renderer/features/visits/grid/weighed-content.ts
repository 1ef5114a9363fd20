import { isGiven, textAnswer } from '#shared/forms/answers.ts';
import { measureOf } from '../unit-measure.ts';
import type { RowAnswer } from './grid-acts.ts';
import type { GridRow } from './grid-row.ts';
import type { RowReader } from './row-status.ts';

/**
 * The net content of a row in a unit that has no fixed one (a huqqa): what it was weighed to hold, where nothing was given.
 * All other units need none: their factor is looked up.
 */
export function weighedContent(
  row: GridRow,
  unit: string,
  reader: Pick<RowReader, 'context'>,
): readonly RowAnswer[] {
  const { answers, raw } = row.content;
  if (textAnswer(answers['sale_unit']) !== unit) return [];
  if (isGiven(answers['net_content']) || raw['net_content'] !== undefined) return [];
  const context = { ...reader.context(row), answers };
  const measure = measureOf(context);
  if (context.item('unit', unit)?.['needs_content'] !== 'yes' || !measure?.factor) return [];
  return [
    { row: row.id, field: 'net_content', value: measure.factor.factor, isCarried: true },
    { row: row.id, field: 'net_content_unit', value: measure.base, isCarried: true },
  ];
}
