import type { Decimal } from '../core/decimal.ts';
import { isDecimal, multiply, toDecimal } from '../core/decimal.ts';
import { searchKey } from '../core/search-key.ts';
import type { Answers } from '../forms/answers.ts';
import { textAnswer } from '../forms/answers.ts';
import { contentInStandardUnit } from '../forms/calculations/content.ts';
import { quotient, toIsoMoney } from '../forms/calculations/exchange.ts';
import type { AnswerContext, Money } from '../forms/context.ts';
import { lookUpContext } from './look-up-context.ts';
import type { SortedFigures } from './sorted-figures.ts';
import { medianWithout, sortFigures } from './sorted-figures.ts';

/**
 * What a price is held against, per standard unit: a median, of how many figures, from where. `round`: quotations of
 * this survey; `history`: figures of the reference_price register, the latest period. `sameSpec`: of the same item
 * description, not just of the same product.
 */
export interface PriceReference extends Money {
  readonly count: number;
  readonly basis: 'round' | 'history';
  readonly sameSpec: boolean;
}

/** A quotation with the id of its record and the country of its visit. */
export interface Quotation {
  readonly record: string;
  readonly country: string;
  readonly answers: Answers;
}

/** Which price is asked for; `except`: a record that must not be compared with itself. */
export interface PriceQuestion {
  readonly country: string;
  readonly product: string;
  readonly level: string;
  readonly itemSpec: string;
  readonly except?: string;
}

interface Figure extends Money {
  readonly record: string;
  readonly spec: string;
  readonly period: string;
}

// REACH shows a median of at least three quotations; fewer say nothing of the market.
const MIN_QUOTATIONS = 3;

/** Prepares quotations and past prices, and answers what a price is to be compared with; undefined where nothing is. */
export function createPriceReferences(data: {
  readonly quotations: readonly Quotation[];
  readonly referencePrices: readonly Answers[];
  readonly item: AnswerContext['item'];
}): (question: PriceQuestion) => PriceReference | undefined {
  const context = lookUpContext(data.item);
  const quoted = grouped(data.quotations, (quotation) => quotedFigure(quotation, context));
  const past = grouped(data.referencePrices, (price) => pastFigure(price, context));

  const quotedNow = prepared(quoted);
  const pastLatest = prepared(past, latestPeriod);

  return ({ country, product, level, itemSpec, except }) => {
    const key = keyOf(country, product, level);
    const spec = searchKey(itemSpec);
    return (
      reference(quotedNow(key, spec), 'round', true, except) ??
      reference(pastLatest(key, spec), 'history', true, undefined) ??
      reference(quotedNow(key, undefined), 'round', false, except) ??
      reference(pastLatest(key, undefined), 'history', false, undefined)
    );
  };
}

/** Figures of a key, and of one description where it is given, sorted the first time they are asked for. */
function prepared(
  groups: ReadonlyMap<string, readonly Figure[]>,
  choose: (figures: readonly Figure[]) => readonly Figure[] = (figures) => figures,
): (key: string, spec: string | undefined) => SortedFigures | undefined {
  const made = new Map<string, SortedFigures | undefined>();
  return (key, spec) => {
    const name = keyOf(key, spec ?? '*');
    if (!made.has(name)) {
      const all = groups.get(key) ?? [];
      const matching = spec === undefined ? all : all.filter((figure) => figure.spec === spec);
      made.set(name, sortFigures(choose(matching)));
    }
    return made.get(name);
  };
}

function reference(
  figures: SortedFigures | undefined,
  basis: PriceReference['basis'],
  sameSpec: boolean,
  except: string | undefined,
): PriceReference | undefined {
  const found = figures && medianWithout(figures, except);
  if (figures === undefined || found === undefined) return undefined;
  if (basis === 'round' && found.count < MIN_QUOTATIONS) return undefined;
  return { ...found, currency: figures.currency, basis, sameSpec };
}

function quotedFigure({ record, country, answers }: Quotation, context: AnswerContext) {
  const amount = decimalOf(answers['unit_price_std']);
  const currency = textAnswer(answers['price_currency']);
  if (amount === undefined || currency === undefined) return undefined;
  const money = toIsoMoney({ amount, currency }, context);
  const key = keyOf(country, answers['product_id'], answers['price_level']);
  return money && { key, figure: { ...money, record, spec: specOf(answers), period: '' } };
}

function pastFigure(answers: Answers, context: AnswerContext) {
  const product = textAnswer(answers['product']);
  const market = context.item('market', textAnswer(answers['market']) ?? '');
  const price = decimalOf(answers['price']);
  const currency = textAnswer(answers['currency']);
  const count = decimalOf(answers['unit_count']);
  const unit = { unit: textAnswer(answers['unit']), amount: undefined, amountUnit: undefined };
  const content = contentInStandardUnit(unit, product, context);
  if (price === undefined || currency === undefined || count === undefined) return undefined;
  const amount = content && quotient(price, multiply(count, content));
  const money = amount && toIsoMoney({ amount, currency }, context);
  const key = keyOf(textAnswer(market?.['country']), product, answers['level']);
  const period = textAnswer(answers['period']) ?? '';
  return money && { key, figure: { ...money, record: '', spec: specOf(answers), period } };
}

function grouped<T>(
  items: readonly T[],
  read: (item: T) => { readonly key: string; readonly figure: Figure } | undefined,
): ReadonlyMap<string, readonly Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const item of items) {
    const found = read(item);
    if (!found) continue;
    const group = groups.get(found.key) ?? [];
    group.push(found.figure);
    groups.set(found.key, group);
  }
  return groups;
}

function latestPeriod(figures: readonly Figure[]): readonly Figure[] {
  const latest = figures.reduce((last, { period }) => (period > last ? period : last), '');
  return figures.filter(({ period }) => period === latest);
}

function specOf(answers: Answers): string {
  return searchKey(textAnswer(answers['item_spec']) ?? '');
}

function keyOf(...parts: readonly unknown[]): string {
  return parts.join('|');
}

function decimalOf(value: Answers[string]): Decimal | undefined {
  const text = textAnswer(value);
  if (text === undefined) return undefined;
  return isDecimal(text) ? text : toDecimal(text);
}
