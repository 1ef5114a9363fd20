import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { SurveyFormId } from '#shared/forms/definitions/catalogue.ts';
import { createExchangeReferences } from '#shared/analysis/exchange-reference.ts';
import type { PriceReference, Quotation } from '#shared/analysis/price-reference.ts';
import { createPriceReferences } from '#shared/analysis/price-reference.ts';
import type { References } from '#shared/forms/context.ts';
import type { RecordView } from '#shared/records/record.ts';
import { searchKey } from '#shared/core/search-key.ts';
import type { RecordStore } from '../../db/stores.ts';
import type { Registers } from '../../forms/registers.ts';

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
  readonly round: string;
  readonly record: string;
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
  { country, round, record: own }: Occasion,
): (record: string) => VisitReferences {
  const countryOf = new Map<string, string | undefined>(
    past.visits.map(({ id, answers }) => [id, textAnswer((answers as Answers)['country'])]),
  );
  const quotations = past.prices.map((price): Quotation => ({
    record: price.id,
    country: countryOf.get(price.visit ?? '') ?? '',
    answers: price.answers as Answers,
  }));
  const ask = createPriceReferences({
    quotations,
    referencePrices: registers.items('reference_price').map((item) => item.answers),
    item: registers.item,
  });
  const exchange = createExchangeReferences({
    visits: past.visits
      .filter(({ id, answers }) => answers['round_id'] === round && id !== own)
      .map(({ answers }) => answers as Answers),
    exchangeRates: registers.items('exchange_rate').map((item) => item.answers),
  });
  return (record) => {
    function priceOf(product: string, level: string, itemSpec: string): PriceReference | undefined {
      return ask({ country, product, level, itemSpec, except: record });
    }
    return { references: { ...exchange, medianPrice: priceOf }, priceOf };
  };
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
