import type { Decimal } from '../../core/decimal.ts';
import { toNumber } from '../../core/decimal.ts';
import { textAnswer } from '../../forms/answers.ts';
import { contentInStandardUnit } from '../../forms/calculations/content.ts';
import { fxRate, toIsoMoney } from '../../forms/calculations/exchange.ts';
import type { PriceTerms } from '../../forms/calculations/price-terms.ts';
import { pricePerStandardUnit, quotationTerms } from '../../forms/calculations/price-terms.ts';
import type { AnswerContext } from '../../forms/context.ts';
import { amountMistakes, saidWithoutThousands } from './amount-mistakes.ts';
import type { KnownPrice } from './expect-price.ts';
import { expectPrice } from './expect-price.ts';
import type { PossibleMistake, PriceExpectation, PriceFinding } from './mistake.ts';
import type { SeenContent, UnitItem } from './unit-mistakes.ts';
import { unitMistakes } from './unit-mistakes.ts';

/** What a quotation is held against: known prices of the item, the units of the register, containers it was sold in. */
export interface MistakeReference {
  readonly prices: readonly KnownPrice[];
  readonly units: readonly UnitItem[];
  readonly contents: readonly SeenContent[];
}

// Shares of prices as typed. A mistake of weight 1 happens once in 150 rows, a price like no other once in 5,000.
const RIGHT = 0.95;
const MISTAKE = 1 / 150;
const STRANGE = 0.0002;
// Strange prices lie anywhere between a hundred-thousandth and a hundred thousand times the right one.
const STRANGE_WIDTH = 2 * Math.log(1e5);
// Right prices have heavier tails than the normal distribution (Student's t), mistaken ones lighter: a price that is
// far from a factor was not made by it.
const RIGHT_FREEDOM = 4;
const MISTAKE_FREEDOM = 5;
// Domain notes 1.6: robust z above 3.5 of at least eight figures; of fewer, outside half to twice.
const FAR_Z = 3.5;
const ENOUGH = 8;
const FAR_RATIO = Math.log(2);
const SHOWN_CERTAINTY = 0.03;
// From here on what a far price is like is said, though it may be right.
const LIKE_ONE = 0.2;

/**
 * Holds a quotation against what is known and names what is likely wrong with it: the detector of domain notes 1.6.
 *
 * In: `row`, the answers of the price form with the visit's (country, province, currency) and the registers around them;
 * `reference`, known prices per standard unit with how near they are. Out: findings, the likeliest first: each a named
 * mistake with the answers that put it right (`correction`), the price typed by the price expected (`ratio`) and how
 * likely it is (`certainty`); one finding `unusual` where the price is far off and like no known mistake; none for a
 * price that is as expected, is not complete yet, or has nothing to be held against.
 *
 * How: the ratio r of price to expectation is compared with the factor f of every mistake the row admits of. Each
 * mistake, a right price (f = 1) and a strange one are weighed by Bayes' rule: how often it happens to such a row times
 * Student's t of (ln r - ln f) over the spread of prices. So factors that lie near each other are told apart by what the
 * row says: its currency and direction (10: toman for rial, rial for toman, else a zero; 1000: thousands in dinars and
 * tomans, grams where unit or content says so), its product (12 only of things counted), its province (seer and man).
 */
export function findMistakes(
  row: AnswerContext,
  reference: MistakeReference,
): readonly PriceFinding[] {
  const terms = quotationTerms(row);
  if (terms === undefined) return [];
  const price = pricePerStandardUnit(terms, row);
  if (price === undefined || toNumber(price.amount) <= 0) return habitAlone(terms);
  const held = holdAgainst(price, row, reference);
  if (held === undefined) return habitAlone(terms);
  return judge(held, possibleMistakes(terms, row, reference));
}

function possibleMistakes(
  terms: PriceTerms,
  row: AnswerContext,
  reference: Pick<MistakeReference, 'units' | 'contents'>,
): readonly PossibleMistake[] {
  const content = contentInStandardUnit(terms.content, terms.product, row);
  const standard = textAnswer(row.item('product', terms.product)?.['std_unit']);
  return [
    ...amountMistakes(terms.money.amount, row),
    ...(content === undefined || standard === undefined
      ? []
      : unitMistakes(toNumber(content), standard, row, reference)),
  ];
}

// In the row's own currency where that is known, else in that of most figures.
function expectationFor(
  currency: string,
  prices: readonly KnownPrice[],
): PriceExpectation | undefined {
  return expectPrice(prices, currency) ?? expectPrice(prices, mostCommon(prices) ?? currency);
}

interface Held {
  /** ln of price typed by price expected. */
  readonly distance: number;
  readonly spread: number;
  readonly count: number;
  readonly basis: PriceExpectation['basis'];
}

function holdAgainst(
  price: { readonly amount: Decimal; readonly currency: string },
  row: AnswerContext,
  { prices }: MistakeReference,
): Held | undefined {
  const iso = toIsoMoney(price, row);
  if (iso === undefined) return undefined;
  const expected = expectationFor(iso.currency, prices);
  if (expected === undefined) return undefined;
  const exchange = exchangeOf(iso.currency, expected.currency, row);
  if (exchange === undefined) return undefined;
  const distance = Math.log((toNumber(iso.amount) * exchange) / toNumber(expected.amount));
  const { spread, count, basis } = expected;
  return { distance, spread, count, basis };
}

function exchangeOf(from: string, to: string, row: AnswerContext): number | undefined {
  if (from === to) return 1;
  const [own, other] = [fxRate(from, row)?.rate, fxRate(to, row)?.rate];
  return own && other && toNumber(other) / toNumber(own);
}

function judge(held: Held, possible: readonly PossibleMistake[]): readonly PriceFinding[] {
  const { distance, spread, count, basis } = held;
  function density(factor: number, freedom: number): number {
    const z = (distance - Math.log(factor)) / spread;
    return (1 + z ** 2 / freedom) ** (-(freedom + 1) / 2) / spread;
  }
  const right = RIGHT * density(1, RIGHT_FREEDOM);
  const strange = STRANGE / STRANGE_WIDTH;
  const weighed = possible.map((mistake) => ({
    mistake,
    share: MISTAKE * mistake.weight * density(mistake.factor, MISTAKE_FREEDOM),
  }));
  const total = weighed.reduce((sum, { share }) => sum + share, right + strange);
  const ratio = Math.exp(distance);
  const named = weighed
    .toSorted((a, b) => b.share - a.share)
    .flatMap(({ mistake: { name, correction }, share }): readonly PriceFinding[] => {
      const certainty = share / total;
      return certainty < SHOWN_CERTAINTY ? [] : [{ name, ratio, basis, correction, certainty }];
    });
  const isFar =
    count >= ENOUGH ? Math.abs(distance) > FAR_Z * spread : Math.abs(distance) > FAR_RATIO;
  const isWrong = right / total < 0.5;
  if (!isWrong && !isFar) return [];
  // A price that is far off is asked about either way: what it is like is said, where it is like something.
  const isLikeOne = (named[0]?.certainty ?? 0) >= LIKE_ONE;
  if (named.length > 0 && (isWrong || isLikeOne)) return oncePerName(named);
  return [{ name: 'unusual', ratio, basis, certainty: 1 - right / total }];
}

/** Of several ways to make one mistake (sizes of bags) the likeliest, at most three mistakes in all. */
function oncePerName(findings: readonly PriceFinding[]): readonly PriceFinding[] {
  return findings
    .filter(({ name }, place) => findings.findIndex((each) => each.name === name) === place)
    .slice(0, 3);
}

/** Without anything to compare with, an amount below the smallest banknote still was not said in full. */
function habitAlone(terms: PriceTerms): readonly PriceFinding[] {
  const found = saidWithoutThousands(terms.money.amount, terms.money.currency);
  return found === undefined
    ? []
    : [{ name: found.name, correction: found.correction, certainty: 0.5 }];
}

function mostCommon(prices: readonly KnownPrice[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { currency } of prices) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
