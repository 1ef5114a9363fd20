import type { PlainDate } from '#shared/core/plain-date.ts';
import { textAnswer } from '#shared/forms/answers.ts';
import type { VisitPart } from '../../services/visit-parts.ts';

/** Where a visit can stand, as the list tells it. */
export const visitStates = ['draft', 'finished', 'returned', 'approved'] as const;
export type VisitState = (typeof visitStates)[number];

/** How far back the list goes, in days; `all` without limit. */
export const visitPeriods = ['all', '1', '7', '30'] as const;
export type VisitPeriod = (typeof visitPeriods)[number];

export interface VisitFilter {
  readonly market: string | undefined;
  readonly state: VisitState | undefined;
  readonly period: VisitPeriod;
}

/** Reads the filter from the address; what it does not know is no filter. */
export function visitFilterOf(get: (name: string) => string | undefined): VisitFilter {
  return {
    market: get('market'),
    state: visitStates.find((state) => state === get('state')),
    period: visitPeriods.find((period) => period === get('days')) ?? 'all',
  };
}

function stateOf({ record, draft }: VisitPart): VisitState {
  if (!record || draft) return 'draft';
  return record.review === 'returned' || record.review === 'approved' ? record.review : 'finished';
}

/** Whether a visit passes; a visit without a day counts as today's. */
export function passesFilter(visit: VisitPart, filter: VisitFilter, today: PlainDate): boolean {
  const day = textAnswer(visit.answers['visit_date']) ?? today;
  return (
    (filter.market === undefined || visit.answers['market_id'] === filter.market) &&
    (filter.state === undefined || stateOf(visit) === filter.state) &&
    (filter.period === 'all' || day > daysBefore(today, Number(filter.period)))
  );
}

const DAY_MS = 24 * 60 * 60_000;

function daysBefore(day: PlainDate, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}
