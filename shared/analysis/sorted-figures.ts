import type { Decimal } from '../core/decimal.ts';
import { add, compare, divide } from '../core/decimal.ts';

/** Amounts of one currency in order, each with the record it comes from, so that any one can be left out at no cost. */
export interface SortedFigures {
  readonly currency: string;
  readonly amounts: readonly Decimal[];
  readonly placeOf: ReadonlyMap<string, number>;
}

const TWO = '2' as Decimal;

/** Sorts figures of one currency: of several, those of the one most of them are in, because they make no median together. */
export function sortFigures(
  figures: readonly {
    readonly amount: Decimal;
    readonly currency: string;
    readonly record: string;
  }[],
): SortedFigures | undefined {
  const currency = mostCommon(figures.map((figure) => figure.currency));
  if (currency === undefined) return undefined;
  const sorted = figures
    .filter((figure) => figure.currency === currency)
    .toSorted((a, b) => compare(a.amount, b.amount));
  return {
    currency,
    amounts: sorted.map(({ amount }) => amount),
    placeOf: new Map(sorted.map(({ record }, place) => [record, place])),
  };
}

/** The median without the figure of `except`, and of how many it is; undefined of none. */
export function medianWithout(
  { amounts, placeOf }: SortedFigures,
  except: string | undefined,
): { readonly amount: Decimal; readonly count: number } | undefined {
  const left = except === undefined ? undefined : placeOf.get(except);
  const count = amounts.length - (left === undefined ? 0 : 1);
  function at(place: number): Decimal | undefined {
    return amounts[left !== undefined && place >= left ? place + 1 : place];
  }
  const [lower, upper] = [at(Math.ceil(count / 2) - 1), at(Math.floor(count / 2))];
  if (count === 0 || lower === undefined || upper === undefined) return undefined;
  const amount = divide(add(lower, upper), TWO);
  return amount === undefined ? undefined : { amount, count };
}

function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
