import type { Failure } from '#shared/core/failure.ts';
import type { RecordId } from '#shared/core/ids.ts';
import { dayOf, toInstant } from '#shared/core/instant.ts';
import type { PlainDate } from '#shared/core/plain-date.ts';
import { useLive } from '../../db/use-live.ts';
import type { Registers } from '../../forms/registers.ts';
import { useRegisters } from '../../services/use-registers.ts';
import { useServices } from '../../services/use-services.ts';
import type { WholeVisit } from '../../services/visit-parts.ts';
import { loadVisit } from '../../services/visit-parts.ts';
import type { PastRecords } from './past-records.ts';
import { usePast } from './use-past.ts';

export interface VisitData {
  readonly whole: WholeVisit;
  readonly registers: Registers;
  readonly past: PastRecords;
  readonly today: PlainDate;
}

/** All that the screens of a visit show; `missing` where this laptop has no such visit. */
export type VisitDataState =
  | { readonly status: 'loading' | 'missing' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'ready'; readonly data: VisitData };

export function useVisitData(visit: RecordId): VisitDataState {
  const { store, ambient } = useServices();
  const whole = useLive(() => loadVisit(store, visit), [store, visit]);
  const registers = useRegisters();
  const past = usePast();
  if (whole.status === 'failed') return whole;
  if (registers.status === 'failed') return registers;
  if (whole.status === 'loading' || registers.status === 'loading' || past === undefined) {
    return { status: 'loading' };
  }
  if (whole.value === undefined) return { status: 'missing' };
  const nowMs = ambient.nowMs();
  const today = dayOf(toInstant(nowMs, ambient.offsetMinutes(nowMs)));
  return {
    status: 'ready',
    data: { whole: whole.value, registers: registers.value, past, today },
  };
}
