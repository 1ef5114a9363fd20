import { isDecimal, multiply, toNumber } from '../../core/decimal.ts';
import type { PlainDate } from '../../core/plain-date.ts';
import { groupBy } from '../../core/group-by.ts';
import { daysBetween } from '../../core/plain-date.ts';
import { searchKey } from '../../core/search-key.ts';
import type { Answers } from '../../forms/answers.ts';
import { textAnswer } from '../../forms/answers.ts';
import { contentInStandardUnit } from '../../forms/calculations/content.ts';
import { quotient, toIsoMoney } from '../../forms/calculations/exchange.ts';
import { pricePerStandardUnit, quotationTerms } from '../../forms/calculations/price-terms.ts';
import type { AnswerContext, Money } from '../../forms/context.ts';
import { lookUpContext } from '../look-up-context.ts';
import { keptFactor } from '../unit-factors.ts';
import type { KnownPrice } from './expect-price.ts';
import type { MistakeReference } from './find-mistakes.ts';
import type { SeenContent, UnitItem } from './unit-mistakes.ts';

/** A finished or begun quotation with the answers of its visit. */
export interface VisitedPrice {
  readonly record: string;
  readonly visit: Answers;
  readonly answers: Answers;
}

/** The row that a reference is asked for: its answers, its visit's, the day; `except`: its own record. */
export interface MistakeQuestion {
  readonly answers: Answers;
  readonly visit: Answers;
  readonly today: PlainDate;
  readonly except?: string;
}

interface Figure extends Pick<KnownPrice, 'amount' | 'currency'> {
  /** Country, product and level. */
  readonly key: string;
  readonly record: string;
  readonly spec: string;
  readonly market: string | undefined;
  readonly outlet: string;
  readonly round: string | undefined;
  readonly dated: PlainDate | undefined;
}

// More sizes than these are not told apart any better.
const MOST_CONTENTS = 6;
// An old figure without a date counts as a year old.
const UNDATED_DAYS = 365;

/**
 * Prepares quotations, past prices (`reference_price`) and the units of the register once, and answers for a row what
 * `findMistakes` holds it against: prices of the same product, level and country, per standard unit.
 */
export function createMistakeReferences(data: {
  readonly quotations: readonly VisitedPrice[];
  readonly referencePrices: readonly Answers[];
  readonly units: readonly UnitItem[];
  readonly item: AnswerContext['item'];
}): (question: MistakeQuestion) => MistakeReference {
  const context = lookUpContext(data.item);
  const figures = groupBy(
    [
      ...data.quotations.flatMap((quotation) => quotedFigure(quotation, context)),
      ...data.referencePrices.flatMap((answers) => pastFigure(answers, context)),
    ],
    ({ key }) => key,
  );
  const contents = groupBy(
    data.quotations.flatMap(({ answers }) => contentOf(answers, context)),
    ({ product }) => product,
  );
  return ({ answers, visit, today, except }) => {
    const product = textAnswer(answers['product_id']) ?? '';
    const all = figures.get(keyOf(visit['country'], product, answers['price_level'])) ?? [];
    const spec = specOf(answers);
    return {
      units: data.units,
      contents: commonContents(contents.get(product) ?? []),
      prices: all
        .filter(({ record }) => record === '' || record !== except)
        .map((figure) => known(figure, spec, visit, today)),
    };
  };
}

function known(figure: Figure, spec: string, visit: Answers, today: PlainDate): KnownPrice {
  const isHere = figure.market !== undefined && figure.market === visit['market_id'];
  const isNow = figure.round !== undefined && figure.round === visit['round_id'];
  const outlet = searchKey(textAnswer(visit['outlet_name']) ?? '');
  const isOutlet = isHere && figure.outlet !== '' && figure.outlet === outlet;
  const { dated } = figure;
  return {
    amount: figure.amount,
    currency: figure.currency,
    days: dated === undefined ? UNDATED_DAYS : Math.max(0, daysBetween(dated, today)),
    circle: isOutlet ? 'outlet' : isHere ? 'market' : isNow ? 'round' : 'history',
    sameSpec: figure.spec === spec,
  };
}

function quotedFigure(
  { record, visit, answers }: VisitedPrice,
  context: AnswerContext,
): readonly Figure[] {
  const row = { ...context, answers, references: keptFactor(answers) };
  const terms = quotationTerms(row);
  const price = terms && pricePerStandardUnit(terms, row);
  const money = price && isoFigure(price, context);
  return money === undefined
    ? []
    : [
        {
          ...money,
          key: keyOf(visit['country'], answers['product_id'], answers['price_level']),
          record,
          spec: specOf(answers),
          market: textAnswer(visit['market_id']),
          outlet: searchKey(textAnswer(visit['outlet_name']) ?? ''),
          round: textAnswer(visit['round_id']),
          dated: textAnswer(visit['visit_date']) as PlainDate | undefined,
        },
      ];
}

function pastFigure(answers: Answers, context: AnswerContext): readonly Figure[] {
  const market = textAnswer(answers['market']);
  const unit = { unit: textAnswer(answers['unit']), amount: undefined, amountUnit: undefined };
  const content = contentInStandardUnit(unit, textAnswer(answers['product']), context);
  const [price, count] = [textAnswer(answers['price']), textAnswer(answers['unit_count'])];
  const currency = textAnswer(answers['currency']);
  if (content === undefined || currency === undefined) return [];
  if (price === undefined || count === undefined || !isDecimal(price) || !isDecimal(count))
    return [];
  const amount = quotient(price, multiply(count, content));
  const money = amount && isoFigure({ amount, currency }, context);
  if (money === undefined) return [];
  const country = market && context.item('market', market)?.['country'];
  return [
    {
      ...money,
      key: keyOf(country, answers['product'], answers['level']),
      record: '',
      spec: specOf(answers),
      market,
      outlet: '',
      round: undefined,
      dated: textAnswer(answers['dated']) as PlainDate | undefined,
    },
  ];
}

function isoFigure(money: Money, context: AnswerContext) {
  const iso = toIsoMoney(money, context);
  return iso && { amount: toNumber(iso.amount), currency: iso.currency };
}

function contentOf(
  answers: Answers,
  context: AnswerContext,
): readonly (SeenContent & { readonly product: string })[] {
  const product = textAnswer(answers['product_id']);
  const unit = textAnswer(answers['sale_unit']);
  const amount = textAnswer(answers['net_content']);
  if (product === undefined || unit === undefined) return [];
  if (amount === undefined || !isDecimal(amount)) return [];
  const amountUnit = textAnswer(answers['net_content_unit']);
  const content = contentInStandardUnit({ unit, amount, amountUnit }, product, context);
  return content === undefined ? [] : [{ product, unit, content }];
}

function commonContents(seen: readonly SeenContent[]): readonly SeenContent[] {
  const groups = groupBy(seen, ({ unit, content }) => `${unit} ${content}`);
  return [...groups.values()]
    .toSorted((a, b) => b.length - a.length)
    .slice(0, MOST_CONTENTS)
    .flatMap(([first]) => (first ? [{ unit: first.unit, content: first.content }] : []));
}

function specOf(answers: Answers): string {
  return searchKey(textAnswer(answers['item_spec']) ?? '');
}

function keyOf(...parts: readonly unknown[]): string {
  return parts.join('|');
}
