import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { createExchangeReferences } from '#shared/analysis/exchange-reference.ts';
import type { PriceReference, Quotation } from '#shared/analysis/price-reference.ts';
import { createPriceReferences } from '#shared/analysis/price-reference.ts';
import type { AnswerContext, Noticed, References } from '#shared/forms/context.ts';
import type { MistakeQuestion } from '#shared/analysis/mistakes/mistake-references.ts';
import { createMistakeReferences } from '#shared/analysis/mistakes/mistake-references.ts';
import { localCurrency } from '#shared/forms/calculations/exchange.ts';
import { notedTwice } from '#shared/analysis/mistakes/noted-twice.ts';
import { noticedIn, noticedRates } from '#shared/analysis/mistakes/noticed-in.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { BookedRate } from '#shared/analysis/rate-book.ts';
import { bookRates } from '#shared/analysis/rate-book.ts';
import { bookFactors, createFactorReferences } from '#shared/analysis/unit-factors.ts';
import type { RecordId } from '#shared/core/ids.ts';
import type { RecordView } from '#shared/records/record.ts';
import { searchKey } from '#shared/core/search-key.ts';
import type { RecordStore } from '../../db/stores.ts';
import type { RegisterItem, Registers } from '../../forms/registers.ts';

/** Finished records of this laptop that new answers are held against, latest change first. */
export interface PastRecords {
  readonly visits: readonly RecordView[];
  readonly prices: readonly RecordView[];
  readonly competitors: readonly RecordView[];
}

// Some ten rounds of one person, or one round of a team: enough for medians, and read in a fraction of a second.
const MOST_RECORDS = 3000;

export async function loadPast(records: RecordStore): Promise<PastRecords> {
  const [visits, prices, competitors] = await Promise.all([
    records.list('visit', MOST_RECORDS),
    records.list('price', MOST_RECORDS),
    records.list('competitor', MOST_RECORDS),
  ]);
  return { visits, prices, competitors };
}

/** Which visits and prices of others than `visit` there are, each as it is now: a text that is the same where they are. */
export function recordedElsewhere({ visits, prices }: PastRecords, visit: RecordId): string {
  return [...visits, ...prices]
    .filter((record) => record.id !== visit && record.visit !== visit)
    .map(({ id, changedAt }) => `${id} ${changedAt}`)
    .join();
}

/** What prices and rates of a visit are compared with. */
export interface VisitReferences {
  readonly references: References;
  /** The same with how many figures it is of, and from where. */
  readonly priceOf: (
    product: string,
    level: string,
    itemSpec: string,
  ) => PriceReference | undefined;
}

/** Where and when a record is typed. `record` itself must not be compared with itself. */
interface Occasion {
  readonly country: string;
  /** What was weighed, where it is newer than the registers. */
  readonly factors?: readonly RegisterItem[] | undefined;
  readonly record: string;
  readonly visit: Answers;
  readonly today: PlainDate;
}

export function referencesOf(
  past: PastRecords,
  registers: Registers,
  occasion: Occasion,
): VisitReferences {
  return prepareReferences(past, registers, occasion)(occasion.record);
}

/** The same for many records of one visit: the figures are put in order once. */
export function prepareReferences(
  past: PastRecords,
  registers: Registers,
  { country, record: own, visit, today, factors = registers.items('unit_factor') }: Occasion,
): (record: string) => VisitReferences {
  const visits = visitsOf(past);
  const quotations = past.prices.map((price): Quotation => ({
    record: price.id,
    country: textAnswer(visits.get(price.visit ?? '')?.['country']) ?? '',
    answers: price.answers as Answers,
  }));
  const ask = createPriceReferences({
    quotations,
    referencePrices: registers.items('reference_price').map((item) => item.answers),
    item: registers.item,
  });
  const exchange = createExchangeReferences(rateBookOf(past, registers), visit, today, own);
  const measures = createFactorReferences(bookFactors(factors), visit, today);
  const known = mistakesKnown(past, registers);
  return (record) => {
    function priceOf(product: string, level: string, itemSpec: string): PriceReference | undefined {
      return ask({ country, product, level, itemSpec, except: record });
    }
    function rates(row: AnswerContext): readonly Noticed[] {
      const local = localCurrency[country];
      const expected = local === undefined ? undefined : exchange.fxRate(local)?.rate;
      return noticedRates(row.answers, ['fx_usd_buy', 'fx_usd_sell'], expected);
    }
    const prices = onceForSame((row) =>
      noticedIn(row, known({ answers: row.answers, visit, today, except: record })),
    );
    function noticed(row: AnswerContext): readonly Noticed[] {
      return row.visit === undefined ? rates(row) : [...prices(row), ...notedTwice(row)];
    }
    return { references: { ...exchange, ...measures, medianPrice: priceOf, noticed }, priceOf };
  };
}

// What a likely mistake depends on: asked several times for each keystroke, mostly with nothing changed.
const priceFields = [
  'product_id',
  'item_spec',
  'price_level',
  'price_amount',
  'price_currency',
  'sale_unit',
  'sale_qty',
  'net_content',
  'net_content_unit',
];

/** The same answer for the same price, until another is asked for. */
function onceForSame(
  find: (row: AnswerContext) => readonly Noticed[],
): (row: AnswerContext) => readonly Noticed[] {
  let last: { readonly key: string; readonly found: readonly Noticed[] } | undefined;
  return (row) => {
    const key = JSON.stringify(priceFields.map((field) => row.answers[field]));
    if (last?.key !== key) last = { key, found: find(row) };
    return last.found;
  };
}

function visitsOf(past: PastRecords): ReadonlyMap<string, Answers> {
  return new Map(past.visits.map(({ id, answers }) => [id, answers as Answers]));
}

/** Every rate this laptop knows, newest first. */
function rateBookOf(past: PastRecords, registers: Registers): readonly BookedRate[] {
  return bookRates({
    visits: past.visits.map(({ id, answers }) => ({ id, answers: answers as Answers })),
    register: registers.items('exchange_rate').map(({ code, answers }) => ({ id: code, answers })),
  });
}

type KnownFor = (
  question: MistakeQuestion,
) => ReturnType<ReturnType<typeof createMistakeReferences>>;
const prepared = new WeakMap<
  PastRecords,
  { readonly registers: Registers; readonly known: KnownFor }
>();

/** What prices are held against, prepared once for all rows that are typed between two readings of the past. */
function mistakesKnown(past: PastRecords, registers: Registers): KnownFor {
  const before = prepared.get(past);
  if (before?.registers === registers) return before.known;
  const visits = visitsOf(past);
  const known = createMistakeReferences({
    quotations: past.prices.flatMap(({ id, visit, answers }) => {
      const found = visits.get(visit ?? '');
      return found ? [{ record: id, visit: found, answers: answers as Answers }] : [];
    }),
    referencePrices: registers.items('reference_price').map((item) => item.answers),
    units: registers.items('unit'),
    item: registers.item,
  });
  prepared.set(past, { registers, known });
  return known;
}

/** Descriptions given before for a product, those given most often first. */
export function earlierSpecs(
  past: PastRecords,
  kind: SurveyFormId,
  product: string | undefined,
): readonly string[] {
  const records = kind === 'competitor' ? past.competitors : past.prices;
  const counts = new Map<string, { readonly text: string; count: number }>();
  for (const { answers } of records) {
    const text = answers['item_spec'];
    if (typeof text !== 'string' || answers['product_id'] !== product) continue;
    const known = counts.get(searchKey(text)) ?? { text, count: 0 };
    known.count += 1;
    counts.set(searchKey(text), known);
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count).map(({ text }) => text);
}
