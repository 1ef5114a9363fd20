import { createExchangeReferences } from '#shared/analysis/exchange-reference.ts';
import type { BookedRate } from '#shared/analysis/rate-book.ts';
import type { RederivedPrice } from '#shared/analysis/rederived-prices.ts';
import { rederivedPrice } from '#shared/analysis/rederived-prices.ts';
import { toNumber } from '#shared/core/decimal.ts';
import type { Json } from '#shared/core/json.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import { formVersion } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { RecordChange } from '../../db/stores.ts';
import type { Registers } from '../../forms/registers.ts';

/** A finished price that would come out otherwise in dollars, with its visit. */
export interface ChangedPrice extends RederivedPrice {
  readonly price: RecordView;
  readonly visit: RecordView;
}

// A median moves a little with every visit; a difference below this is not worth an entry.
const LEAST_CHANGE = 0.01;

/** Prices whose figure in dollars differs by one per cent or more with the rates known now, the largest change first. */
export function changedPrices(
  prices: readonly RecordView[],
  visits: ReadonlyMap<string, RecordView>,
  book: readonly BookedRate[],
  registers: Registers,
  today: PlainDate,
): readonly ChangedPrice[] {
  const referencesOf = new Map<string, ReturnType<typeof createExchangeReferences>>();
  const changed = prices.flatMap((price) => {
    const visit = visits.get(price.visit ?? '');
    const form = formVersion(price.kind, price.form);
    if (!visit || !form) return [];
    const answers = visit.answers as Answers;
    const references =
      referencesOf.get(visit.id) ?? createExchangeReferences(book, answers, today, visit.id);
    referencesOf.set(visit.id, references);
    const found = rederivedPrice(price.id, form, price.answers as Answers, {
      recordId: price.id,
      visit: answers,
      siblings: [],
      item: registers.item,
      today,
      flags: [],
      references,
      insideAdmin1: () => undefined,
    });
    return found && sizeOf(found) >= LEAST_CHANGE ? [{ ...found, price, visit }] : [];
  });
  return changed.toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

/** The entries that put the figures derived now in place of those kept. */
export function changesOf(changed: readonly ChangedPrice[], why: string): readonly RecordChange[] {
  return changed.map(({ price, after }) => ({
    record: price.id,
    kind: price.kind,
    form: price.form,
    set: Object.fromEntries(
      Object.entries(after).map(([field, value]) => [field, (value ?? null) as Json]),
    ),
    why,
  }));
}

function sizeOf({ usd }: RederivedPrice): number {
  const [before, after] = [usd.before, usd.after].map((each) => each && toNumber(each));
  if (before === undefined || after === undefined) return before === after ? 0 : 1;
  return Math.abs(after / before - 1);
}
