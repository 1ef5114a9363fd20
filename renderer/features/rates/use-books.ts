import { useMemo } from 'react';
import type { BookedRate } from '#shared/analysis/rate-book.ts';
import { bookRates } from '#shared/analysis/rate-book.ts';
import type { BookedFactor } from '#shared/analysis/unit-factors.ts';
import { bookFactors } from '#shared/analysis/unit-factors.ts';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import type { Answers } from '#shared/forms/answers.ts';
import type { RecordView } from '#shared/records/record.ts';
import type { Registers } from '../../forms/registers.ts';
import { itemsOf } from '../../forms/registers.ts';
import { useServices } from '../../services/use-services.ts';
import type { VisitPart } from '../../services/visit-parts.ts';
import type { ChangedPrice } from './changed-prices.ts';
import { changedPrices } from './changed-prices.ts';
import type { BooksData } from './load-books.ts';

/** Both books in order, and the prices of this person's charge that would come out otherwise with them. */
interface Books {
  readonly today: PlainDate;
  readonly rates: readonly BookedRate[];
  readonly factors: readonly BookedFactor[];
  readonly changed: readonly ChangedPrice[];
}

export function useBooks(data: BooksData, registers: Registers): Books {
  const { ambient, identity } = useServices();
  const { visits, prices } = data;
  const nowMs = ambient.nowMs();
  const today = dayOf(toInstant(nowMs, ambient.offsetMinutes(nowMs)));
  const rates = useMemo(
    () =>
      bookRates({
        visits: visits.flatMap(({ record }) => (record ? [answersOf(record)] : [])),
        register: data.rates.map(answersOf),
      }),
    [visits, data.rates],
  );
  const factors = useMemo(() => bookFactors(itemsOf(data.measures)), [data.measures]);
  const changed = useMemo(() => {
    const mine = prices.filter(
      ({ owner, review }) =>
        identity.role !== 'surveyor' || (owner === identity.person && review !== 'approved'),
    );
    // The header of a visit that goes on may be a draft, and its rate is what its prices rest on.
    const visitOf = new Map<string, VisitPart>(visits.map((visit) => [visit.id, visit]));
    return changedPrices(mine, visitOf, { rates, factors }, registers, today);
  }, [prices, visits, rates, factors, registers, today, identity]);
  return { today, rates, factors, changed };
}

function answersOf({ id, answers }: RecordView) {
  return { id, answers: answers as Answers };
}
