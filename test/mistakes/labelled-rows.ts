import type { KnownPrice } from '#shared/analysis/mistakes/expect-price.ts';
import type { MistakeReference } from '#shared/analysis/mistakes/find-mistakes.ts';
import type { MistakeName } from '#shared/analysis/mistakes/mistake.ts';
import { groupBy } from '#shared/core/group-by.ts';
import type { AnswerContext } from '#shared/forms/context.ts';
import type { Chance } from '../support/chance.ts';
import { createChance } from '../support/chance.ts';
import { applyMistake } from './apply-mistake.ts';
import type { RealPrice } from './real-prices.ts';
import { contextOf, unitItems } from './row-context.ts';
import type { SoldAs } from './sold-as.ts';
import { soldAs } from './sold-as.ts';

/** A row as it was typed, what it is held against, and the mistake that was made in it; undefined for a right one. */
export interface LabelledRow {
  readonly truth: MistakeName | undefined;
  readonly way: string;
  readonly row: AnswerContext;
  readonly reference: MistakeReference;
}

export type Part = 'tuning' | 'held-out';

type Rates = ReadonlyMap<string, Readonly<Record<'IRR' | 'IQD' | 'AFN', number>>>;

const DAYS_OF_ROUND = 20;
const DAYS_OF_MEMORY = 100;
const MS_OF_DAY = 86_400_000;
const SPLIT_DAY = Date.parse('2022-07-01') / MS_OF_DAY;

/**
 * Rows made of real prices by chance, the same for one seed: how each is sold (unit, content, currency) and which
 * mistake is made in it. The figures tuned on are of half the markets before July 2022; those held out of the other
 * markets after it.
 */
export function labelledRows(
  prices: readonly RealPrice[],
  rates: Rates,
  { part, count, seed }: { readonly part: Part; readonly count: number; readonly seed: number },
): readonly LabelledRow[] {
  const chance = createChance(seed);
  const series = bySeries(prices);
  const mine = prices.filter((price) => partOf(price) === part);
  const rows: LabelledRow[] = [];
  for (let tries = 0; rows.length < count && tries < count * 20; tries++) {
    const price = mine[chance.below(mine.length)];
    const rate = price && rates.get(monthOf(price.day));
    const others = price && series.get(price.item);
    if (!price || !rate || !others) continue;
    const sold = soldAs(price, rate, chance);
    const isRight = tries % 2 === 0;
    const typed = isRight
      ? { row: sold, truth: undefined, way: 'right' }
      : applyMistake(sold, chance);
    if (!typed) continue;
    const known = knownOf(price, others, sold, chance);
    if (known.length < 3) continue;
    rows.push({
      truth: typed.truth,
      way: typed.way,
      row: contextOf(typed.row, sold),
      reference: { prices: known, units: unitItems, contents: seenContents(sold, chance) },
    });
  }
  return rows;
}

function partOf({ market, day, item }: RealPrice): Part | undefined {
  const isEven =
    Array.from(market, (letter) => letter.codePointAt(0) ?? 0).reduce((a, b) => a + b, 0) % 2 === 0;
  // Of REACH there is one round alone: it is split by market only.
  if (item.endsWith('_median')) return isEven ? 'tuning' : 'held-out';
  if (day < SPLIT_DAY) return isEven ? 'tuning' : undefined;
  return isEven ? undefined : 'held-out';
}

function bySeries(prices: readonly RealPrice[]): ReadonlyMap<string, readonly RealPrice[]> {
  return groupBy(prices, ({ item }) => item);
}

/** What is known before the row is typed: this market's last months, other markets of the round and of earlier months. */
function knownOf(
  own: RealPrice,
  others: readonly RealPrice[],
  sold: SoldAs,
  chance: Chance,
): readonly KnownPrice[] {
  const memory = chance.of(['all', 'round', 'market'] as const);
  // Figures of one survey are in one currency as a rule, which need not be the row's.
  const isOwnCurrency = sold.country === 'IRQ' || chance.below(2) === 0;
  const figures = others.flatMap((other): readonly KnownPrice[] => {
    const days = own.day - other.day;
    if (other === own || days < 0 || days > DAYS_OF_MEMORY) return [];
    const isHere = other.market === own.market;
    const circle = isHere ? 'market' : days <= DAYS_OF_ROUND ? 'round' : 'history';
    if (memory === 'round' && circle !== 'round') return [];
    if (memory === 'market' && circle !== 'market') return [];
    const amount = isOwnCurrency ? other.price * sold.isoPerAfn : other.price;
    const currency = isOwnCurrency ? sold.iso : 'AFN';
    return [{ amount, currency, days, circle, sameSpec: true }];
  });
  const most = chance.of([4, 8, 30]);
  return figures.toSorted(() => chance.below(3) - 1).slice(0, most);
}

function seenContents(sold: SoldAs, chance: Chance): MistakeReference['contents'] {
  return sold.size === undefined || chance.below(3) === 0
    ? []
    : [{ unit: sold.container, content: sold.size }];
}

function monthOf(day: number): string {
  return new Date(day * MS_OF_DAY).toISOString().slice(0, 7);
}
