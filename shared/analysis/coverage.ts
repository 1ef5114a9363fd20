import { groupBy } from '../core/group-by.ts';
import type { Answers } from '../forms/answers.ts';
import { isAnswered, textAnswer } from '../forms/answers.ts';

// REACH shows a price of a market from three quotations on.
const MIN_QUOTATIONS = 3;

/** A price record of the round with the answers of its visit; `isOut`: rejected, so that it counts for nothing. */
export interface CountedPrice {
  readonly record: string;
  readonly visitRecord: string;
  readonly visit: Answers;
  readonly answers: Answers;
  readonly isOut: boolean;
}

/**
 * How one product at one level of trade stands in one market. `wanted`: quotations assigned, 0 where none are.
 * `state`: `enough` as wanted; `three` enough to be shown, less than wanted; `short` fewer than three;
 * `none`; `unavailable`: asked for, and not sold there.
 */
export interface CoverageCell {
  readonly market: string;
  readonly product: string;
  readonly level: string;
  readonly wanted: number;
  readonly have: number;
  readonly state: 'enough' | 'three' | 'short' | 'none' | 'unavailable';
  readonly records: readonly CountedPrice[];
  readonly persons: readonly string[];
}

interface Wish {
  readonly market: string;
  readonly product: string;
  readonly level: string;
  readonly quotations: number;
  readonly person: string;
}

/**
 * What a round has and wants, by market, product and level: its assignments and its finished prices. A quotation counts
 * where an amount was given; of several assignments of one cell the quotations add up.
 */
export function coverageOf(
  round: string,
  assignments: readonly Answers[],
  prices: readonly CountedPrice[],
): readonly CoverageCell[] {
  const wishes = groupBy(
    assignments.filter((each) => each['round'] === round).flatMap(wishesOf),
    keyOf,
  );
  const counted = groupBy(
    prices.filter(({ visit, isOut }) => visit['round_id'] === round && !isOut),
    ({ visit, answers }) =>
      keyOf({
        market: textAnswer(visit['market_id']) ?? '',
        product: textAnswer(answers['product_id']) ?? '',
        // What is not sold has no price level: it was asked for at the outlet's.
        level: textAnswer(answers['price_level']) ?? textAnswer(visit['market_level']) ?? '',
      }),
  );
  return [...new Set([...wishes.keys(), ...counted.keys()])].map((key) => {
    const asked = wishes.get(key) ?? [];
    const records = counted.get(key) ?? [];
    const [market = '', product = '', level = ''] = key.split('|');
    const wanted = asked.reduce((sum, { quotations }) => sum + quotations, 0);
    const have = records.filter(({ answers }) => isAnswered(answers['price_amount'])).length;
    return {
      market,
      product,
      level,
      wanted,
      have,
      state: stateOf(have, wanted, records.length),
      records,
      persons: [...new Set(asked.map(({ person }) => person))],
    };
  });
}

/** The cells of a market that still lack quotations, those that lack most first; what is not sold there is not asked for again. */
export function stillNeeded(
  cells: readonly CoverageCell[],
  place: { readonly market: string; readonly level?: string | undefined },
): readonly CoverageCell[] {
  return cells
    .filter(
      ({ market, level, have, wanted, state }) =>
        market === place.market &&
        (place.level === undefined || level === place.level) &&
        have < wanted &&
        state !== 'unavailable',
    )
    .toSorted((a, b) => a.have - b.have || b.wanted - a.wanted);
}

function stateOf(have: number, wanted: number, records: number): CoverageCell['state'] {
  if (have === 0) return records > 0 ? 'unavailable' : 'none';
  if (have >= Math.max(wanted, MIN_QUOTATIONS)) return 'enough';
  return have >= MIN_QUOTATIONS ? 'three' : 'short';
}

function wishesOf(assignment: Answers): readonly Wish[] {
  const products = assignment['products'];
  const quotations = assignment['quotations'];
  if (!Array.isArray(products)) return [];
  return products.flatMap((product) =>
    typeof product === 'string'
      ? [
          {
            product,
            market: textAnswer(assignment['market']) ?? '',
            level: textAnswer(assignment['level']) ?? '',
            quotations: typeof quotations === 'number' ? quotations : MIN_QUOTATIONS,
            person: textAnswer(assignment['person']) ?? '',
          },
        ]
      : [],
  );
}

function keyOf({ market, product, level }: Pick<Wish, 'market' | 'product' | 'level'>): string {
  return [market, product, level].join('|');
}
