import type { Decimal } from '../../core/decimal.ts';
import { isDecimal, multiply } from '../../core/decimal.ts';
import type { Answers } from '../answers.ts';
import { textAnswer } from '../answers.ts';
import type { AnswerContext, UnitFactor } from '../context.ts';

/** A unit as sold or bought, with its net content where it has no fixed factor. */
export interface Content {
  readonly unit: string | undefined;
  readonly amount: Decimal | undefined;
  readonly amountUnit: string | undefined;
}

/**
 * What one unit holds in the product's standard unit (kg, l, m, m2, piece): by its net content where it has no fixed
 * size, else by what it was weighed to hold in this place, else by the register's factor, which may be regional (a Kabul
 * seer is 7.066 kg). Undefined where a register item or the content is missing, or the unit measures another dimension.
 */
export function contentInStandardUnit(
  content: Content,
  product: string | undefined,
  context: AnswerContext,
): Decimal | undefined {
  const standard = standardUnit(product, context);
  const unit = itemOf('unit', content.unit, context);
  if (standard === undefined || unit === undefined) return undefined;
  if (unit['needs_content'] === 'yes' && content.amount !== undefined) {
    const per = itemOf('unit', content.amountUnit, context);
    const factor = per && factorTo(standard, per);
    return factor === undefined ? undefined : multiply(content.amount, factor);
  }
  return unit['base_unit'] === standard ? unitFactor(content.unit, context)?.factor : undefined;
}

/** What one unit holds in its base unit, and how that is known; undefined where neither place nor register say. */
export function unitFactor(
  unit: string | undefined,
  context: AnswerContext,
): UnitFactor | undefined {
  const item = itemOf('unit', unit, context);
  if (unit === undefined || item === undefined) return undefined;
  const weighed = isCustomaryUnit(item) ? context.references.unitFactor?.(unit) : undefined;
  if (weighed) return weighed;
  const factor = textAnswer(item['factor_to_base']);
  return factor !== undefined && isDecimal(factor) ? { factor, source: 'register' } : undefined;
}

/** Whether a unit may hold something else from place to place: it measures a base unit, and no standard fixes how much of it. */
export function isCustomaryUnit(unit: Answers | undefined): boolean {
  return unit?.['base_unit'] !== undefined && unit['confidence'] !== 'exact';
}

/**
 * Whether a unit can be brought to the product's standard unit: it has the same base unit, or its net content is asked.
 * Undefined where the product (a new one has none) or the unit is not in its register.
 */
export function isConvertible(
  unitCode: string | undefined,
  product: string | undefined,
  context: AnswerContext,
): boolean | undefined {
  const standard = standardUnit(product, context);
  const unit = itemOf('unit', unitCode, context);
  if (standard === undefined || unit === undefined) return undefined;
  return unit['needs_content'] === 'yes' || factorTo(standard, unit) !== undefined;
}

function standardUnit(product: string | undefined, context: AnswerContext): string | undefined {
  return textAnswer(itemOf('product', product, context)?.['std_unit']);
}

function factorTo(standard: string, unit: Answers): Decimal | undefined {
  const factor = textAnswer(unit['factor_to_base']);
  return unit['base_unit'] === standard && factor !== undefined && isDecimal(factor)
    ? factor
    : undefined;
}

function itemOf(
  register: 'unit' | 'product',
  code: string | undefined,
  context: AnswerContext,
): Answers | undefined {
  return code === undefined ? undefined : context.item(register, code);
}
