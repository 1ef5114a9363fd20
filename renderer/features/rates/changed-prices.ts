import { createExchangeReferences } from '#shared/analysis/exchange-reference.ts';
import type { BookedRate } from '#shared/analysis/rate-book.ts';
import type { BookedFactor } from '#shared/analysis/unit-factors.ts';
import { createFactorReferences } from '#shared/analysis/unit-factors.ts';
import type { RederivedPrice } from '#shared/analysis/rederived-prices.ts';
import { rederivedPrice } from '#shared/analysis/rederived-prices.ts';
import { toNumber } from '#shared/core/decimal.ts';
import type { Json } from '#shared/core/json.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { References } from '#shared/forms/context.ts';
import { formVersion } from '#shared/forms/definitions/catalogue.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { RecordChange } from '../../db/stores.ts';
import type { Registers } from '../../forms/registers.ts';
import type { VisitPart } from '../../services/visit-parts.ts';

/** A visit, finished or not, with the answers its prices are worked out by. */
type VisitHeader = Pick<VisitPart, 'id' | 'answers'>;

/** A finished price that would come out otherwise per unit or in dollars, with its visit. */
export interface ChangedPrice extends RederivedPrice {
  readonly price: RecordView;
  readonly visit: VisitHeader;
}

// A median moves a little with every visit; a difference below this is not worth an entry.
const LEAST_CHANGE = 0.01;

/** What prices are worked out with. */
interface KnownNow {
  readonly rates: readonly BookedRate[];
  readonly factors: readonly BookedFactor[];
}

/** Prices that differ by one per cent or more with the rates and measures known now, the largest change first. */
export function changedPrices(
  prices: readonly RecordView[],
  visits: ReadonlyMap<string, VisitHeader>,
  { rates, factors }: KnownNow,
  registers: Registers,
  today: PlainDate,
): readonly ChangedPrice[] {
  const referencesOf = new Map<string, References>();
  const changed = prices.flatMap((price) => {
    const visit = visits.get(price.visit ?? '');
    const form = formVersion(price.kind, price.form);
    if (!visit || !form) return [];
    const { answers } = visit;
    const references = referencesOf.get(visit.id) ?? {
      ...createExchangeReferences(rates, answers, today, visit.id),
      ...createFactorReferences(factors, answers, today),
    };
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

/** Whether a price differs per standard unit, whatever the rate: by what its unit was weighed to hold. */
export function isByMeasure({ std }: RederivedPrice): boolean {
  return std.before !== std.after;
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

function sizeOf({ std, usd }: RederivedPrice): number {
  return Math.max(...[std, usd].map(changeOf));
}

function changeOf({ before, after }: RederivedPrice['usd']): number {
  if (before === undefined || after === undefined) return before === after ? 0 : 1;
  return Math.abs(toNumber(after) / toNumber(before) - 1);
}
