import type { Decimal } from '../../core/decimal.ts';
import { isDecimal, toNumber } from '../../core/decimal.ts';
import type { Answers } from '../../forms/answers.ts';
import { textAnswer } from '../../forms/answers.ts';
import type { AnswerContext } from '../../forms/context.ts';
import { numberAnswer } from '../../forms/resolve-operand.ts';
import type { MistakeName, PossibleMistake } from './mistake.ts';

/** A unit of the register. */
export interface UnitItem {
  readonly code: string;
  readonly answers: Answers;
}

/** A container that a product was sold in before: how much of its standard unit it held. */
export interface SeenContent {
  readonly unit: string;
  readonly content: Decimal;
}

// Sizes that goods come in all over, by standard unit; those seen with the product count for more.
const usualSizes: Readonly<Record<string, readonly number[]>> = {
  kg: [50, 25, 5, 10, 20, 40, 100],
  l: [5, 16, 18, 20],
  piece: [],
  m: [100],
  m2: [],
};
const thousandths: Readonly<Record<string, string>> = { kg: 'g', l: 'ml' };
const thousands: Readonly<Record<string, string>> = { kg: 't', l: 'm3' };

/** Mistakes of unit, net content and quantity that a row admits of; `perUnit`: what one sale unit holds as typed. */
export function unitMistakes(
  perUnit: number,
  standard: string,
  context: AnswerContext,
  known: { readonly units: readonly UnitItem[]; readonly contents: readonly SeenContent[] },
): readonly PossibleMistake[] {
  const unit = textAnswer(context.answers['sale_unit']) ?? '';
  const item = context.item('unit', unit);
  const isContainer = item?.['needs_content'] === 'yes';
  const row = { perUnit, standard, unit, isContainer, isCustomary: isCustomary(item) };
  return [
    ...otherUnits(row, context, known.units),
    ...otherContents(row, known.contents, context),
    ...contentUnits(row, context),
    ...quantityMistakes(context),
  ];
}

interface Row {
  readonly perUnit: number;
  readonly standard: string;
  readonly unit: string;
  readonly isContainer: boolean;
  readonly isCustomary: boolean;
}

/** The row was priced in another unit than the one noted. */
function otherUnits(
  row: Row,
  context: AnswerContext,
  units: readonly UnitItem[],
): readonly PossibleMistake[] {
  return units.flatMap(({ code, answers }) => {
    const factor = textAnswer(answers['factor_to_base']);
    if (code === row.unit || answers['base_unit'] !== row.standard) return [];
    if (factor === undefined || !isDecimal(factor)) return [];
    const found = relation(row, { code, answers }, context, units);
    if (found === undefined) return [];
    const cleared = row.isContainer ? { net_content: undefined, net_content_unit: undefined } : {};
    return [
      {
        ...found,
        factor: toNumber(factor) / row.perUnit,
        correction: { sale_unit: code, ...cleared },
      },
    ];
  });
}

function relation(
  row: Row,
  other: UnitItem,
  context: AnswerContext,
  units: readonly UnitItem[],
): { readonly name: MistakeName; readonly weight: number } | undefined {
  const { standard, unit } = row;
  if (row.isContainer)
    return other.code === standard ? { name: 'bag_size', weight: 0.6 } : undefined;
  if (isCustomary(other.answers)) {
    const weight = weightHere(other, context, units);
    return { name: 'seer_man', weight: row.isCustomary ? weight * sameName(row, other) : weight };
  }
  if (row.isCustomary) return other.code === standard ? { name: 'seer_man', weight: 1 } : undefined;
  for (const [code, name, weight] of countUnits) {
    const isTaken = other.code === code && unit === standard;
    if (isTaken || (unit === code && other.code === standard)) return { name, weight };
  }
  if (unit === thousandths[standard] || unit === thousands[standard]) {
    return other.code === standard ? { name: 'gram_kilogram', weight: 1 } : undefined;
  }
  if (other.code === thousandths[standard]) {
    // Quantities of hundreds are grams; a price of a single gram is rare.
    const quantity = numberAnswer('sale_qty', context);
    const isMany = quantity !== undefined && toNumber(quantity) >= 50;
    return { name: 'gram_kilogram', weight: isMany ? 2 : 0.4 };
  }
  return other.code === thousands[standard] ? { name: 'gram_kilogram', weight: 0.3 } : undefined;
}

const countUnits = [
  ['dozen', 'dozen', 1],
  ['egg_tray_30', 'bag_size', 0.1],
] as const;

function isCustomary(unit: Answers | undefined): boolean {
  return textAnswer(unit?.['country']) !== undefined;
}

/** How usual a customary measure is at the place of the visit: its region names the province, or the whole country. */
function weightHere(
  { answers, code }: UnitItem,
  { visit }: AnswerContext,
  units: readonly UnitItem[],
): number {
  if (answers['country'] !== visit?.['country']) return 0.01;
  const region = textAnswer(answers['region']) ?? '';
  const province = textAnswer(visit?.['admin1_pcode']) ?? '-';
  if (region === '') return smallMeasures.has(code) ? 0.03 : 0.1;
  if (region.includes(province)) return isLarge(code) ? 0.2 : 0.8;
  if (!region.includes('most provinces')) return 0.02;
  return hasOwnMeasure(units, province) ? 0.1 : 0.6;
}

// Where a province has a measure of its own, that of most provinces is hardly used.
function hasOwnMeasure(units: readonly UnitItem[], province: string): boolean {
  return units.some(({ answers }) => {
    const region = textAnswer(answers['region']) ?? '';
    return region.includes(province) && !region.includes('most provinces');
  });
}

// Parts of a seer: goods are weighed in them, but prices of their size are near the right one.
const smallMeasures: ReadonlySet<string> = new Set(['misqal', 'khurd', 'pao_af', 'charak']);

function isLarge(code: string): boolean {
  return code.startsWith('kharwar') || code === 'man_kabul';
}

/** Measures of one name in two regions are taken for each other; those of different names hardly are. */
function sameName(row: Row, other: UnitItem): number {
  return row.unit.split('_')[0] === other.code.split('_')[0] ? 1 : 0.1;
}

/** A whole container for its content, or another size of it. */
function otherContents(
  row: Row,
  contents: readonly SeenContent[],
  context: AnswerContext,
): readonly PossibleMistake[] {
  const seen = contents.map(({ unit, content }) => ({
    unit,
    size: toNumber(content),
    weight: 0.8,
  }));
  const usual = (usualSizes[row.standard] ?? []).map((size, place) => ({
    unit: row.isContainer ? row.unit : 'bag',
    size,
    weight: place < 2 ? 0.25 : 0.1,
  }));
  const known = new Set(seen.map(({ size }) => size));
  const wholes = [...seen, ...usual.filter(({ size }) => !known.has(size))];
  const typed = numberAnswer('net_content', context);
  // A content of one is what stands there when nobody asked for it.
  const isOne = row.isContainer && typed === '1';
  // The same number in another unit is a mistake of that unit, not of the size.
  const typedSize = typed === undefined ? undefined : toNumber(typed);
  return wholes.flatMap(({ unit, size, weight }) =>
    size === row.perUnit || size === typedSize || size === 1 || row.isCustomary
      ? []
      : [
          {
            name: 'bag_size' as const,
            factor: size / row.perUnit,
            correction: {
              sale_unit: unit,
              net_content: String(size),
              net_content_unit: row.standard,
            },
            weight: isOne ? weight * 8 : row.isContainer ? weight / 5 : weight,
          },
        ],
  );
}

/** The net content in grams under kilograms, or the other way round. */
function contentUnits(row: Row, context: AnswerContext): readonly PossibleMistake[] {
  const small = thousandths[row.standard];
  const content = numberAnswer('net_content', context);
  const unit = textAnswer(context.answers['net_content_unit']);
  if (!row.isContainer || small === undefined || content === undefined) return [];
  if (unit === small) {
    return [
      {
        name: 'gram_kilogram',
        factor: 1000,
        correction: { net_content_unit: row.standard },
        weight: toNumber(content) <= 100 ? 1 : 0.2,
      },
    ];
  }
  return unit === row.standard
    ? [
        {
          name: 'gram_kilogram',
          factor: 0.001,
          correction: { net_content_unit: small },
          weight: toNumber(content) >= 50 ? 1.5 : 0.3,
        },
      ]
    : [];
}

/** The price of one, noted for several. */
function quantityMistakes(context: AnswerContext): readonly PossibleMistake[] {
  const quantity = numberAnswer('sale_qty', context);
  if (quantity === undefined || quantity === '1') return [];
  return [
    {
      name: 'quantity',
      factor: 1 / toNumber(quantity),
      correction: { sale_qty: '1' },
      weight: 1.2,
    },
  ];
}
