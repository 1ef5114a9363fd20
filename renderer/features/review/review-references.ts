import { createExchangeReferences } from '#shared/analysis/exchange-reference.ts';
import type { PriceReference } from '#shared/analysis/price-reference.ts';
import { createPriceReferences } from '#shared/analysis/price-reference.ts';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { parseStamp } from '#shared/core/stamp.ts';
import { insideAdmin1 } from '#shared/analysis/inside-admin1.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { AnswerContext, Noticed } from '#shared/forms/context.ts';
import { createMistakeReferences } from '#shared/analysis/mistakes/mistake-references.ts';
import { notedTwice } from '#shared/analysis/mistakes/noted-twice.ts';
import { noticedIn } from '#shared/analysis/mistakes/noticed-in.ts';
import { bookRates } from '#shared/analysis/rate-book.ts';
import { bookFactors, createFactorReferences } from '#shared/analysis/unit-factors.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { Registers } from '../../forms/registers.ts';

/** Finished records that new ones are compared with. */
export interface Comparable {
  readonly visits: ReadonlyMap<string, RecordView>;
  readonly prices: readonly RecordView[];
}

/** What a reviewer's comparisons and checks look at. */
export interface ReviewReferences {
  /** A record's own answers and everything around them, as the rules of its form see them at approval. */
  readonly contextOf: (record: RecordView, siblings: readonly Answers[]) => AnswerContext;
  readonly priceOf: (record: RecordView) => PriceReference | undefined;
  /** Likely mistakes of a price, seen from today. */
  readonly noticedOf: (record: RecordView) => readonly Noticed[];
  /** Quotations of the same product at the same level in the same country, the record itself included. */
  readonly samePrices: (record: RecordView) => readonly RecordView[];
}

export function createReviewReferences(
  { visits, prices }: Comparable,
  registers: Registers,
): ReviewReferences {
  function visitOf(record: RecordView): RecordView | undefined {
    return record.visit === undefined ? record : visits.get(record.visit);
  }
  function countryOf(record: RecordView): string {
    return textAnswer((visitOf(record)?.answers as Answers | undefined)?.['country']) ?? '';
  }
  const ask = createPriceReferences({
    quotations: prices.map((price) => ({
      record: price.id,
      country: countryOf(price),
      answers: price.answers as Answers,
    })),
    referencePrices: registers.items('reference_price').map(({ answers }) => answers),
    item: registers.item,
  });
  const known = createMistakeReferences({
    quotations: prices.flatMap((price) => {
      const visit = visitOf(price);
      return visit && visit !== price
        ? [{ record: price.id, visit: visit.answers as Answers, answers: price.answers as Answers }]
        : [];
    }),
    referencePrices: registers.items('reference_price').map(({ answers }) => answers),
    units: registers.items('unit'),
    item: registers.item,
  });
  const book = bookRates({
    visits: [...visits.values()].map(({ id, answers }) => ({ id, answers: answers as Answers })),
    register: registers.items('exchange_rate').map(({ code, answers }) => ({ id: code, answers })),
  });
  const factors = bookFactors(registers.items('unit_factor'));
  function medianFor(record: RecordView, product: string, level: string, itemSpec: string) {
    return ask({ country: countryOf(record), product, level, itemSpec, except: record.id });
  }
  function besideOf({ id, visit }: RecordView): readonly Answers[] {
    return prices.flatMap((price) =>
      price.visit === visit && price.id !== id ? [price.answers as Answers] : [],
    );
  }
  function contextOf(record: RecordView, siblings: readonly Answers[]): AnswerContext {
    const visit = visitOf(record);
    const header = (visit?.answers ?? {}) as Answers;
    return {
      recordId: record.id,
      answers: record.answers as Answers,
      ...(visit === undefined || visit === record ? {} : { visit: visit.answers as Answers }),
      siblings,
      item: registers.item,
      today: latestDayOfEntry(record),
      flags: [],
      references: {
        ...createExchangeReferences(book, header, latestDayOfEntry(record)),
        ...createFactorReferences(factors, header, latestDayOfEntry(record)),
        medianPrice: (product, level, spec) => medianFor(record, product, level, spec),
      },
      insideAdmin1,
      stage: 'approval',
    };
  }
  return {
    contextOf,
    noticedOf: (record) => {
      if (record.kind !== 'price') return [];
      const row = contextOf(record, besideOf(record));
      const { answers, visit = {}, today } = row;
      return [
        ...noticedIn(row, known({ answers, visit, today, except: record.id })),
        ...notedTwice(row),
      ];
    },
    priceOf: (record) => {
      const { product_id, price_level, item_spec } = record.answers as Answers;
      const [product, level] = [textAnswer(product_id), textAnswer(price_level)];
      if (record.kind !== 'price' || product === undefined || level === undefined) return undefined;
      return medianFor(record, product, level, textAnswer(item_spec) ?? '');
    },
    samePrices: (record) =>
      prices.filter(
        (price) =>
          price.answers['product_id'] === record.answers['product_id'] &&
          price.answers['price_level'] === record.answers['price_level'] &&
          countryOf(price) === countryOf(record),
      ),
  };
}

const EAST_MOST_MINUTES = 14 * 60;

/** The latest day it was anywhere when the record was last changed: a reviewer further west must not find it from tomorrow. */
function latestDayOfEntry(record: RecordView): PlainDate {
  return dayOf(toInstant(parseStamp(record.changedAt)?.ms ?? 0, EAST_MOST_MINUTES));
}
