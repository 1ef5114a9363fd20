import type { Decimal } from '../core/decimal.ts';
import { isDecimal } from '../core/decimal.ts';
import type { PlainDate } from '../core/plain-date.ts';
import { daysBetween, isPlainDate } from '../core/plain-date.ts';
import type { Answers } from '../forms/answers.ts';
import { textAnswer } from '../forms/answers.ts';
import type { References, UnitFactor } from '../forms/context.ts';

/** An item of the register of local measures: what a unit holds in its base unit, weighed on a day, and where that holds. */
export interface BookedFactor {
  readonly item: string;
  readonly unit: string;
  readonly factor: Decimal;
  readonly dated: PlainDate;
  readonly country: string | undefined;
  readonly province: string | undefined;
  readonly market: string | undefined;
}

/** The register of local measures, newest first; items without unit, day or a readable factor are left out. */
export function bookFactors(
  items: readonly { readonly code: string; readonly answers: Answers }[],
): readonly BookedFactor[] {
  return items
    .flatMap(({ code, answers }) => {
      const [unit, factor, dated] = [answers['unit'], answers['factor'], answers['dated']].map(
        textAnswer,
      );
      if (unit === undefined || factor === undefined || !isDecimal(factor)) return [];
      if (dated === undefined || !isPlainDate(dated)) return [];
      return [
        {
          item: code,
          unit,
          factor,
          dated,
          country: textAnswer(answers['country']),
          province: textAnswer(answers['admin1_pcode']),
          market: textAnswer(answers['market']),
        },
      ];
    })
    .toSorted((a, b) => (a.dated < b.dated ? 1 : a.dated > b.dated ? -1 : 0));
}

/**
 * What units hold where a visit is, on its day: of what was weighed, the nearest in place (its market, its province as a
 * whole, another market of the province, the country as a whole), then the latest that day; what was weighed later only
 * where nothing was before. Nothing of another province: a man is 4 kg in Herat and 56 in Kabul (domain notes 3).
 */
export function createFactorReferences(
  book: readonly BookedFactor[],
  visit: Answers,
  today: PlainDate,
): Required<Pick<References, 'unitFactor'>> {
  const day = (textAnswer(visit['visit_date']) as PlainDate | undefined) ?? today;
  const known = new Map<string, UnitFactor | undefined>();
  return {
    unitFactor(unit) {
      // Asked on every keystroke, and the same all the time.
      if (!known.has(unit)) known.set(unit, nearest(book, unit, visit, day));
      return known.get(unit);
    },
  };
}

function nearest(
  book: readonly BookedFactor[],
  unit: string,
  visit: Answers,
  day: PlainDate,
): UnitFactor | undefined {
  const [found] = book
    .filter((each) => each.unit === unit)
    .flatMap((each) => {
      const place = distance(each, visit);
      const days = daysBetween(each.dated, day);
      return place === undefined ? [] : [{ each, place, isLater: days < 0, days: Math.abs(days) }];
    })
    .toSorted(
      (a, b) => a.place - b.place || Number(a.isLater) - Number(b.isLater) || a.days - b.days,
    );
  if (found === undefined) return undefined;
  const { factor, dated, item, market } = found.each;
  return { factor, source: 'weighed', dated, item, ...(market === undefined ? {} : { market }) };
}

/** How far the place of a measure is from a visit, in steps; undefined where it says nothing of it. */
function distance({ country, province, market }: BookedFactor, visit: Answers): number | undefined {
  const isHere = market !== undefined && market === visit['market_id'];
  if (isHere) return 0;
  if (province !== undefined) {
    if (province !== visit['admin1_pcode']) return undefined;
    return market === undefined ? 1 : 2;
  }
  return market === undefined && country === visit['country'] ? 3 : undefined;
}

/** The factor a finished price was worked out with, as what it is worked out with again. */
export function keptFactor(answers: Answers): Pick<References, 'unitFactor'> {
  const factor = textAnswer(answers['unit_factor']);
  if (factor === undefined || !isDecimal(factor)) return {};
  return {
    unitFactor: (unit) =>
      unit === answers['sale_unit'] ? { factor, source: 'weighed' } : undefined,
  };
}
