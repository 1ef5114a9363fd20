import { isCustomaryUnit, unitFactor } from '#shared/forms/calculations/content.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { AnswerContext, UnitFactor } from '#shared/forms/context.ts';

/** A customary unit that something is sold in, its base unit, and what one of it is taken for where that is known. */
export interface UnitMeasure {
  readonly unit: string;
  readonly base: string;
  readonly factor: UnitFactor | undefined;
}

/** The measure of a row's unit; undefined where it has none yet, or one that a standard fixes. */
export function measureOf(row: AnswerContext): UnitMeasure | undefined {
  const unit = textAnswer(row.answers['sale_unit']);
  const item = unit === undefined ? undefined : row.item('unit', unit);
  const base = textAnswer(item?.['base_unit']);
  if (unit === undefined || base === undefined || !isCustomaryUnit(item)) return undefined;
  return { unit, base, factor: unitFactor(unit, row) };
}
